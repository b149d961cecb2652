package org.probatum.gate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.decision.Slot;

/**
 * How the votes of a round stand on the material as it is now. The last vote of each person counts: an approval of this
 * material fills a seat, an approval of other material is outdated, and a rejection stands until it is ended or voted over.
 */
record Tally(Quorum quorum, Set<Long> approved, Set<Long> outdated, Set<Long> rejecting) {
    /**
     * A vote as counted.
     *
     * @param principal for whom it was cast; null for oneself
     * @param fits the roles and competences, today, of the person for whom it was cast
     */
    record Cast(long reviewer, @Nullable Long principal, Vote vote, String material, Set<String> fits) {
        boolean isBy(Set<Long> people) {
            return people.contains(reviewer) || principal != null && people.contains(principal);
        }
    }

    /** Counts votes, earliest first, on a material. */
    static Tally of(Decision decision, List<Cast> votes, String material) {
        Map<Long, Cast> last = new LinkedHashMap<>();
        for (Cast vote : votes) {
            last.put(vote.reviewer(), vote);
        }
        List<Quorum.Candidate> candidates = new ArrayList<>();
        Set<Long> outdated = new HashSet<>();
        Set<Long> rejecting = new HashSet<>();
        Set<Long> seen = new HashSet<>();
        for (Cast vote : last.values()) {
            if (vote.vote() == Vote.REJECT) {
                rejecting.add(vote.reviewer());
            } else if (vote.vote() == Vote.APPROVE && !vote.isBy(decision.barred()) && !vote.isBy(seen)) {
                if (vote.material().equals(material)) {
                    candidates.add(new Quorum.Candidate(vote.reviewer(), vote.fits()));
                    seen.add(vote.reviewer());
                    seen.add(Objects.requireNonNullElse(vote.principal(), vote.reviewer()));
                } else {
                    outdated.add(vote.reviewer());
                }
            }
        }
        List<String> seats = Slot.seats(Objects.requireNonNull(decision.terms()).slots());
        Quorum quorum = Quorum.of(seats, candidates);
        return new Tally(quorum, Set.copyOf(seen), outdated, rejecting);
    }

    /** Writes the count on the decision, for whoever asks whom it waits for. */
    void on(Decision decision) {
        decision.tally(quorum.open(), approved, outdated, rejecting);
    }

    /** Every seat filled, and nobody against it. */
    boolean carries() {
        return quorum.isMet() && rejecting.isEmpty();
    }
}
