package org.probatum.gate;

import java.util.List;
import org.probatum.decision.Gate;

/** A gate's whole answer to "why not?": every requirement and what it found, and the digest of the material it looked at. */
public record GateReport(Gate gate, String material, List<Line> lines) {
    /** One requirement's line. */
    public record Line(Requirement.Question asked, Finding finding) {
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
        return lines.stream().allMatch(line -> line.finding().passes());
    }

    /** The lines that stand in the way. */
    public List<Line> unmet() {
        return lines.stream().filter(line -> !line.finding().passes()).toList();
    }
}
