package org.probatum.gate.web;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.decision.Duties;
import org.probatum.gate.Checklist;
import org.probatum.people.Actor;
import org.probatum.people.TeamRole;

/** What whoever looks at a gate may waive of it: nothing, or the unmet lines that can be waived, the checklist item by item. */
record Waiving(TeamRole right, List<Line> lines) {
    /** Something unmet that can be waived. */
    record Line(String requirement, @Nullable String item, String found) {
        /** The name of the form that waives it. */
        public String form() {
            return "waiver-" + requirement;
        }
    }

    static Waiving of(
            Actor actor, Decision decision, TeamRole right, Dossier.GateView view, List<Checklist.Item> checklist) {
        boolean may = decision.stage().gate() == view.gate()
                && actor.holds(right, decision.teamId())
                && Duties.exclusion(actor, decision).isEmpty();
        if (!may) {
            return new Waiving(right, List.of());
        }
        return new Waiving(
                right,
                view.lines().stream()
                        .filter(row -> !row.passes() && row.line().waivable())
                        .flatMap(row -> row.line().itemized()
                                ? items(row, checklist)
                                : Stream.of(new Line(
                                        row.line().id(), null, row.line().because())))
                        .toList());
    }

    private static Stream<Line> items(ReportLine row, List<Checklist.Item> checklist) {
        return checklist.stream()
                .filter(item -> item.blocks() && item.waivable())
                .map(item -> new Line(row.line().id(), item.id(), item.words()));
    }
}
