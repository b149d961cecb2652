package org.probatum.rerun.queue;

import org.probatum.decision.Decision;

/** Nothing of a decision is being run again any more, and what was is judged. Told in the same transaction. */
public record RerunsJudged(Decision decision) {}
