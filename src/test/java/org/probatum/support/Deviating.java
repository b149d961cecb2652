package org.probatum.support;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;

/** Changes sealed criteria, says why, and has a second person answer for it. */
public final class Deviating {
    private Deviating() {}

    /** The criteria of the complete decision with another margin. */
    public static ObjectNode margin(Cast cast, double margin) {
        ObjectNode criteria = Drafts.object("{}");
        criteria.set("criteria", Drafts.decision(cast).at("/scope/criteria"));
        ((ObjectNode) criteria.at("/criteria/0")).put("margin", margin);
        return criteria;
    }

    /** Changes the margin, without a word. */
    public static int made(Cast cast, String key, double margin) {
        List<Integer> numbers = Api.as(cast.author())
                .post(key, "/deviations", margin(cast, margin))
                .then()
                .statusCode(201)
                .extract()
                .path("number");
        return numbers.get(numbers.size() - 1);
    }

    /** Changes the margin and says why. */
    public static int explained(Cast cast, String key, double margin) {
        int number = made(cast, key, margin);
        explain(cast.author(), key, number, "The margin was drawn from a run that had seen the test split")
                .then()
                .statusCode(201);
        return number;
    }

    /** Changes the margin, says why, and has it approved. */
    public static int approved(Cast cast, String key, double margin) {
        int number = explained(cast, key, margin);
        answer(cast.owner(), key, number, "APPROVE").then().statusCode(201);
        return number;
    }

    public static Response explain(Player player, String key, int number, String why) {
        return Api.as(player).post(key, "/deviations/" + number + "/explanations", Map.of("explanation", why));
    }

    /** Answers for the newest explanation. */
    public static Response answer(Player player, String key, int number, String answer) {
        Object explanation =
                Api.as(player).get(key, "/deviations").path("find { it.number == " + number + " }.explanations[-1].id");
        return Api.as(player)
                .post(
                        key,
                        "/deviations/" + number + "/answers",
                        Map.of(
                                "answer",
                                answer,
                                "comment",
                                "I looked at the split; " + answer,
                                "explanation",
                                explanation == null ? 1 : explanation));
    }
}
