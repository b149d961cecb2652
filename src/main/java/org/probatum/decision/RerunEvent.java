package org.probatum.decision;

import java.util.List;

/** What becomes of runs that are run again. */
public sealed interface RerunEvent extends DecisionEvent {
    record RerunsOrdered(List<String> runs, String executor) implements RerunEvent {
        @Override
        public String summary() {
            return "had run again: " + String.join(", ", runs);
        }
    }

    record RerunCancelled(String run) implements RerunEvent {
        @Override
        public String summary() {
            return "cancelled the rerun of " + run;
        }
    }

    record RunJudged(String run, String verdict, String because) implements RerunEvent {
        @Override
        public String summary() {
            return run + ": " + DecisionEvent.words(verdict) + ". " + because;
        }
    }

    record VerificationStopped(List<String> runs) implements RerunEvent {
        @Override
        public String summary() {
            return "stopped: " + String.join(", ", runs) + " could not be reproduced";
        }
    }

    record VerificationResumed() implements RerunEvent {
        @Override
        public String summary() {
            return "took the verification up again with other evidence";
        }
    }
}
