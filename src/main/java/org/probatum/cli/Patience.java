package org.probatum.cli;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Looks at a decision again and again, ever less often, until it has got somewhere or the time is up. */
record Patience(Duration longest, Predicate<Standing> mayMove, Console console) {
    private static final long FIRST_PAUSE = 1_000;
    private static final long LONGEST_PAUSE = 15_000;

    Sighting await(Supplier<Sighting> look) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        long pause = FIRST_PAUSE;
        Sighting seen = look.get();
        while (mayMove.test(seen.standing())) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                return seen;
            }
            Thread.sleep(Math.min(pause, left));
            seen = pause < left ? again(look, seen) : look.get();
            pause = Math.min(pause * 3 / 2, LONGEST_PAUSE);
        }
        return seen;
    }

    /** A service that is started anew meanwhile is no reason to give up; one that is away at the end is. */
    private Sighting again(Supplier<Sighting> look, Sighting before) {
        try {
            return look.get();
        } catch (Failure away) {
            if (away.exit() != Exit.UNAVAILABLE) {
                throw away;
            }
            console.note("probatum: " + away.title() + "; still waiting");
            return before;
        }
    }
}
