package org.probatum.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.probatum.gate.Quorum.Candidate;

/** Matching people to seats, against trying every way there is. */
class QuorumTest {
    private static final List<String> WORDS = List.of("SECURITY", "PERFORMANCE", "REVIEWER", "RISK_OWNER");

    @Test
    void moves_whoever_fits_two_seats_out_of_the_way_of_whoever_fits_one() {
        Quorum quorum = Quorum.of(
                List.of("REVIEWER", "SECURITY"),
                List.of(candidate(1, "REVIEWER", "SECURITY"), candidate(2, "REVIEWER")));

        assertThat(quorum.isMet()).isTrue();
        assertThat(quorum.seatOf(1)).contains("SECURITY");
        assertThat(quorum.seatOf(2)).contains("REVIEWER");
    }

    @Test
    void seats_nobody_twice() {
        Quorum quorum = Quorum.of(List.of("REVIEWER", "SECURITY"), List.of(candidate(1, "REVIEWER", "SECURITY")));

        assertThat(quorum.isMet()).isFalse();
        assertThat(quorum.open()).hasSize(1);
    }

    @Test
    void has_room_for_somebody_when_another_can_move() {
        Quorum quorum = Quorum.of(List.of("REVIEWER", "SECURITY"), List.of(candidate(1, "REVIEWER", "SECURITY")));

        assertThat(quorum.hasRoomFor(Set.of("REVIEWER"))).isTrue();
        assertThat(quorum.hasRoomFor(Set.of("SECURITY"))).isTrue();
        assertThat(quorum.hasRoomFor(Set.of("RISK_OWNER"))).isFalse();
    }

    @Test
    void fills_as_many_seats_as_the_best_of_all_assignments_does() {
        Random random = new Random(20261125);
        for (int round = 0; round < 4_000; round++) {
            List<String> seats = new ArrayList<>();
            for (int i = random.nextInt(6); i >= 0; i--) {
                seats.add(WORDS.get(random.nextInt(WORDS.size())));
            }
            List<Candidate> candidates = new ArrayList<>();
            for (int i = random.nextInt(7); i > 0; i--) {
                Set<String> fits = new HashSet<>();
                WORDS.stream().filter(word -> random.nextInt(3) == 0).forEach(fits::add);
                candidates.add(new Candidate(i, fits));
            }

            Quorum quorum = Quorum.of(seats, candidates);

            int filled = seats.size() - quorum.open().size();
            assertThat(filled).as("%s by %s", seats, candidates).isEqualTo(best(seats, candidates, 0, new HashSet<>()));
            assertThat(quorum.isMet()).isEqualTo(filled == seats.size());
            assertSound(quorum, candidates);
        }
    }

    /** Nobody sits twice, and nobody where they do not fit. */
    private static void assertSound(Quorum quorum, List<Candidate> candidates) {
        Set<Long> seated = new HashSet<>();
        for (Quorum.Seat seat : quorum.seats()) {
            if (seat.person() != null) {
                assertThat(seated.add(seat.person())).isTrue();
                assertThat(candidates)
                        .anyMatch(c -> c.person() == seat.person() && c.fits().contains(seat.takes()));
            }
        }
    }

    private static int best(List<String> seats, List<Candidate> candidates, int seat, Set<Long> used) {
        if (seat == seats.size()) {
            return 0;
        }
        int best = best(seats, candidates, seat + 1, used);
        for (Candidate candidate : candidates) {
            if (candidate.fits().contains(seats.get(seat)) && used.add(candidate.person())) {
                best = Math.max(best, 1 + best(seats, candidates, seat + 1, used));
                used.remove(candidate.person());
            }
        }
        return best;
    }

    private static Candidate candidate(long person, String... fits) {
        return new Candidate(person, Set.of(fits));
    }
}
