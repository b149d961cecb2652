package org.probatum.gate.web;

import java.util.List;
import org.probatum.decision.Part;
import org.probatum.shared.web.Field;
import org.probatum.shared.web.Form;

/** The edit forms, part by part: which fields, under which names, in which order. */
final class PartForms {
    private static final List<Field.Choice> YES_NO =
            List.of(new Field.Choice("true", "Hard: may not be traded away"), new Field.Choice("false", "Soft"));

    private PartForms() {}

    /** The sections of a part; claims are those on file, each marked where it stands when nothing backs it. */
    static List<Section> of(Part part, Form form, List<Field.Choice> people, List<ClaimRow> claims) {
        return switch (part) {
            case PROFILE -> profile(form);
            case SCOPE -> scope(form);
            case OPTIONS -> options(form, claims);
            case RISKS -> risks(form, people);
            case ROLLOUT, ROLLBACK -> wayIn(form, people);
            case FOLLOW_UPS -> followUps(form, people);
            case SUMMARY -> summary(form);
            case CITED_RUNS -> citedRuns(form);
            case TRACKING_PLAN -> PlanForm.of(form);
            case TRADE_OFFS, RUNS -> throw new IllegalArgumentException(part + " has a page of its own");
        };
    }

    private static List<Section> profile(Form form) {
        return List.of(Section.of(
                "Profile",
                "What is at stake is judged from this: it sets the tier, and with it who reviews and how long they have.",
                form.field("/title", "Title"),
                form.field("/category", "Category"),
                form.field("/subject", "What it is about at heart").saying("Left open, it is machine learning."),
                form.field("/productionImpact", "Production impact"),
                form.field("/dataSensitivity", "Data sensitivity"),
                form.field("/reversibility", "Going back is"),
                form.field("/tags", "Tags").saying("One a line, at most 20, such as credit-scoring.")));
    }

    private static List<Section> scope(Form form) {
        return List.of(
                Section.rows(
                        form,
                        "/outcomes",
                        "Outcomes",
                        "Outcome",
                        "What is to be better, by which metric, and how much.",
                        p -> List.of(
                                form.field(p + "/metric", "Metric"),
                                form.field(p + "/direction", "Better is"),
                                form.field(p + "/target", "Target"),
                                form.field(p + "/statement", "In words").saying(""))),
                Section.rows(
                        form,
                        "/constraints",
                        "Constraints",
                        "Constraint",
                        "What no option may break.",
                        p -> List.of(
                                form.field(p + "/hard", "How binding").among(YES_NO),
                                form.field(p + "/statement", "Condition"))),
                Section.of(
                        "No constraints",
                        "Only when there is no hard constraint: say why.",
                        form.field("/noConstraintsReason", "Why there is none").saying("")),
                Section.rows(
                        form,
                        "/assumptions",
                        "Assumptions",
                        "Assumption",
                        "What is taken to be true, and how that would be checked.",
                        p -> List.of(
                                form.field(p + "/statement", "What is taken to be true")
                                        .saying(""),
                                form.field(p + "/check", "How it would be checked")
                                        .saying(""))),
                CriteriaForm.of(
                        form,
                        "The tests that decide. They are sealed when the scope gate passes, before any result is seen."));
    }

    private static List<Section> options(Form form, List<ClaimRow> claims) {
        return List.of(
                Section.rows(
                        form,
                        "/options",
                        "Options",
                        "Option",
                        "At least two, one of them leaving things as they are.",
                        p -> List.of(
                                form.field(p + "/id", "Short name").saying("Such as gbm; trade-offs refer to it."),
                                form.field(p + "/title", "Title"),
                                form.field(p + "/statusQuo", "This is how things are today")
                                        .saying(""),
                                form.field(p + "/description", "What it means"),
                                form.field(p + "/runs", "Runs")
                                        .saying(
                                                "One a line: inline:credit-gbm-11, or mlflow:prod/4f3c… for an imported one."))),
                Section.of(
                        "Selection",
                        "",
                        form.field("/selected", "Selected option").saying("The short name of one option above."),
                        form.field("/namedDifference", "Named difference")
                                .saying(
                                        "Only when the compared runs differ in dataset, split or metric: say in what.")),
                Section.rows(
                                form,
                                "/rationale",
                                "Rationale",
                                "Claim",
                                "Why it was selected, claim by claim, each with what shows it.",
                                p -> List.of(
                                        form.field(p + "/claim", "Claim"),
                                        form.field(p + "/evidence", "Evidence")
                                                .saying(
                                                        "One a line: inline:<run>, mlflow:<connection>/<run id>, comparison:<criterion>, document:<https address>.")))
                        .marked(claims.stream().map(ClaimRow::flaw).toList()));
    }

    private static List<Section> risks(Form form, List<Field.Choice> people) {
        return List.of(Section.rows(
                form,
                "/risks",
                "Risks",
                "Risk",
                "What could go wrong, what is done about it, and who owns what is left.",
                p -> List.of(
                        form.field(p + "/title", "Title"),
                        form.field(p + "/id", "Short name").saying("Left out, it is numbered: r1, r2."),
                        form.field(p + "/likelihood", "Likelihood"),
                        form.field(p + "/impact", "Impact"),
                        form.field(p + "/mitigation", "Mitigation"),
                        form.field(p + "/residualLikelihood", "Likelihood after"),
                        form.field(p + "/residualImpact", "Impact after"),
                        form.field(p + "/owner", "Owner").among(people),
                        form.field(p + "/due", "Verified by"),
                        form.field(p + "/verification", "Verification"))));
    }

    private static List<Section> wayIn(Form form, List<Field.Choice> people) {
        return List.of(
                Section.rows(
                        form,
                        "/rollout",
                        "Rollout",
                        "Step",
                        "The steps into production, in order, each with the measurable condition for taking the next.",
                        p -> List.of(
                                form.field(p + "/step", "Step"),
                                form.field(p + "/go/metric", "Go on when"),
                                form.field(p + "/go/operator", "Is"),
                                form.field(p + "/go/value", "Value"),
                                form.field(p + "/go/window", "Over").saying("P7D is seven days, PT12H twelve hours."))),
                Section.of(
                        "Rollback",
                        "When to go back, how, and who does it.",
                        form.field("/rollback/trigger/metric", "Go back when"),
                        form.field("/rollback/trigger/operator", "Is"),
                        form.field("/rollback/trigger/value", "Value"),
                        form.field("/rollback/trigger/window", "Over").saying("P7D is seven days, PT12H twelve hours."),
                        form.field("/rollback/owner", "Who goes back").among(people),
                        form.field("/rollback/steps", "How to go back").saying("One step a line, in order.")));
    }

    private static List<Section> followUps(Form form, List<Field.Choice> people) {
        return List.of(Section.rows(
                form,
                "/followUps",
                "Follow-ups",
                "Follow-up",
                "What is still to do once the decision is published.",
                p -> List.of(
                        form.field(p + "/accountable", "Accountable").among(people),
                        form.field(p + "/due", "Due"),
                        form.field(p + "/action", "What is to be done"))));
    }

    private static List<Section> citedRuns(Form form) {
        return List.of(
                Section.rows(
                        form,
                        "/options",
                        "Cited runs",
                        "Option",
                        "The options are decided; which runs show what they do can still be mended.",
                        p -> List.of(
                                form.field(p + "/id", "Option").saying("The short name of an option listed."),
                                form.field(p + "/runs", "Runs")
                                        .saying(
                                                "One a line: inline:credit-gbm-11, or mlflow:prod/4f3c… for an imported one."))));
    }

    private static List<Section> summary(Form form) {
        return List.of(Section.of(
                "Summary",
                "What the published record opens with.",
                form.field("/context", "Context"),
                form.field("/decision", "Decision"),
                form.field("/consequences", "Consequences"),
                form.field("/supersedes", "Takes the place of")
                        .saying(
                                "One a line: keys of your team's published decisions, such as CR-3. They hold no more once this"
                                        + " one is published.")));
    }
}
