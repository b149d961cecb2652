package org.probatum.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.probatum.decision.MaterialPart;

class PolicyTablesTest {
    private static final List<String> CATEGORIES =
            List.of("MODEL", "DATA", "FEATURES", "TRAINING", "EVALUATION", "SERVING");
    private static final List<String> SUBJECTS =
            List.of("MACHINE_LEARNING", "API_LIFECYCLE", "INFRASTRUCTURE", "DATABASE_ADMINISTRATION");
    private static final List<String> FOREIGN_TAGS =
            List.of("api-lifecycle", "infrastructure-only", "database-administration");
    private static final List<String> IMPACTS = List.of("NONE", "INDIRECT", "DIRECT");
    private static final List<String> SENSITIVITIES = List.of("PUBLIC", "INTERNAL", "PERSONAL", "SPECIAL");
    private static final List<String> REVERSIBILITIES = List.of("EASY", "HARD", "IRREVERSIBLE");
    private static final List<String> GATES = List.of("SCOPE", "OPTIONS", "TRADE_OFFS", "VERIFICATION", "PUBLICATION");
    private static final List<String> TIERS = List.of("LOW", "MEDIUM", "HIGH", "CRITICAL");

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private static final DmnDecision INTAKE = table("IntakeBoundary");
    private static final DmnDecision TIER = table("DecisionTier");
    private static final DmnDecision TERMS = table("GateTerms");

    @Test
    void accepts_every_category_of_machine_learning_whatever_other_tags_it_has() {
        for (String category : CATEGORIES) {
            for (List<String> tags : List.of(List.<String>of(), List.of("nlp", "infrastructure"))) {
                Map<String, Object> answer = intake(category, "MACHINE_LEARNING", tags);

                assertThat(answer).containsEntry("ruling", "ACCEPTED").containsEntry("whereToGo", "");
            }
        }
    }

    @Test
    void declines_every_other_subject_with_a_reason_of_its_own_and_somewhere_to_go() {
        List<Object> reasons = new ArrayList<>();
        for (String subject : SUBJECTS.subList(1, SUBJECTS.size())) {
            for (String category : CATEGORIES) assertDeclined(intake(category, subject, List.of()));
            reasons.add(intake("MODEL", subject, List.of()).get("reason"));
        }

        assertThat(reasons).doesNotHaveDuplicates();
    }

    @Test
    void declines_a_tag_beyond_the_boundary_wherever_it_stands_among_the_tags() {
        for (String category : CATEGORIES) {
            for (String tag : FOREIGN_TAGS) {
                assertDeclined(intake(category, "MACHINE_LEARNING", List.of(tag)));
                assertDeclined(intake(category, "MACHINE_LEARNING", List.of("nlp", tag, "vision")));
            }
        }
    }

    @Test
    void declines_what_is_unknown_or_missing() {
        assertDeclined(intake("COOKING", "MACHINE_LEARNING", List.of()));
        assertDeclined(intake(null, "MACHINE_LEARNING", List.of()));
        assertDeclined(intake("MODEL", "COOKING", List.of()));
        assertDeclined(intake("MODEL", null, List.of()));
    }

    @Test
    void gives_every_decision_exactly_one_known_tier() {
        for (String category : CATEGORIES) {
            for (String impact : IMPACTS) {
                for (String sensitivity : SENSITIVITIES) {
                    for (String reversibility : REVERSIBILITIES) {
                        assertThat(TIERS).contains(tier(category, impact, sensitivity, reversibility));
                    }
                }
            }
        }
    }

    @Test
    void never_lowers_the_tier_for_more_impact_more_sensitive_data_or_a_harder_way_back() {
        for (String category : CATEGORIES) {
            for (int i = 0; i < IMPACTS.size(); i++) {
                for (int s = 0; s < SENSITIVITIES.size(); s++) {
                    for (int r = 0; r < REVERSIBILITIES.size(); r++) {
                        int here = height(category, i, s, r);

                        if (i > 0) assertThat(height(category, i - 1, s, r)).isLessThanOrEqualTo(here);
                        if (s > 0) assertThat(height(category, i, s - 1, r)).isLessThanOrEqualTo(here);
                        if (r > 0) assertThat(height(category, i, s, r - 1)).isLessThanOrEqualTo(here);
                    }
                }
            }
        }
    }

    @Test
    void uses_the_whole_range_of_tiers() {
        assertThat(tier("MODEL", "NONE", "PUBLIC", "EASY")).isEqualTo("LOW");
        assertThat(tier("EVALUATION", "INDIRECT", "PUBLIC", "EASY")).isEqualTo("MEDIUM");
        assertThat(tier("MODEL", "DIRECT", "PERSONAL", "EASY")).isEqualTo("HIGH");
        assertThat(tier("SERVING", "DIRECT", "SPECIAL", "EASY")).isEqualTo("CRITICAL");
    }

    @Test
    void takes_the_most_care_while_something_is_unknown_or_missing() {
        assertThat(tier("MODEL", null, null, null)).isEqualTo("CRITICAL");
        for (String impact : IMPACTS) {
            for (String sensitivity : SENSITIVITIES) {
                for (String reversibility : REVERSIBILITIES) {
                    assertThat(tier("MODEL", null, sensitivity, reversibility)).isEqualTo("CRITICAL");
                    assertThat(tier("MODEL", impact, null, reversibility)).isEqualTo("CRITICAL");
                    assertThat(tier("MODEL", impact, sensitivity, "PERHAPS")).isEqualTo("CRITICAL");
                }
            }
        }
    }

    @Test
    void sets_the_terms_of_every_gate_at_every_tier() {
        Map<String, Integer> days = Map.of("LOW", 2, "MEDIUM", 3, "HIGH", 4, "CRITICAL", 5);
        for (String tier : TIERS) {
            boolean grave = tier.equals("HIGH") || tier.equals("CRITICAL");
            for (String gate : GATES) {
                Map<String, Object> terms = new HashMap<>(only(TERMS, Map.of("gate", gate, "tier", tier)));
                assertThat(MaterialPart.read(String.valueOf(terms.remove("material"))))
                        .as("%s at %s", gate, tier)
                        .isNotEmpty();

                assertThat(terms)
                        .as("%s at %s", gate, tier)
                        .containsOnly(
                                Map.entry("slots", slots(gate, tier)),
                                Map.entry("waivedBy", grave ? "RISK_OWNER" : "LEAD"),
                                Map.entry("workingDays", days.get(tier)),
                                Map.entry("reminderDays", tier.equals("CRITICAL") ? 2 : 1),
                                Map.entry("escalateTo", grave ? "RISK_OWNER" : "LEAD"));
            }
        }
    }

    private static String slots(String gate, String tier) {
        return switch (gate + " " + tier) {
            case "PUBLICATION CRITICAL" -> "1 × PUBLISHER, 1 × RISK_OWNER";
            case "TRADE_OFFS HIGH" -> "1 × REVIEWER, 1 × RISK_OWNER";
            case "TRADE_OFFS CRITICAL" -> "1 × SECURITY, 1 × OPERABILITY, 1 × RISK_OWNER";
            case "SCOPE CRITICAL", "OPTIONS CRITICAL", "VERIFICATION CRITICAL" -> "2 × REVIEWER";
            default -> gate.equals("PUBLICATION") ? "1 × PUBLISHER" : "1 × REVIEWER";
        };
    }

    private static void assertDeclined(Map<String, Object> answer) {
        assertThat(answer).containsEntry("ruling", "DECLINED");
        assertThat(answer.get("reason")).asString().endsWith(".");
        assertThat(answer.get("whereToGo")).asString().endsWith(".");
    }

    private static int height(String category, int impact, int sensitivity, int reversibility) {
        return TIERS.indexOf(tier(
                category, IMPACTS.get(impact), SENSITIVITIES.get(sensitivity), REVERSIBILITIES.get(reversibility)));
    }

    private static Map<String, Object> intake(String category, String subject, List<String> tags) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("category", category);
        inputs.put("subject", subject);
        inputs.put("tags", tags);
        return only(INTAKE, inputs);
    }

    private static String tier(String category, String impact, String sensitivity, String reversibility) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("category", category);
        inputs.put("productionImpact", impact);
        inputs.put("dataSensitivity", sensitivity);
        inputs.put("reversibility", reversibility);
        return (String) only(TIER, inputs).get("tier");
    }

    private static Map<String, Object> only(DmnDecision table, Map<String, Object> inputs) {
        DmnDecisionResult result = ENGINE.evaluateDecision(table, inputs);
        assertThat(result).as("answers of %s to %s", table.getKey(), inputs).hasSize(1);
        return result.getSingleResult().getEntryMap();
    }

    private static DmnDecision table(String id) {
        try (InputStream file = PolicyTablesTest.class.getResourceAsStream("/processes/" + id + ".dmn")) {
            return ENGINE.parseDecision(id, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
