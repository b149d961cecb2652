package org.probatum.rerun.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.qute.Engine;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.probatum.rerun.verdict.Judgement;
import org.probatum.rerun.verdict.Judgements;
import org.probatum.support.TestDatabase;

/** A judgement explains itself: in words, in numbers and in pictures. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class JudgementViewTest {
    @Inject
    Engine engine;

    @Test
    void shows_the_group_tested_with_every_number_and_both_pictures() {
        String html = rendered(Judgements.tested());

        assertThat(html)
                .contains(
                        "✓ statistical",
                        "equivalent within ± 0.01",
                        "id=\"v1-0-values-title\"",
                        "id=\"v1-0-difference-title\"",
                        "Degrees of freedom",
                        "90 % interval of the difference",
                        "inline:run-2",
                        "model.bin",
                        "not written",
                        "&lt;b&gt;.bin");
        assertThat(html).doesNotContain("<b>.bin", "NOT_FOUND", "{judged");
    }

    @Test
    void shows_a_value_outside_its_tolerance_and_what_to_do() {
        String html = rendered(Judgements.outside());

        assertThat(html).contains("✕ not reproduced", "✕ outside", "sealed tolerance of 0.002", "attach the corrected");
        assertThat(html).doesNotContain("-difference-title");
    }

    private String rendered(Judgement judgement) {
        return engine.getTemplate("rerun/judgement")
                .data("judged", JudgementView.of("v1", judgement))
                .render();
    }
}
