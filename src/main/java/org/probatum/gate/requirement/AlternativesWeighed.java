package org.probatum.gate.requirement;

import jakarta.inject.Singleton;
import java.util.List;
import org.probatum.decision.Gate;
import org.probatum.decision.material.Option;
import org.probatum.gate.Case;
import org.probatum.gate.Finding;
import org.probatum.gate.Requirement;

/** A decision without an alternative is none. */
@Singleton
class AlternativesWeighed implements Requirement {
    @Override
    public Question asks() {
        return new Question(
                "options.alternatives",
                "Two options or more, one the status quo, one selected",
                Gate.OPTIONS,
                10,
                false);
    }

    @Override
    public Finding judge(Case laid) {
        List<Option> options = laid.material().choice().options();
        long statusQuos = options.stream().filter(Option::statusQuo).count();
        if (options.size() < 2) {
            return new Finding.Unsatisfied(
                    Numbered.count(options, "option") + " listed.", "List two or more, one of them the status quo.");
        }
        if (statusQuos != 1) {
            return new Finding.Unsatisfied(
                    statusQuos + " options are marked as the status quo.", "Mark exactly one as the status quo.");
        }
        return laid.material()
                .selected()
                .<Finding>map(
                        chosen -> new Finding.Satisfied(options.size() + " options, \"" + chosen.id() + "\" selected."))
                .orElseGet(() -> new Finding.Unsatisfied("No option is selected.", "Select one."));
    }
}
