package org.probatum.rerun.verdict;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.probatum.decision.material.Criterion;
import org.probatum.decision.material.Material;
import org.probatum.decision.material.Option;
import org.probatum.evidence.Measurements;
import org.probatum.evidence.Run;
import org.probatum.evidence.comparison.Sought;
import org.probatum.evidence.manifest.Metric;

/**
 * The runs that a decision turns on: those that the selected option and the status quo cite, and that measure a criterion that
 * decides. They are the runs that the comparisons of those two rest on.
 *
 * @param criteria those that decide
 * @param groups the runs that count, by option; a run that both cite is in both
 * @param unmeasured the criteria for which the selected option cites no run
 */
public record DecisiveRuns(List<Criterion> criteria, Map<String, List<Run>> groups, List<String> unmeasured) {
    /** As the material stands. */
    public static DecisiveRuns of(Material material, List<Run> attached) {
        List<Criterion> criteria =
                material.scope().criteria().stream().filter(Criterion::decides).toList();
        Optional<Option> selected = material.selected();
        Map<String, List<Run>> groups = new LinkedHashMap<>();
        Stream.concat(material.statusQuo().stream(), selected.stream()).forEach(option -> {
            List<Run> cited = Measurements.citedBy(option, attached);
            Set<Run> measuring = new LinkedHashSet<>();
            criteria.forEach(criterion -> measuring.addAll(measuring(cited, criterion)));
            groups.put(option.id(), cited.stream().filter(measuring::contains).toList());
        });
        return new DecisiveRuns(
                criteria,
                groups,
                selected.map(option -> criteria.stream()
                                .filter(one -> measuring(Measurements.citedBy(option, attached), one)
                                        .isEmpty())
                                .map(Criterion::id)
                                .toList())
                        .orElse(List.of()));
    }

    private static List<Run> measuring(List<Run> cited, Criterion criterion) {
        List<Optional<Metric>> sought =
                Sought.in(cited.stream().map(Run::manifest).toList(), criterion);
        return IntStream.range(0, cited.size())
                .filter(i -> sought.get(i).isPresent())
                .mapToObj(cited::get)
                .toList();
    }

    /** All of them, each once. */
    public List<Run> runs() {
        return groups.values().stream().flatMap(List::stream).distinct().toList();
    }

    /** A run under its id is one of them. */
    public boolean has(long run) {
        return runs().stream().anyMatch(one -> one.id() == run);
    }

    /**
     * What is said of each run that was run again, by its id: option by option, and the graver where options share a run.
     *
     * @param endings by the id of the run
     */
    public Map<Long, Judgement> judge(Map<Long, Ending> endings) {
        Map<Long, Judgement> judged = new LinkedHashMap<>();
        for (List<Run> group : groups.values()) {
            List<Attempt> attempts = new ArrayList<>();
            group.forEach(run -> attempts.add(Attempt.of(run, endings.get(run.id()))));
            Judge.judge(criteria, attempts)
                    .forEach((run, judgement) -> judged.merge(run, judgement, Judgement::graver));
        }
        return judged;
    }
}
