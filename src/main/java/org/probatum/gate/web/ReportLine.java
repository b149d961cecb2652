package org.probatum.gate.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.decision.Part;
import org.probatum.gate.GateReport;

/** A line of a gate's report as pages show it: mark, word and look of its state, and where it can be mended. */
record ReportLine(
        GateReport.Line line,
        String mark,
        String look,
        @Nullable Way way) {
    /** Where a requirement is met: the address below the decision's own, and what the link says. */
    record Way(String address, String words) {}

    public boolean passes() {
        return line.passes();
    }

    /** Unmet or not, it is only shown. */
    public boolean advisory() {
        return line.advisory();
    }

    static List<ReportLine> of(GateReport report, Decision decision) {
        return report.lines().stream()
                .map(line -> switch (line.state()) {
                    case "satisfied" -> new ReportLine(line, "✓", "good", null);
                    case "waived" -> new ReportLine(line, "◐", "warn", null);
                    case "not applicable" -> new ReportLine(line, "–", "na", null);
                    default ->
                        line.passes()
                                ? new ReportLine(line, "△", "warn", way(line.id(), decision))
                                : new ReportLine(line, "✕", "bad", way(line.id(), decision));
                })
                .toList();
    }

    /** The page on which a requirement can be met, when the decision's stage still allows that. */
    private static @Nullable Way way(String requirement, Decision decision) {
        return switch (requirement) {
            case "scope.tracking-plan" -> edit(Part.TRACKING_PLAN, "Edit the logging plan", decision);
            case "verification.unchanged" -> new Way("/deviations", "See the deviations");
            case "scope.boundary" -> edit(Part.PROFILE, "Edit the profile", decision);
            case "options.alternatives", "options.claims", "options.comparable", "options.superiority" ->
                edit(Part.OPTIONS, "Edit the options", decision);
            case "trade-offs.complete", "trade-offs.competent" ->
                edit(Part.TRADE_OFFS, "Open the trade-offs", decision);
            case "trade-offs.rollout", "trade-offs.rollback" ->
                edit(Part.ROLLOUT, "Edit rollout and rollback", decision);
            case "risk.owned" -> edit(Part.RISKS, "Edit the risks", decision);
            case "risk.within-tolerance", "risk.within-appetite" -> new Way("#risks", "See the risks");
            case "verification.checklist" -> new Way("/checklist", "See the checklist");
            case "verification.metadata" -> edit(Part.RUNS, "Attach a run", decision);
            case "verification.reproduced" -> new Way("/reruns", "See the reruns");
            case "publication.summary", "publication.supersedes" -> edit(Part.SUMMARY, "Write the summary", decision);
            case "publication.follow-ups" -> edit(Part.FOLLOW_UPS, "Edit the follow-ups", decision);
            default ->
                requirement.startsWith("escalation.")
                        ? new Way("#escalations", "See the escalation")
                        : requirement.startsWith("scope.") ? edit(Part.SCOPE, "Edit the scope", decision) : null;
        };
    }

    private static @Nullable Way edit(Part part, String words, Decision decision) {
        return part.openIn(decision.stage()) ? new Way("/edit/" + part.words(), words) : null;
    }
}
