package org.probatum.decision;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who has a hand in a decision: its editors, and the producers of its runs. Nobody is ever taken off. */
@Embeddable
class Hands {
    @Column(nullable = false)
    Long[] editors;

    @Column(nullable = false)
    Long[] producers;

    protected Hands() {}

    Hands(long author) {
        this.editors = new Long[] {author};
        this.producers = new Long[0];
    }

    Set<Long> editors() {
        return Set.of(editors);
    }

    Set<Long> producers() {
        return Set.of(producers);
    }

    Set<Long> all() {
        return Stream.concat(Arrays.stream(editors), Arrays.stream(producers)).collect(Collectors.toUnmodifiableSet());
    }

    /** Counts somebody among the editors; false when they were already. */
    boolean edited(long person) {
        if (editors().contains(person)) {
            return false;
        }
        editors = with(editors, person);
        return true;
    }

    /** Counts somebody among the producers; false when they were already. */
    boolean produced(long person) {
        if (producers().contains(person)) {
            return false;
        }
        producers = with(producers, person);
        return true;
    }

    private static Long[] with(Long[] people, long another) {
        return Stream.concat(Arrays.stream(people), Stream.of(another)).toArray(Long[]::new);
    }
}
