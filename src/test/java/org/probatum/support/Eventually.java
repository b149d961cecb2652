package org.probatum.support;

import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What is so after a while, since it is done after the request: looked at again and again, and not longer than needed. */
public final class Eventually {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Eventually() {}

    /** Passes as soon as the assertion does; fails as it does once patience ends. */
    public static void holds(ThrowingCallable assertion) {
        holds(PATIENCE, assertion);
    }

    public static void holds(Duration within, ThrowingCallable assertion) {
        Instant end = Instant.now().plus(within);
        while (true) {
            try {
                assertion.call();
                return;
            } catch (Throwable notYet) {
                if (Instant.now().isAfter(end)) {
                    throw notYet instanceof AssertionError failed ? failed : new AssertionError(notYet);
                }
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }
}
