package org.probatum.decision;

import java.util.Optional;
import org.probatum.people.Actor;
import org.probatum.shared.Problem;

/** Separation of duties: who may not judge a decision, because it is their own work. Asked by every action that judges. */
public final class Duties {
    private Duties() {}

    /** The rule that bars somebody from judging the decision, as a sentence; empty when none does. */
    public static Optional<String> exclusion(Actor actor, Decision decision) {
        if (actor.id() == decision.authorId()) {
            return Optional.of("Nobody judges their own work, and you filed " + decision.key() + ".");
        }
        if (decision.editors().contains(actor.id())) {
            return Optional.of("Nobody judges their own work, and you worked on " + decision.key() + ".");
        }
        return Optional.empty();
    }

    /** Refuses whoever is barred. */
    public static void require(Actor actor, Decision decision, String verb) {
        exclusion(actor, decision).ifPresent(rule -> {
            throw Problem.forbidden("separation-of-duties", rule + " Somebody else has to " + verb + ".");
        });
    }
}
