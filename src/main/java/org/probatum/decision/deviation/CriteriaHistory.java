package org.probatum.decision.deviation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.decision.material.Criterion;
import org.probatum.shared.Json;

/**
 * How a decision's criteria came to be what they are. A change stands unless the criteria later came back to exactly what
 * they were before it: going back takes the way there with it, and nothing else does.
 */
public final class CriteriaHistory {
    private final List<Deviation> early;
    private final List<Deviation> deviations;

    /** @param changes those before the seal and those after it, each in their order */
    CriteriaHistory(List<Deviation> changes) {
        this.early = erased(changes.stream().filter(change -> !change.sealed()).toList());
        this.deviations = erased(changes.stream().filter(Deviation::sealed).toList());
    }

    /** Every deviation from the sealed criteria, those undone too, oldest first. */
    public List<Deviation> deviations() {
        return deviations;
    }

    /** The deviation under a number. */
    public Optional<Deviation> deviation(int number) {
        return deviations.stream().filter(one -> one.number() == number).findFirst();
    }

    /** The deviations that still need somebody's word, or undoing. */
    public List<Deviation> unsettled(Decision decision) {
        return deviations.stream()
                .filter(one -> !one.state(decision.barred()).settled())
                .toList();
    }

    /** From the seal, by the deviations on record, to the criteria as they are: nothing else has changed them. */
    public boolean explains(Decision decision) {
        String reached = decision.criteriaSeal();
        for (Deviation one : deviations) {
            if (!Json.digest(one.before()).equals(reached)) {
                return false;
            }
            reached = Json.digest(one.after());
        }
        return decision.criteriaDigest().equals(reached);
    }

    /** The last standing change of one criterion that was made when results could be known; empty when there is none. */
    public Optional<Deviation> changedAfterResults(String criterion) {
        List<Deviation> standing = new ArrayList<>(early);
        standing.addAll(deviations);
        return standing.stream()
                .filter(one -> !one.undone() && one.runs() > 0)
                .filter(one -> !Objects.equals(in(one.before(), criterion), in(one.after(), criterion)))
                .reduce((earlier, later) -> later);
    }

    private static @Nullable Criterion in(List<Criterion> criteria, String id) {
        return criteria.stream().filter(one -> id.equals(one.id())).findFirst().orElse(null);
    }

    /** Marks the changes that lie on a way that was gone back. */
    private static List<Deviation> erased(List<Deviation> changes) {
        List<String> path = new ArrayList<>();
        List<Integer> standing = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            if (path.isEmpty()) {
                path.add(Json.digest(changes.get(i).before()));
            }
            String after = Json.digest(changes.get(i).after());
            int back = path.indexOf(after);
            if (back < 0) {
                path.add(after);
                standing.add(i);
            } else {
                path.subList(back + 1, path.size()).clear();
                standing.subList(back, standing.size()).clear();
            }
        }
        Set<Integer> kept = new HashSet<>(standing);
        List<Deviation> marked = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            marked.add(changes.get(i).taken(!kept.contains(i)));
        }
        return List.copyOf(marked);
    }
}
