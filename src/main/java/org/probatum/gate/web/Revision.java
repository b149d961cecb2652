package org.probatum.gate.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.decision.Part;
import org.probatum.decision.Profile;
import org.probatum.decision.ReviseMaterial;
import org.probatum.decision.material.FollowUp;
import org.probatum.decision.material.Material;
import org.probatum.decision.material.OptionSet;
import org.probatum.decision.material.Parts;
import org.probatum.decision.material.PlannedField;
import org.probatum.decision.material.Risk;
import org.probatum.decision.material.Rollback;
import org.probatum.decision.material.RolloutStep;
import org.probatum.decision.material.Scope;
import org.probatum.decision.material.Summary;
import org.probatum.evidence.PlanTracking;
import org.probatum.evidence.TrackingPlan;
import org.probatum.people.Actor;
import org.probatum.shared.Problem;
import org.probatum.shared.Violation;
import org.probatum.shared.web.Form;
import org.probatum.shared.web.Input;

/** Between the edit forms and the material: what a part's form is filled with, and what sending it revises. */
@ApplicationScoped
class Revision {
    private static final String SCHEMA = "decision-1";

    private final ReviseMaterial reviseMaterial;
    private final PlanTracking planTracking;
    private final Input input;

    Revision(ReviseMaterial reviseMaterial, PlanTracking planTracking, Input input) {
        this.reviseMaterial = reviseMaterial;
        this.planTracking = planTracking;
        this.input = input;
    }

    record RiskList(@Nullable List<Risk> risks) {}

    record WayIn(
            @Nullable List<RolloutStep> rollout, @Nullable Rollback rollback) {}

    record FollowUpList(@Nullable List<FollowUp> followUps) {}

    record Cited(String id, @Nullable List<String> runs) {}

    record CitedRuns(@Nullable List<Cited> options) {}

    record Planned(@Nullable List<PlannedField> entries) {}

    /** The part of the schema that a form of the part is checked by. */
    static String schemaPart(Part part) {
        return switch (part) {
            case PROFILE -> "profile";
            case SCOPE -> "scope";
            case OPTIONS -> "optionSet";
            case RISKS -> "riskList";
            case ROLLOUT, ROLLBACK -> "wayIn";
            case FOLLOW_UPS -> "followUpList";
            case SUMMARY -> "summary";
            case CITED_RUNS -> "citedRuns";
            case TRACKING_PLAN -> "trackingPlanList";
            case TRADE_OFFS, RUNS -> throw new IllegalArgumentException(part + " has a page of its own");
        };
    }

    /** What is on file of a part. */
    static Object filed(Decision decision, Part part) {
        Material material = decision.material();
        return switch (part) {
            case PROFILE -> decision.profile();
            case SCOPE -> material.scope();
            case OPTIONS -> material.choice();
            case RISKS -> new RiskList(material.risks());
            case ROLLOUT, ROLLBACK -> new WayIn(material.rollout(), material.rollback());
            case FOLLOW_UPS -> new FollowUpList(material.followUps());
            case SUMMARY -> material.summary();
            case CITED_RUNS ->
                new CitedRuns(material.choice().options().stream()
                        .map(option -> new Cited(option.id(), option.runs()))
                        .toList());
            case TRACKING_PLAN ->
                new Planned(TrackingPlan.of(decision).entries().stream()
                        .map(TrackingPlan.Entry::planned)
                        .toList());
            case TRADE_OFFS, RUNS -> throw new IllegalArgumentException(part + " has a page of its own");
        };
    }

    /** Revises the part as the form says; what is wrong is told by the form's own names. */
    void revise(Actor actor, String key, int seen, Part part, Form form) {
        switch (part) {
            case PROFILE -> reviseMaterial.describe(actor, key, seen, read(form, part, Profile.class));
            case SCOPE -> {
                Scope scope = read(form, part, Scope.class);
                inside("/scope", () -> reviseMaterial.revise(actor, key, seen, part, m -> m.with(scope)));
            }
            case OPTIONS -> {
                OptionSet choice = read(form, part, OptionSet.class);
                reviseMaterial.revise(actor, key, seen, part, m -> m.with(choice));
            }
            case RISKS -> {
                RiskList list = read(form, part, RiskList.class);
                reviseMaterial.revise(actor, key, seen, part, m -> m.withRisks(orNone(list.risks())));
            }
            case ROLLOUT, ROLLBACK -> {
                WayIn way = read(form, part, WayIn.class);
                reviseMaterial.revise(actor, key, seen, part, m -> m.withRollout(orNone(way.rollout()))
                        .with(way.rollback()));
            }
            case FOLLOW_UPS -> {
                FollowUpList list = read(form, part, FollowUpList.class);
                reviseMaterial.revise(actor, key, seen, part, m -> m.withFollowUps(orNone(list.followUps())));
            }
            case SUMMARY -> {
                Summary summary = read(form, part, Summary.class);
                reviseMaterial.revise(actor, key, seen, part, m -> m.with(summary));
            }
            case CITED_RUNS -> {
                CitedRuns cited = read(form, part, CitedRuns.class);
                reviseMaterial.revise(actor, key, seen, part, m -> cite(m, orNone(cited.options())));
            }
            case TRACKING_PLAN -> {
                Planned plan = read(form, part, Planned.class);
                planTracking.plan(actor, key, seen, orNone(plan.entries()));
            }
            case TRADE_OFFS, RUNS -> throw new IllegalArgumentException(part + " has a page of its own");
        }
    }

    private static Material cite(Material material, List<Cited> options) {
        Material revised = material;
        for (int i = 0; i < options.size(); i++) {
            String id = options.get(i).id();
            if (material.choice().options().stream().noneMatch(o -> o.id().equals(id))) {
                throw Problem.invalid(List.of(Violation.at(
                        "/options/" + i + "/id",
                        "no option is called \"" + id + "\"",
                        "the short name of an option listed")));
            }
            revised = revised.withCitedRuns(id, Parts.listOf(options.get(i).runs()));
        }
        return revised;
    }

    private <T> T read(Form form, Part part, Class<T> as) {
        if (!form.violations().isEmpty()) {
            throw Problem.invalid(form.violations());
        }
        return input.form(form.values(), SCHEMA, schemaPart(part), as);
    }

    /** Names what is wrong as the part does, not as the whole file does. */
    private static void inside(String whole, Runnable revision) {
        try {
            revision.run();
        } catch (Problem refused) {
            if (refused.violations().isEmpty()) {
                throw refused;
            }
            throw Problem.invalid(refused.violations().stream()
                    .map(v -> v.pointer().startsWith(whole)
                            ? Violation.at(v.pointer().substring(whole.length()), v.wrong(), v.right())
                            : v)
                    .toList());
        }
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
