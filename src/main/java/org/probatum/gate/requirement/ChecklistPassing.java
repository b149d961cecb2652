package org.probatum.gate.requirement;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.probatum.decision.Gate;
import org.probatum.gate.Case;
import org.probatum.gate.Checklist;
import org.probatum.gate.Finding;
import org.probatum.gate.Requirement;

/** What was promised is what was measured. */
@Singleton
class ChecklistPassing implements Requirement {
    @Override
    public Question asks() {
        return new Question(
                "verification.checklist",
                "Every item of the checklist is measured and passes",
                Gate.VERIFICATION,
                30,
                true,
                true);
    }

    @Override
    public Finding judge(Case laid) {
        List<Checklist.Item> items = Checklist.of(laid);
        List<String> failing = new ArrayList<>();
        List<String> waived = new ArrayList<>();
        for (Checklist.Item item : items) {
            if (!item.passes()) {
                laid.waiver(asks().id(), item.metric(), item.words())
                        .ifPresentOrElse(
                                waiver -> waived.add(item.words() + " (" + waiver.words() + ")"),
                                () -> failing.add(item.words()));
            }
        }
        if (items.isEmpty()) {
            return new Finding.Unsatisfied(
                    "The checklist is empty.", "State outcomes with a metric, direction and target.");
        }
        if (failing.isEmpty() && !waived.isEmpty()) {
            return new Finding.Waived(Numbered.join(waived));
        }
        return failing.isEmpty()
                ? new Finding.Satisfied(Numbered.count(items, "item") + " measured and passing.")
                : new Finding.Unsatisfied(
                        "Not passing: " + Numbered.join(failing) + ".",
                        "Runs of the selected option must measure each outcome and reach its target.");
    }
}
