package org.probatum.evidence.lineage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.probatum.decision.material.Claim;
import org.probatum.decision.material.Criterion;
import org.probatum.decision.material.Material;
import org.probatum.decision.material.Option;

/** Who cites what within one decision: claims and assessments, the comparisons they name, and the runs behind either. */
public record Citations(List<Statement> statements, List<Comparison> comparisons, Map<String, Set<String>> byOption) {
    private static final String COMPARISON = "comparison:";

    /** A claim of the rationale, or an assessment that cites something. */
    public record Statement(String id, String title, String text, List<String> evidence) {}

    /** Options set against each other on one criterion: by their runs. */
    public record Comparison(String criterion, String text, Set<String> runs) {
        /** What cites it. */
        public String reference() {
            return COMPARISON + criterion;
        }
    }

    public static Citations of(Material material) {
        List<Claim> rationale = material.choice().rationale();
        List<Statement> statements = new ArrayList<>(IntStream.range(0, rationale.size())
                .mapToObj(i -> new Statement(
                        "claim-" + (i + 1),
                        "Claim " + (i + 1),
                        Objects.requireNonNullElse(rationale.get(i).claim(), ""),
                        rationale.get(i).evidence()))
                .toList());
        material.tradeOffs().stream()
                .filter(one -> !one.evidence().isEmpty())
                .forEach(one -> statements.add(new Statement(
                        "trade-off-" + one.option() + "-"
                                + one.dimension().name().toLowerCase(Locale.ROOT),
                        "Assessment",
                        one.dimension().name().toLowerCase(Locale.ROOT) + " of " + one.option(),
                        one.evidence())));
        Map<String, Set<String>> byOption = new LinkedHashMap<>();
        for (Option option : material.choice().options()) {
            byOption.put(option.id(), new LinkedHashSet<>(option.runs()));
        }
        return new Citations(List.copyOf(statements), comparisons(material, statements), byOption);
    }

    /** Every run cited, by reference. */
    public Set<String> runs() {
        Set<String> cited = new LinkedHashSet<>();
        byOption.values().forEach(cited::addAll);
        statements.forEach(statement -> cited.addAll(statement.evidence()));
        return cited;
    }

    /** By which claims and options the decision depends on a run; empty when nothing cites it. */
    public List<String> ways(String run) {
        List<String> ways = new ArrayList<>();
        for (Statement statement : statements) {
            boolean compared = comparisons.stream()
                    .anyMatch(one -> statement.evidence().contains(one.reference())
                            && one.runs().contains(run));
            if (compared || statement.evidence().contains(run)) {
                ways.add(statement.title() + (statement.text().isEmpty() ? "" : ": " + statement.text()));
            }
        }
        byOption.forEach((option, runs) -> {
            if (runs.contains(run)) {
                ways.add("Option " + option);
            }
        });
        return ways;
    }

    /** The comparisons that anything cites, once each. */
    private static List<Comparison> comparisons(Material material, List<Statement> statements) {
        Set<String> cited = statements.stream()
                .flatMap(statement -> statement.evidence().stream())
                .filter(reference -> reference.startsWith(COMPARISON))
                .map(reference -> reference.substring(COMPARISON.length()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> runs = material.choice().options().stream()
                .flatMap(option -> option.runs().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return cited.stream()
                .map(id -> new Comparison(
                        id,
                        material.scope().criteria().stream()
                                .filter(criterion -> criterion.id().equals(id))
                                .findFirst()
                                .map(Citations::words)
                                .orElse("no such criterion"),
                        runs))
                .toList();
    }

    private static String words(Criterion criterion) {
        return (criterion.metric() == null ? "" : criterion.metric())
                + (criterion.dataset() == null ? "" : " on " + criterion.dataset())
                + (criterion.split() == null ? "" : ", " + criterion.split());
    }
}
