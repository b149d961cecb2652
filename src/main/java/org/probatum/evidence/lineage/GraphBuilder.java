package org.probatum.evidence.lineage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.evidence.lineage.Disturbances.Disturbance;
import org.probatum.evidence.lineage.Graph.Edge;
import org.probatum.evidence.lineage.Node.Kind;
import org.probatum.evidence.lineage.Node.Mark;

/** Builds the graph of one decision from what was read of it. */
final class GraphBuilder {
    private static final String DECISION = "decision";
    private static final String RECALLED = "recalled";

    private final Decision decision;
    private final List<Lineage.Named> runs;
    private final List<Source> sources;
    private final List<Recalls.Told> recalls;
    private final List<Disturbance> disturbances;
    private final Predicate<String> opened;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Set<Edge> edges = new LinkedHashSet<>();
    private final List<String> uncited = new ArrayList<>();

    GraphBuilder(
            Decision decision,
            List<Lineage.Named> runs,
            List<Source> sources,
            List<Recalls.Told> recalls,
            List<Disturbance> disturbances,
            Predicate<String> opened) {
        this.decision = decision;
        this.runs = runs;
        this.sources = sources;
        this.recalls = recalls;
        this.disturbances = disturbances;
        this.opened = opened;
    }

    Graph build() {
        Citations citations = Citations.of(decision.material());
        own(DECISION, Kind.DECISION, decision.key(), decision.profile().title());
        Map<String, Set<String>> citing = statements(citations);
        Map<Long, String> placed = runs(citations, citing);
        sources(placed);
        return new Graph(List.copyOf(nodes.values()), List.copyOf(edges), List.copyOf(uncited));
    }

    /** Claims, assessments and comparisons; what each reference is cited by. */
    private Map<String, Set<String>> statements(Citations citations) {
        Map<String, Set<String>> citing = new LinkedHashMap<>();
        for (Citations.Statement statement : citations.statements()) {
            own(statement.id(), Kind.CLAIM, statement.title(), statement.text());
            edges.add(new Edge(DECISION, statement.id()));
            statement.evidence().forEach(reference -> citing.computeIfAbsent(reference, any -> new LinkedHashSet<>())
                    .add(statement.id()));
        }
        for (Citations.Comparison comparison : citations.comparisons()) {
            own(comparison.reference(), Kind.COMPARISON, comparison.criterion(), comparison.text());
            citing.getOrDefault(comparison.reference(), Set.of())
                    .forEach(from -> edges.add(new Edge(from, comparison.reference())));
            comparison.runs().forEach(run -> citing.computeIfAbsent(run, any -> new LinkedHashSet<>())
                    .add(comparison.reference()));
        }
        citations.byOption().values().stream()
                .flatMap(Set::stream)
                .forEach(run -> citing.computeIfAbsent(run, any -> new LinkedHashSet<>(Set.of(DECISION))));
        return citing;
    }

    /** Runs that are cited, alone or in groups; where each stands. */
    private Map<Long, String> runs(Citations citations, Map<String, Set<String>> citing) {
        Grouping<Lineage.Named> grouping = new Grouping<>("runs");
        Set<String> attached = new LinkedHashSet<>();
        for (Lineage.Named run : runs) {
            String reference = run.reference();
            attached.add(reference);
            if (citing.containsKey(reference)) {
                grouping.add(run, citing.get(reference), options(citations, reference));
            } else {
                uncited.add(run.name());
            }
        }
        Map<Long, String> placed = new LinkedHashMap<>();
        for (Grouping.Place<Lineage.Named> place : grouping.places(opened, run -> "run-" + run.id())) {
            add(place.isGroup() ? group(place) : node(place.members().get(0), place.id()), place.parents());
            place.members().forEach(run -> placed.put(run.id(), place.id()));
        }
        citing.forEach((reference, from) -> {
            if (!attached.contains(reference) && !nodes.containsKey(reference)) {
                Kind kind = reference.startsWith("document:") ? Kind.DOCUMENT : Kind.RUN;
                add(
                        new Node(
                                reference,
                                kind,
                                reference.startsWith("document:")
                                        ? reference.substring("document:".length())
                                        : reference,
                                kind == Kind.RUN ? "not attached here" : "kept elsewhere",
                                1,
                                null,
                                true,
                                List.of()),
                        from);
            }
        });
        return placed;
    }

    private static String options(Citations citations, String reference) {
        return citations.byOption().entrySet().stream()
                .filter(option -> option.getValue().contains(reference))
                .map(Map.Entry::getKey)
                .toList()
                .toString();
    }

    private Node group(Grouping.Place<Lineage.Named> place) {
        List<Mark> marks = place.members().stream()
                .flatMap(run -> marks(run).stream())
                .distinct()
                .toList();
        return new Node(
                place.id(),
                Kind.RUN,
                place.members().size() + " runs",
                Grouping.names(place.members().stream().map(Lineage.Named::name).toList()),
                place.members().size(),
                null,
                false,
                marks);
    }

    private Node node(Lineage.Named run, String id) {
        return new Node(
                id,
                Kind.RUN,
                run.name(),
                run.digest(),
                1,
                new Subject(SourceKind.RUN, run.digest(), run.name()),
                false,
                marks(run));
    }

    private List<Mark> marks(Lineage.Named run) {
        return disturbances.stream()
                .filter(one -> one.run() == run.id())
                .map(one -> new Mark(one.kind().name().toLowerCase(java.util.Locale.ROOT), one.what(), one.stands()))
                .toList();
    }

    /** What the runs rest on, each once, whoever shares it; many that only one run or group has are put together. */
    private void sources(Map<Long, String> placed) {
        Map<String, Set<String>> pointing = new LinkedHashMap<>();
        Map<String, Source> first = new LinkedHashMap<>();
        for (Source source : sources) {
            String from = placed.get(source.run());
            if (from != null) {
                String id = source.subject().kind() + ":" + source.subject().value();
                pointing.computeIfAbsent(id, any -> new LinkedHashSet<>()).add(from);
                first.putIfAbsent(id, source);
            }
        }
        for (SourceKind kind : SourceKind.values()) {
            Grouping<Source> grouping = new Grouping<>(kind.word());
            first.forEach((id, source) -> {
                if (source.subject().kind() == kind) {
                    grouping.add(
                            source,
                            pointing.getOrDefault(id, Set.of()),
                            marks(source.subject()).toString());
                }
            });
            grouping.places(
                            opened,
                            one -> one.subject().kind() + ":" + one.subject().value())
                    .forEach(place -> add(place.isGroup() ? group(kind, place) : node(place), place.parents()));
        }
    }

    private Node node(Grouping.Place<Source> place) {
        Source source = place.members().get(0);
        Subject subject = source.subject();
        return new Node(
                place.id(),
                Kind.of(subject.kind()),
                subject.label().isEmpty() ? subject.value() : subject.label(),
                subject.value(),
                1,
                subject,
                source.declared(),
                marks(subject));
    }

    private Node group(SourceKind kind, Grouping.Place<Source> place) {
        Source one = place.members().get(0);
        return new Node(
                place.id(),
                Kind.of(kind),
                place.members().size() + " " + kind.word() + "s",
                Grouping.names(place.members().stream()
                        .map(source -> source.subject().label())
                        .toList()),
                place.members().size(),
                null,
                place.members().stream().allMatch(Source::declared),
                marks(one.subject()));
    }

    private List<Mark> marks(Subject subject) {
        return recalls.stream()
                .filter(told -> told.subject().isSame(subject))
                .map(told -> new Mark(
                        told.stands() ? RECALLED : "recall withdrawn",
                        told.stands() ? told.reason() : withdrawn(told.withdrawn()),
                        told.stands()))
                .toList();
    }

    private static String withdrawn(Recalls.@Nullable Withdrawn by) {
        return by == null ? "" : by.reason();
    }

    private void own(String id, Kind kind, String label, @Nullable String detail) {
        nodes.put(id, new Node(id, kind, label, detail == null ? "" : detail, 1, null, false, List.of()));
    }

    private void add(Node node, Set<String> from) {
        nodes.put(node.id(), node);
        from.forEach(one -> edges.add(new Edge(one, node.id())));
    }
}
