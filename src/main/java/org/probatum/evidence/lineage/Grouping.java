package org.probatum.evidence.lineage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Puts together what stands at the same place of a graph, when it is more than an eye takes in: thirty seeds are one node. */
final class Grouping<T> {
    /** So many stand side by side; more are a group. */
    static final int APART = 6;

    private static final int NAMED = 3;

    /** Things that stand at one place: one of them, or a group. */
    record Place<T>(String id, Set<String> parents, List<T> members) {
        boolean isGroup() {
            return members.size() > 1;
        }
    }

    private final String prefix;
    private final Map<String, List<T>> together = new LinkedHashMap<>();
    private final Map<String, Set<String>> parents = new LinkedHashMap<>();

    Grouping(String prefix) {
        this.prefix = prefix;
    }

    /** Adds something that these point to; what has the same parents and the same family may be put together. */
    void add(T one, Collection<String> pointing, String family) {
        Set<String> sorted = new TreeSet<>(pointing);
        String key = family + " " + sorted;
        together.computeIfAbsent(key, any -> new ArrayList<>()).add(one);
        parents.put(key, sorted);
    }

    /** The places, groups of them closed unless they are opened by id. */
    List<Place<T>> places(Predicate<String> opened, Function<T, String> id) {
        List<Place<T>> places = new ArrayList<>();
        int number = 0;
        for (Map.Entry<String, List<T>> entry : together.entrySet()) {
            List<T> members = entry.getValue();
            Set<String> pointing = parents.getOrDefault(entry.getKey(), Set.of());
            String group = prefix + "-group-" + ++number;
            if (members.size() > APART && !opened.test(group)) {
                places.add(new Place<>(group, pointing, members));
            } else {
                members.forEach(one -> places.add(new Place<>(id.apply(one), pointing, List.of(one))));
            }
        }
        return places;
    }

    /** "seed-1, seed-2, seed-3 and 27 more". */
    static String names(List<String> names) {
        String first = names.stream().limit(NAMED).collect(Collectors.joining(", "));
        return names.size() > NAMED ? first + " and " + (names.size() - NAMED) + " more" : first;
    }
}
