package org.probatum.notification;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of trying to deliver a message. */
public sealed interface Receipt {
    /** The HTTP status that was answered; null when there was none. */
    @Nullable
    Integer status();

    /** It arrived. */
    record Delivered(@Nullable Integer status) implements Receipt {}

    /**
     * It did not, and may the next time.
     *
     * @param after when the receiver wants to hear again; null when it did not say
     */
    record Failed(
            String why, @Nullable Integer status, @Nullable Duration after) implements Receipt {
        public Failed(String why) {
            this(why, null, null);
        }
    }

    /** It never will as things are: somebody has to change something. */
    record Refused(String why, @Nullable Integer status) implements Receipt {}

    /** The receiver wants nothing more, ever. */
    record Gone(@Nullable Integer status) implements Receipt {}
}
