package org.probatum.shared.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a value of a document stands: its order in the document and, when it was read from a text, its position and that
 * of its key. A tree beside the tree of values, because a map from pointers would copy every path in full.
 */
final class Spot {
    final int order;
    final @Nullable Position key;
    final @Nullable Position value;
    private final Map<String, Spot> children = new HashMap<>();

    Spot(int order, @Nullable Position key, @Nullable Position value) {
        this.order = order;
        this.key = key;
        this.value = value;
    }

    /** Spots for a tree that was not read from a text. */
    static Spot ofTree(JsonNode tree) {
        return ofTree(tree, new int[1]);
    }

    private static Spot ofTree(JsonNode tree, int[] count) {
        Spot spot = new Spot(count[0]++, null, null);
        tree.properties().forEach(member -> spot.add(member.getKey(), ofTree(member.getValue(), count)));
        for (int i = 0; tree.isArray() && i < tree.size(); i++) {
            spot.add(Integer.toString(i), ofTree(tree.path(i), count));
        }
        return spot;
    }

    void add(String segment, Spot child) {
        children.put(segment, child);
    }

    @Nullable
    Spot find(String pointer) {
        Spot spot = this;
        for (String segment : Pointer.segments(pointer)) {
            spot = spot.children.get(segment);
            if (spot == null) {
                return null;
            }
        }
        return spot;
    }

    /** The spot itself, or that of the nearest value around it. */
    Spot nearest(String pointer) {
        Spot spot = this;
        for (String segment : Pointer.segments(pointer)) {
            Spot child = spot.children.get(segment);
            if (child == null) {
                return spot;
            }
            spot = child;
        }
        return spot;
    }
}
