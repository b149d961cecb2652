package org.probatum.gate;

import java.util.List;
import org.probatum.decision.Binding;
import org.probatum.decision.Gate;
import org.probatum.decision.Judgement;

/**
 * A gate's whole answer to "why not?": every requirement and what it found, the digest of the material it looked at, and
 * what the requirement policy said of each.
 */
public record GateReport(Gate gate, String material, List<Line> lines, Judgement judgement) {
    /** One requirement's line, and how much policy lets it bind. */
    public record Line(Requirement.Question asked, Binding binding, Finding finding) {
        public String id() {
            return asked.id();
        }

        public String title() {
            return asked.title();
        }

        public boolean waivable() {
            return asked.waivable();
        }

        /** It is waived item by item. */
        public boolean itemized() {
            return asked.itemized();
        }

        /** It is shown and does not stand in the way. */
        public boolean advisory() {
            return binding == Binding.ADVISORY;
        }

        /** It does not stand in the way. */
        public boolean passes() {
            return passes(binding, finding.state());
        }

        /** A requirement that binds so much, found in a state, does not stand in the way. */
        public static boolean passes(Binding binding, String state) {
            return binding != Binding.REQUIRED || !(state.equals("unsatisfied") || state.equals("error"));
        }

        public String state() {
            return finding.state();
        }

        public String because() {
            return finding.because();
        }

        public String wouldSatisfy() {
            return finding.wouldSatisfy();
        }
    }

    /** Every requirement that applies is satisfied or waived. */
    public boolean isMet() {
        return lines.stream().allMatch(Line::passes);
    }

    /** The lines that stand in the way. */
    public List<Line> unmet() {
        return lines.stream().filter(line -> !line.passes()).toList();
    }
}
