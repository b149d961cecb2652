package org.probatum.log;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A witness and how far it has come; asked by one thread, looked at by many. */
public final class Watched {
    private static final Logger LOG = Logger.getLogger(Watched.class);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int DOUBLINGS = 8;

    private final Witness witness;
    private final LogFiles files;
    private final AskWitness askWitness;
    private final Cosignatures cosignatures;
    private final Charges charges;
    private final Duration poll;
    private long seen;
    private boolean greeted;
    private int failures;
    private long notBefore = System.nanoTime();
    private volatile Standing standing;

    Watched(
            Witness witness,
            LogFiles files,
            AskWitness askWitness,
            Cosignatures cosignatures,
            Charges charges,
            Duration poll) {
        this.witness = witness;
        this.files = files;
        this.askWitness = askWitness;
        this.cosignatures = cosignatures;
        this.charges = charges;
        this.poll = poll;
        this.standing = new Standing(witness.key().name(), 0, null, "it was not asked yet", false);
    }

    /**
     * How it stands with a witness.
     *
     * @param size of the newest checkpoint that it cosigned; 0 before the first
     * @param at when it did, by its own clock
     * @param words what came of asking it last, as a clause
     * @param charging it says that this log is not the one that it has seen
     */
    public record Standing(String name, long size, @Nullable Instant at, String words, boolean charging) {}

    /** As it stands now. */
    Standing standing() {
        return standing;
    }

    /** Asks it, if there is something new to ask and the last failure is long enough ago. */
    void round() {
        try {
            Optional<Cosignatures.Last> last = cosignatures.last(witness);
            Head head = files.head().orElse(null);
            long cosigned = last.map(Cosignatures.Last::size).orElse(0L);
            seen = Math.max(seen, cosigned);
            // Once after each start whatever it cosigned: it may have seen more than a database that was put back.
            boolean news = head != null && (!greeted || head.size() > cosigned);
            if (head != null && news && System.nanoTime() - notBefore >= 0) {
                ask(head, last.orElse(null));
            }
        } catch (RuntimeException fault) {
            LOG.errorf(fault, "Witness %s could not be asked; the next round tries again", standing.name());
            later();
        }
    }

    private void ask(Head head, Cosignatures.@Nullable Last before) {
        AskWitness.Outcome outcome = askWitness.ask(witness, head, Math.min(seen, head.size()));
        if (outcome instanceof AskWitness.Outcome.Elsewhere elsewhere) {
            // Another node may have gone on meanwhile: what the log is now counts.
            Head now = files.head().orElse(head);
            if (elsewhere.seen() <= now.size()) {
                seen = elsewhere.seen();
                took(now, before, askWitness.ask(witness, now, seen));
                return;
            }
        }
        took(head, before, outcome);
    }

    private void took(Head head, Cosignatures.@Nullable Last before, AskWitness.Outcome outcome) {
        long size = before == null ? 0 : before.size();
        Instant at = before == null ? null : before.at();
        if (outcome instanceof AskWitness.Outcome.Cosigned cosigned) {
            cosignatures.keep(head.size(), cosigned.signed(), cosigned.at());
            seen = head.size();
            greeted = true;
            failures = 0;
            notBefore = System.nanoTime();
            says(head.size(), cosigned.at(), "it has cosigned all there is", false);
        } else if (outcome instanceof AskWitness.Outcome.Elsewhere moved && moved.seen() <= head.size()) {
            seen = moved.seen();
            says(size, at, "it has moved on while it was asked, and is asked again", standing.charging());
            later();
        } else if (outcome instanceof AskWitness.Outcome.Refused refused) {
            says(size, at, refused.why(), standing.charging());
            later();
        } else {
            String why = outcome instanceof AskWitness.Outcome.Elsewhere elsewhere
                    ? "it has seen " + elsewhere.seen() + " leaves of this log, which has " + head.size()
                    : ((AskWitness.Outcome.Forked) outcome).why();
            if (!standing.charging()) {
                LOG.errorf("Witness %s charges this log: %s", standing.name(), why);
                charges.keep(standing.name(), why);
            }
            says(size, at, why, true);
            later();
        }
    }

    private void says(long size, @Nullable Instant at, String words, boolean charging) {
        standing = new Standing(standing.name(), size, at, words, charging);
    }

    /** Twice as long after each failure, up to five minutes, and not all at one moment. */
    private void later() {
        long wait = Math.min(LONGEST.toNanos(), poll.toNanos() << Math.min(DOUBLINGS, failures++));
        notBefore = System.nanoTime() + wait / 2 + ThreadLocalRandom.current().nextLong(wait / 2 + 1);
    }
}
