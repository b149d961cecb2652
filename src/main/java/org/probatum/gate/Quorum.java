package org.probatum.gate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Who fills which seat of a gate. As many seats as possible are filled, each person in one at most: a maximum matching of
 * people and seats, found by augmenting paths (Kuhn 1955), so that somebody who fits two seats never blocks a gate.
 */
public final class Quorum {
    /** Somebody whose approval counts, and the roles and competences they have in the team. */
    public record Candidate(long person, Set<String> fits) {}

    /** A seat, and who fills it; null while it is open. */
    public record Seat(String takes, @Nullable Long person) {}

    private final List<String> takes;
    private final List<Candidate> candidates;
    /** For each seat the index of its candidate; -1 while it is open. */
    private final int[] taken;

    private Quorum(List<String> takes, List<Candidate> candidates) {
        this.takes = takes;
        this.candidates = candidates;
        this.taken = new int[takes.size()];
        Arrays.fill(taken, -1);
        // In order: whoever is seated stays seated, if in another seat, when later ones are.
        for (int candidate = 0; candidate < candidates.size(); candidate++) {
            seat(candidate, new boolean[taken.length]);
        }
    }

    /** The seats (names of roles and competences) with as many of the candidates in them as fit; earlier ones first. */
    public static Quorum of(List<String> seats, List<Candidate> candidates) {
        return new Quorum(seats, candidates);
    }

    /** Finds the candidate a seat, moving those who sit there to other seats they fit. */
    private boolean seat(int candidate, boolean[] tried) {
        for (int seat = 0; seat < taken.length; seat++) {
            if (!tried[seat] && candidates.get(candidate).fits().contains(takes.get(seat))) {
                tried[seat] = true;
                if (taken[seat] < 0 || seat(taken[seat], tried)) {
                    taken[seat] = candidate;
                    return true;
                }
            }
        }
        return false;
    }

    /** Every seat is filled. */
    public boolean isMet() {
        return Arrays.stream(taken).noneMatch(candidate -> candidate < 0);
    }

    /** The seats in the order of the terms. */
    public List<Seat> seats() {
        List<Seat> seats = new ArrayList<>();
        for (int seat = 0; seat < taken.length; seat++) {
            seats.add(new Seat(
                    takes.get(seat),
                    taken[seat] < 0 ? null : candidates.get(taken[seat]).person()));
        }
        return seats;
    }

    /** What the open seats take, one entry a seat. */
    public List<String> open() {
        return IntStream.range(0, taken.length)
                .filter(seat -> taken[seat] < 0)
                .mapToObj(takes::get)
                .toList();
    }

    /** The seat somebody fills, by what it takes. */
    public Optional<String> seatOf(long person) {
        return seats().stream()
                .filter(seat -> seat.person() != null && seat.person() == person)
                .map(Seat::takes)
                .findFirst();
    }

    /** Somebody who fits so would fill a seat, if need be after others have moved. */
    public boolean hasRoomFor(Set<String> fits) {
        List<Candidate> more = new ArrayList<>(candidates);
        more.add(new Candidate(Long.MIN_VALUE, fits));
        return of(takes, more).seatOf(Long.MIN_VALUE).isPresent();
    }
}
