package org.probatum.boot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.probatum.shared.Json;

/**
 * Two decisions on the demo's real model, handed in for verification: their runs are really run again once the service is
 * up. Those of one can be repeated; those of the other measure less than was recorded of them, and stop it.
 */
@ApplicationScoped
class DemoReruns implements DemoChapter {
    private static final BigDecimal FLATTERED = new BigDecimal("0.03");

    private final DemoDecisions stories;
    private final Path home;

    DemoReruns(DemoDecisions stories, @ConfigProperty(name = "probatum.data", defaultValue = "data") Path data) {
        this.stories = stories;
        this.home = data.toAbsolutePath().normalize().resolve("demo");
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public void tell() {
        DemoRepository repository = DemoRepository.under(home);
        Instant now = Instant.now();
        stories.rerun(
                titled("Score card renewals with the boosted model, too"),
                repository::recorded,
                now.minus(4, ChronoUnit.DAYS),
                now.minus(1, ChronoUnit.MINUTES));
        stories.rerun(
                titled("Take over the boosted model of the spring workshop"),
                run -> flattered(repository.recorded(run)),
                now.minus(3, ChronoUnit.DAYS),
                now.minus(1, ChronoUnit.MINUTES));
    }

    /** Another title, and risks that a team bears beside all the others. */
    private static UnaryOperator<String> titled(String title) {
        return decision -> decision.replaceFirst("(?m)^title: .*$", "title: " + title)
                .replaceAll("(residualLikelihood): [A-Z]+", "$1: RARE")
                .replaceAll("(residualImpact): [A-Z]+", "$1: MINOR");
    }

    /** As a workshop recorded it whose test split had leaked into training: more than the code measures. */
    private static String flattered(String run) {
        ObjectNode manifest = Json.read(run, ObjectNode.class);
        if (manifest.path("name").asText().contains("gbm")) {
            for (JsonNode metric : manifest.path("metrics")) {
                if (metric.path("name").asText().equals("auc")) {
                    ((ObjectNode) metric)
                            .put("value", metric.path("value").decimalValue().add(FLATTERED));
                }
            }
        }
        return Json.write(manifest);
    }
}
