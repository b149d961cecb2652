package org.probatum.gate.difference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which entry of a list became which: by id where there are ids, else by saying the same (wherever it stands now), else by
 * saying most of the same, else by order. Where something stands is no change of it.
 */
final class Pairs {
    private static final int NONE = -1;
    private static final double ALIKE = 0.4;

    private final List<JsonNode> before;
    private final List<JsonNode> after;
    /** For each entry after, its place before. */
    private final int[] origin;

    private Pairs(List<JsonNode> before, List<JsonNode> after) {
        this.before = before;
        this.after = after;
        this.origin = new int[after.size()];
        Arrays.fill(origin, NONE);
    }

    /** Pairs up two lists; loose ones, which are not texts of their own, are paired only when equal. */
    static Pairs of(List<JsonNode> before, List<JsonNode> after, boolean loose) {
        Pairs pairs = new Pairs(before, after);
        pairs.match((was, is) -> !id(is).isEmpty() && id(was).equals(id(is)));
        pairs.match((was, is) -> id(is).isEmpty() && id(was).isEmpty() && Difference.same(was, is));
        if (!loose) {
            pairs.match((was, is) -> id(is).isEmpty() && id(was).isEmpty() && likeness(was, is) >= ALIKE);
            pairs.match((was, is) -> id(is).isEmpty() && id(was).isEmpty());
        }
        return pairs;
    }

    /** Where the entry stood before; negative for a new one. */
    int origin(int place) {
        return origin[place];
    }

    /** The places of those that are gone. */
    List<Integer> gone() {
        List<Integer> gone = new ArrayList<>();
        for (int was = 0; was < before.size(); was++) {
            if (!isTaken(was)) {
                gone.add(was);
            }
        }
        return gone;
    }

    private interface Likeness {
        boolean holds(JsonNode was, JsonNode is);
    }

    private void match(Likeness likeness) {
        for (int is = 0; is < after.size(); is++) {
            for (int was = 0; was < before.size() && origin[is] == NONE; was++) {
                if (!isTaken(was) && likeness.holds(before.get(was), after.get(is))) {
                    origin[is] = was;
                }
            }
        }
    }

    private boolean isTaken(int was) {
        return Arrays.stream(origin).anyMatch(place -> place == was);
    }

    /** What tells an entry from all others: its id, or for a trade-off its option and dimension. */
    private static String id(JsonNode entry) {
        String id = entry.path("id").asText("");
        return id.isEmpty() && entry.has("dimension")
                ? entry.path("option").asText() + "/" + entry.path("dimension").asText()
                : id;
    }

    /** The share of words that both have. */
    private static double likeness(JsonNode was, JsonNode is) {
        Set<String> all = words(was);
        Set<String> both = new HashSet<>(all);
        Set<String> others = words(is);
        both.retainAll(others);
        all.addAll(others);
        return all.isEmpty() ? 0 : (double) both.size() / all.size();
    }

    private static Set<String> words(JsonNode node) {
        Set<String> words = new HashSet<>();
        if (node.isValueNode()) {
            words.addAll(List.of(node.asText().split("\\W+")));
        }
        node.forEach(child -> words.addAll(words(child)));
        return words;
    }
}
