package org.probatum.gate.requirement;

import jakarta.inject.Singleton;
import java.util.List;
import org.probatum.decision.Gate;
import org.probatum.gate.Case;
import org.probatum.gate.Checklist;
import org.probatum.gate.Finding;
import org.probatum.gate.Requirement;

/** What was promised is what was measured, item by item. */
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
        if (items.stream().noneMatch(Checklist.Item::promised)) {
            return new Finding.Unsatisfied(
                    "The checklist is empty of what was promised.",
                    "State outcomes with a metric, direction and target.");
        }
        List<String> failing = items.stream()
                .filter(Checklist.Item::blocks)
                .map(Checklist.Item::words)
                .toList();
        if (!failing.isEmpty()) {
            return new Finding.Unsatisfied(
                    "Not passing: " + Numbered.join(failing)
                            + (failing.get(failing.size() - 1).endsWith(".") ? "" : "."),
                    "Runs of the selected option must measure each outcome and reach its target; the checklist says for each"
                            + " item what it should be.");
        }
        List<String> waived = items.stream()
                .filter(item -> item.waiver() != null)
                .map(item -> item.words() + " (" + item.waiver() + ")")
                .toList();
        return waived.isEmpty()
                ? new Finding.Satisfied(Numbered.count(items, "item") + " measured and passing.")
                : new Finding.Waived(Numbered.join(waived));
    }
}
