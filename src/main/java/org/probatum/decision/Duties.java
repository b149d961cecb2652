package org.probatum.decision;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.probatum.people.Actor;
import org.probatum.people.StandIn;
import org.probatum.people.Voice;
import org.probatum.shared.Problem;

/**
 * Separation of duties: who may not judge a decision, because it is their own work. Asked by every action that judges; the
 * database holds the same rules by its own (check_duties).
 */
public final class Duties {
    private Duties() {}

    /** The rule that bars somebody from judging the decision for themselves, as a sentence; empty when none does. */
    public static Optional<String> exclusion(Actor actor, Decision decision) {
        return exclusion(actor, null, decision);
    }

    /** The rule that bars somebody from judging the decision for an absent person, or for themselves when that is null. */
    public static Optional<String> exclusion(Actor actor, @Nullable StandIn onBehalfOf, Decision decision) {
        Optional<String> own = hand(decision, actor.id());
        if (own.isPresent()) {
            return Optional.of("Nobody judges their own work, and you " + own.get() + ".");
        }
        if (onBehalfOf != null && hand(decision, onBehalfOf.id()).isPresent()) {
            return Optional.of("Nobody judges their own work, by a delegate's hand either, and " + onBehalfOf.name()
                    + " " + hand(decision, onBehalfOf.id()).get() + ".");
        }
        return actor.standsFor().stream()
                .filter(absent -> absent.covers(decision.teamId()))
                .flatMap(absent -> hand(decision, absent.id()).stream()
                        .map(what -> "Nobody judges the work of somebody they stand in for, and " + absent.name() + " "
                                + what + "."))
                .findFirst();
    }

    /** Refuses whoever is barred. */
    public static void require(Actor actor, Decision decision, String verb) {
        require(new Voice(actor, null), decision, verb);
    }

    /** Refuses whoever is barred, for themselves or for whom they act. */
    public static void require(Voice voice, Decision decision, String verb) {
        exclusion(voice.actor(), voice.absent(), decision).ifPresent(rule -> {
            throw Problem.forbidden("separation-of-duties", rule + " Somebody else has to " + verb + ".");
        });
    }

    /** What somebody said still counts: neither they nor whom they spoke for has had a hand in the decision since. */
    public static boolean stillCounts(Decision decision, long person, @Nullable Long onBehalfOf) {
        return !decision.barred().contains(person)
                && (onBehalfOf == null || !decision.barred().contains(onBehalfOf));
    }

    private static Optional<String> hand(Decision decision, long person) {
        if (person == decision.authorId()) {
            return Optional.of("filed " + decision.key());
        }
        if (decision.editors().contains(person)) {
            return Optional.of("worked on " + decision.key());
        }
        return decision.hands.producers().contains(person)
                ? Optional.of("produced a run of " + decision.key())
                : Optional.empty();
    }
}
