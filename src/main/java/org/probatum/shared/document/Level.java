package org.probatum.shared.document;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** A group or list that is being filled, and the key that was read last, until its value is. */
final class Level {
    final String pointer;
    final JsonNode node;
    final Spot spot;

    @Nullable
    String key;

    @Nullable
    Position keyAt;

    Level(String pointer, JsonNode node, Spot spot) {
        this.pointer = pointer;
        this.node = node;
        this.spot = spot;
    }

    String segment() {
        return node.isArray() ? Integer.toString(node.size()) : key == null ? "" : key;
    }

    String next() {
        return node.isObject() && key == null ? pointer : Pointer.append(pointer, segment());
    }
}
