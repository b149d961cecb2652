package org.probatum.shared.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** A document as a tree of values, with the place of each in the text it was read from, if it was read from one. */
public final class Document {
    private final JsonNode tree;
    private final Spot spots;

    Document(JsonNode tree, Spot spots) {
        this.tree = tree;
        this.spots = spots;
    }

    /** A tree that was not read from a text: nothing in it has a position. */
    public static Document of(JsonNode tree) {
        return new Document(tree, Spot.ofTree(tree));
    }

    public JsonNode tree() {
        return tree;
    }

    /** Where the value at a JSON pointer begins. */
    public Optional<Position> valueAt(String pointer) {
        Spot spot = spots.find(pointer);
        return spot == null ? Optional.empty() : Optional.ofNullable(spot.value);
    }

    /** Where the key of the object member at a JSON pointer begins. */
    public Optional<Position> keyAt(String pointer) {
        Spot spot = spots.find(pointer);
        return spot == null ? Optional.empty() : Optional.ofNullable(spot.key);
    }

    Spot spots() {
        return spots;
    }
}
