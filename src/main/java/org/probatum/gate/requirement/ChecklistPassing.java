package org.probatum.gate.requirement;

import jakarta.inject.Singleton;
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
                true);
    }

    @Override
    public Finding judge(Case laid) {

        List<Checklist.Item> items = Checklist.of(laid);
        List<String> failing = items.stream()
                .filter(item -> !item.passes())
                .map(item -> item.metric() + " " + item.measuredWords() + ", wanted " + item.threshold())
                .toList();
        if (items.isEmpty()) {
            return new Finding.Unsatisfied(
                    "The checklist is empty.", "State outcomes with a metric, direction and target.");
        }
        return failing.isEmpty()
                ? new Finding.Satisfied(Numbered.count(items, "item") + " measured and passing.")
                : new Finding.Unsatisfied(
                        "Not passing: " + Numbered.join(failing) + ".",
                        "Runs of the selected option must measure each outcome and reach its target.");
    }
}
