package org.probatum.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.probatum.decision.Binding;
import org.probatum.decision.Gate;
import org.probatum.decision.Tier;
import org.probatum.decision.material.Category;
import org.probatum.decision.material.DataSensitivity;
import org.probatum.decision.material.Impact;
import org.probatum.decision.material.Likelihood;
import org.probatum.decision.material.ProductionImpact;
import org.probatum.decision.material.Reversibility;
import org.probatum.decision.material.Subject;
import org.probatum.risk.Level;

/** The five decision tables, each with the columns it has to have. Addresses write them in lower case with hyphens. */
public enum Table {
    INTAKE_BOUNDARY(
            "IntakeBoundary",
            "Intake boundary",
            List.of(
                    Column.words("category", Category.values()),
                    Column.words("subject", Subject.values()),
                    Column.tags("tags")),
            List.of(
                    Column.words("ruling", "ACCEPTED", "DECLINED"),
                    Column.text("reason"),
                    Column.maybeText("whereToGo"))),
    DECISION_TIER(
            "DecisionTier",
            "Decision tier",
            List.of(
                    Column.words("category", Category.values()),
                    Column.words("productionImpact", ProductionImpact.values()),
                    Column.words("dataSensitivity", DataSensitivity.values()),
                    Column.words("reversibility", Reversibility.values())),
            List.of(Column.words("tier", Tier.values()))),
    GATE_TERMS(
            "GateTerms",
            "Gate terms",
            List.of(Column.words("gate", Gate.values()), Column.words("tier", Tier.values())),
            List.of(
                    Column.slots("slots"),
                    Column.whole("workingDays", 1, 60),
                    Column.whole("reminderDays", 0, 59),
                    Column.words("escalateTo", "LEAD", "RISK_OWNER"),
                    Column.words("waivedBy", "LEAD", "RISK_OWNER"),
                    Column.material("material"))),
    RISK_RATING(
            "RiskRating",
            "Risk rating",
            List.of(Column.words("likelihood", Likelihood.values()), Column.words("impact", Impact.values())),
            List.of(Column.words("level", Level.values()), Column.whole("points", 1, 100))),
    REQUIREMENT_POLICY(
            "RequirementPolicy",
            "Requirement policy",
            List.of(
                    Column.requirements("requirement"),
                    Column.words("tier", Tier.values()),
                    Column.words("category", Category.values())),
            List.of(Column.words("binding", Binding.values())));

    private final String id;
    private final String title;
    private final List<Column> inputs;
    private final List<Column> outputs;

    Table(String id, String title, List<Column> inputs, List<Column> outputs) {
        this.id = id;
        this.title = title;
        this.inputs = inputs;
        this.outputs = outputs;
    }

    /** The id of its decision, and the name of its file in {@code processes/}. */
    public String id() {
        return id;
    }

    /** What pages call it. */
    public String title() {
        return title;
    }

    /** What addresses call it. */
    public String slug() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    public List<Column> inputs() {
        return inputs;
    }

    public List<Column> outputs() {
        return outputs;
    }

    /** The table an address names. */
    public static Optional<Table> bySlug(String slug) {
        return Arrays.stream(values())
                .filter(table -> table.slug().equals(slug))
                .findFirst();
    }

    /** The table whose decision has an id. */
    public static Table byId(String id) {
        return Arrays.stream(values())
                .filter(table -> table.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no table " + id));
    }
}
