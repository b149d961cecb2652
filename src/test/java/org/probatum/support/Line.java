package org.probatum.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import org.probatum.decision.Gate;

/** One requirement's line of a gate's report, as the API gives it. */
public record Line(String requirement, String state, String because, String wouldSatisfy, boolean waivable) {
    /** The line of a requirement in the report of a gate on a decision as it stands. */
    public static Line of(Player reader, String key, Gate gate, String requirement) {
        return all(reader, key, gate).stream()
                .filter(line -> line.requirement().equals(requirement))
                .findFirst()
                .orElseThrow(() -> new AssertionError(requirement + " is not asked at the " + gate + " gate"));
    }

    /** Every line of the report of a gate. */
    public static List<Line> all(Player reader, String key, Gate gate) {
        Response report = Api.as(reader).get(key, "/gates/" + gate.slug());
        report.then().statusCode(200);
        List<Line> lines = new ArrayList<>();
        Api.tree(report)
                .get("requirements")
                .forEach(line -> lines.add(new Line(
                        line.get("requirement").asText(),
                        line.get("state").asText(),
                        line.path("because").asText(),
                        line.path("wouldSatisfy").asText(),
                        line.get("waivable").asBoolean())));
        return lines;
    }

    /** It stands in the way, says where and why, and what would do. */
    public void isUnmetBecause(String says) {
        assertThat(state).as(requirement + ": " + because).isEqualTo("unsatisfied");
        assertThat(because).contains(says);
        assertThat(wouldSatisfy).isNotBlank();
    }

    public void isMet() {
        assertThat(state).as(requirement + ": " + because).isEqualTo("satisfied");
        assertThat(because).isNotBlank();
    }

    /** Nothing is asked here, and it is said why. */
    public void doesNotApplyBecause(String says) {
        assertThat(state).as(requirement + ": " + because).isEqualTo("not applicable");
        assertThat(because).contains(says);
    }
}
