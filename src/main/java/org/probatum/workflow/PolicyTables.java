package org.probatum.workflow;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Gate;
import org.probatum.decision.Policy;
import org.probatum.decision.Tier;
import org.probatum.decision.material.Category;
import org.probatum.decision.material.DataSensitivity;
import org.probatum.decision.material.ProductionImpact;
import org.probatum.decision.material.Reversibility;
import org.probatum.decision.material.Subject;
import org.probatum.people.TeamRole;
import org.probatum.shared.Digest;

/** The decision tables in {@code processes/}, asked by the DMN engine. Terms and tiers have few answers, which are kept. */
@Startup
@Singleton
public class PolicyTables implements Policy {
    private final DmnEngine engine;
    private final DmnDecision intakeBoundary;
    private final DmnDecision decisionTier;
    private final DmnDecision gateTerms;
    private final String version;
    private final Map<List<Object>, Object> known = new ConcurrentHashMap<>();

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
    public Ruling intake(Category category, Subject subject, List<String> tags) {
        DmnDecisionRuleResult answer = ask(
                intakeBoundary,
                Variables.putValue("category", category.name())
                        .putValue("subject", subject.name())
                        .putValue("tags", tags));
        return new Ruling("ACCEPTED".equals(text(answer, "ruling")), text(answer, "reason"), text(answer, "whereToGo"));
    }

    @Override
    public Tier tier(
            Category category,
            @Nullable ProductionImpact impact,
            @Nullable DataSensitivity sensitivity,
            @Nullable Reversibility reversibility) {
        ProductionImpact production = impact == null ? ProductionImpact.DIRECT : impact;
        DataSensitivity data = sensitivity == null ? DataSensitivity.SPECIAL : sensitivity;
        Reversibility back = reversibility == null ? Reversibility.IRREVERSIBLE : reversibility;
        return (Tier) known.computeIfAbsent(
                List.of(category, production, data, back),
                asked -> Tier.valueOf(text(
                        ask(
                                decisionTier,
                                Variables.putValue("category", category.name())
                                        .putValue("productionImpact", production.name())
                                        .putValue("dataSensitivity", data.name())
                                        .putValue("reversibility", back.name())),
                        "tier")));
    }

    @Override
    public Terms terms(Gate gate, Tier tier) {
        return (Terms) known.computeIfAbsent(List.of(gate, tier), asked -> {
            DmnDecisionRuleResult answer =
                    ask(gateTerms, Variables.putValue("gate", gate.name()).putValue("tier", tier.name()));
            return new Terms(
                    TeamRole.valueOf(text(answer, "slot")),
                    number(answer, "workingDays"),
                    number(answer, "reminderDays"),
                    TeamRole.valueOf(text(answer, "escalateTo")));
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
