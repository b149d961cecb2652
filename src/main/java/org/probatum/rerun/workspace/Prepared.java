package org.probatum.rerun.workspace;

import java.util.List;
import org.probatum.rerun.Launch;

/** What came of preparing a workspace. */
public sealed interface Prepared {
    /** Everything is in place and checked: the command can start. */
    record Ready(Launch launch) implements Prepared {}

    /** What was recorded does not allow a rerun; asking again changes nothing until something is recorded or restored. */
    record Refused(List<Reason> reasons) implements Prepared {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }

    /** Something failed that may pass: asking again later may do. */
    record Later(String words) implements Prepared {}
}
