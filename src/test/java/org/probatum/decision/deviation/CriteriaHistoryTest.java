package org.probatum.decision.deviation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.probatum.decision.material.Criterion;
import org.probatum.decision.material.Direction;

/** Which changes of criteria stand, and which were gone back on. */
class CriteriaHistoryTest {
    private final List<Deviation> changes = new ArrayList<>();

    @Test
    void a_change_gone_back_on_is_undone_with_its_undoing() {
        sealed("0.01", "0.02").sealed("0.02", "0.01");

        assertThat(undone()).containsExactly(true, true);
    }

    @Test
    void going_half_the_way_back_undoes_half_the_way() {
        sealed("0.01", "0.02").sealed("0.02", "0.03").sealed("0.03", "0.04").sealed("0.04", "0.02");

        assertThat(undone()).containsExactly(false, true, true, true);
    }

    @Test
    void going_the_same_way_again_is_another_change() {
        sealed("0.01", "0.02").sealed("0.02", "0.01").sealed("0.01", "0.02");

        assertThat(undone()).containsExactly(true, true, false);
    }

    @Test
    void a_number_written_otherwise_is_the_same_number() {
        sealed("0.01", "0.02").sealed("0.02", "0.010");

        assertThat(undone()).containsExactly(true, true);
    }

    @Test
    void a_way_back_past_the_seal_undoes_nothing_after_it() {
        early("0.01", "0.02", 2).sealed("0.02", "0.01");

        assertThat(undone()).containsExactly(false);
        assertThat(new CriteriaHistory(changes).deviations().get(0).state(Set.of()))
                .isEqualTo(Deviation.State.UNEXPLAINED);
    }

    @Test
    void tells_a_criterion_that_was_changed_when_results_could_be_known() {
        early("0.01", "0.02", 0);
        assertThat(new CriteriaHistory(changes).changedAfterResults("auc")).isEmpty();

        early("0.02", "0.03", 2);
        assertThat(new CriteriaHistory(changes).changedAfterResults("auc")).isPresent();
        assertThat(new CriteriaHistory(changes).changedAfterResults("other")).isEmpty();
    }

    @Test
    void tells_it_no_more_once_it_was_undone() {
        early("0.01", "0.02", 2).early("0.02", "0.01", 2);

        assertThat(new CriteriaHistory(changes).changedAfterResults("auc")).isEmpty();
    }

    private List<Boolean> undone() {
        return new CriteriaHistory(changes)
                .deviations().stream().map(Deviation::undone).toList();
    }

    private CriteriaHistoryTest sealed(String before, String after) {
        return change(true, before, after, 2);
    }

    private CriteriaHistoryTest early(String before, String after, int runs) {
        return change(false, before, after, runs);
    }

    private CriteriaHistoryTest change(boolean sealed, String before, String after, int runs) {
        changes.add(new Deviation(
                changes.size() + 1,
                sealed,
                Instant.EPOCH,
                runs,
                null,
                null,
                null,
                List.of(margin(before)),
                List.of(margin(after)),
                List.of(),
                false));
        return this;
    }

    private static Criterion margin(String margin) {
        return new Criterion("auc", "auc", "clicks", "test", Direction.HIGHER, new BigDecimal(margin), null, 5);
    }
}
