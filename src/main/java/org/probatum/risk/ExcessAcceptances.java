package org.probatum.risk;

/** Whether somebody entitled to has accepted that a team bears more than its appetite. */
public interface ExcessAcceptances {
    /** The excess, as it is now, is accepted: no larger and no other than the one accepted. */
    boolean covers(long teamId, Appetite.Breach breach);
}
