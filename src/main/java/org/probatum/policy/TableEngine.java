package org.probatum.policy;

import java.util.Map;

/** The port to the engine that evaluates decision tables. */
public interface TableEngine {
    /** A table ready to be asked; safe to share. */
    interface Compiled {
        /**
         * The outputs of the rule that holds.
         *
         * @throws IllegalStateException when none holds
         */
        Map<String, Object> ask(Map<String, Object> inputs);
    }

    /** Makes ready the decision of that id. */
    Compiled compile(String id, String dmn);
}
