package org.probatum.policy;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The port to the engine that evaluates decision tables. */
public interface TableEngine {
    /** A table ready to be asked; safe to share. */
    interface Compiled {
        /**
         * The outputs of the rule that holds; empty when none holds.
         *
         * @throws Refused when the table cannot be asked that
         */
        Map<String, Object> ask(Map<String, Object> inputs);
    }

    /** The engine cannot read a table, or cannot evaluate it. */
    final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final @Nullable Integer line;

        public Refused(String why, @Nullable Integer line) {
            super(why, null, false, false);
            this.line = line;
        }

        /** Where in the XML, when that is known. */
        public @Nullable Integer line() {
            return line;
        }
    }

    /**
     * Makes ready the decision of that id.
     *
     * @throws Refused when the table cannot be read
     */
    Compiled compile(String id, String dmn);
}
