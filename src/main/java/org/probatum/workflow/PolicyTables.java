package org.probatum.workflow;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.probatum.decision.Gate;
import org.probatum.decision.MaterialPart;
import org.probatum.decision.Policy;
import org.probatum.decision.Profile;
import org.probatum.decision.Slot;
import org.probatum.decision.Tier;
import org.probatum.decision.material.DataSensitivity;
import org.probatum.decision.material.ProductionImpact;
import org.probatum.decision.material.Reversibility;
import org.probatum.people.TeamRole;
import org.probatum.shared.Digest;

/** The decision tables in {@code processes/}, asked by the DMN engine. A gate asks the same again and again, so answers are kept. */
@Startup
@Singleton
public class PolicyTables implements Policy {
    /** Tags are free text, so rulings are kept only so far. */
    private static final int MOST_RULINGS = 1_000;

    private final DmnEngine engine;
    private final DmnDecision intakeBoundary;
    private final DmnDecision decisionTier;
    private final DmnDecision gateTerms;
    private final String version;
    private final Map<List<Object>, Object> known = new ConcurrentHashMap<>();
    private final Map<List<Object>, Ruling> rulings = new ConcurrentHashMap<>();

    PolicyTables() {
        this.engine =
                DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
        String intake = read("IntakeBoundary");
        String tier = read("DecisionTier");
        String terms = read("GateTerms");
        this.intakeBoundary = parse("IntakeBoundary", intake);
        this.decisionTier = parse("DecisionTier", tier);
        this.gateTerms = parse("GateTerms", terms);
        this.version = Digest.of(intake + tier + terms);
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public Ruling intake(Profile profile) {
        List<Object> facts = List.of(
                profile.category(), Objects.requireNonNull(profile.subject()), Objects.requireNonNull(profile.tags()));
        if (rulings.size() > MOST_RULINGS) {
            rulings.clear();
        }
        return rulings.computeIfAbsent(facts, asked -> rule(profile));
    }

    private Ruling rule(Profile profile) {
        DmnDecisionRuleResult answer = ask(
                intakeBoundary,
                Variables.putValue("category", profile.category().name())
                        .putValue(
                                "subject",
                                Objects.requireNonNull(profile.subject()).name())
                        .putValue("tags", Objects.requireNonNull(profile.tags())));
        return new Ruling("ACCEPTED".equals(text(answer, "ruling")), text(answer, "reason"), text(answer, "whereToGo"));
    }

    @Override
    public Tier tier(Profile profile) {
        List<Object> facts = List.of(
                profile.category().name(),
                Objects.requireNonNullElse(profile.productionImpact(), ProductionImpact.DIRECT)
                        .name(),
                Objects.requireNonNullElse(profile.dataSensitivity(), DataSensitivity.SPECIAL)
                        .name(),
                Objects.requireNonNullElse(profile.reversibility(), Reversibility.IRREVERSIBLE)
                        .name());
        return (Tier) known.computeIfAbsent(
                facts,
                asked -> Tier.valueOf(text(
                        ask(
                                decisionTier,
                                Variables.putValue("category", asked.get(0))
                                        .putValue("productionImpact", asked.get(1))
                                        .putValue("dataSensitivity", asked.get(2))
                                        .putValue("reversibility", asked.get(3))),
                        "tier")));
    }

    @Override
    public Terms terms(Gate gate, Tier tier) {
        return (Terms) known.computeIfAbsent(List.of(gate, tier), asked -> {
            DmnDecisionRuleResult answer =
                    ask(gateTerms, Variables.putValue("gate", gate.name()).putValue("tier", tier.name()));
            return new Terms(
                    Slot.read(text(answer, "slots")),
                    number(answer, "workingDays"),
                    number(answer, "reminderDays"),
                    TeamRole.valueOf(text(answer, "escalateTo")),
                    TeamRole.valueOf(text(answer, "waivedBy")),
                    MaterialPart.read(text(answer, "material")));
        });
    }

    private DmnDecisionRuleResult ask(DmnDecision table, VariableMap inputs) {
        DmnDecisionRuleResult answer =
                engine.evaluateDecisionTable(table, inputs).getSingleResult();
        if (answer == null) {
            throw new IllegalStateException("the table " + table.getKey() + " has no rule for " + inputs);
        }
        return answer;
    }

    private DmnDecision parse(String key, String table) {
        return engine.parseDecision(key, new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(DmnDecisionRuleResult answer, String output) {
        return String.valueOf((Object) answer.getEntry(output));
    }

    private static int number(DmnDecisionRuleResult answer, String output) {
        Number number = answer.getEntry(output);
        return number.intValue();
    }

    private static String read(String table) {
        String path = "processes/" + table + ".dmn";
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(path + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(path + " cannot be read", e);
        }
    }
}
