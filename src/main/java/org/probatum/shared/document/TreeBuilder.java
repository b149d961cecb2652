package org.probatum.shared.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.probatum.shared.Problem;
import org.probatum.shared.Violation;

/** Builds the tree from what a parser meets, and refuses what no format may bring in. */
final class TreeBuilder {
    static final int MAX_DEPTH = 50;
    static final int MAX_VALUES = 50_000;
    private static final int MAX_KEY = 200;

    private final Deque<Level> levels = new ArrayDeque<>();
    private @Nullable Document document;
    private int values;

    void startObject(Position at) {
        open(JsonNodeFactory.instance.objectNode(), at);
    }

    void startArray(Position at) {
        open(JsonNodeFactory.instance.arrayNode(), at);
    }

    void end() {
        levels.pop();
    }

    boolean expectsKey() {
        Level level = levels.peek();
        return level != null && level.node.isObject() && level.key == null;
    }

    boolean isComplete() {
        return document != null && levels.isEmpty();
    }

    void key(String written, Position at) {
        Level level = levels.element();
        String key = Text.unixLines(written);
        checkCharacters(key, "in a key", at);
        if (key.length() > MAX_KEY) {
            throw refused("a key is " + key.length() + " characters long", "at most " + MAX_KEY + " characters", at);
        }
        level.key = key;
        level.keyAt = at;
        if (level.node.has(key)) {
            throw refused("the key " + Text.quoted(key) + " is given twice", "each key once", at);
        }
    }

    void text(String written, Position at) {
        String text = Text.unixLines(written);
        checkCharacters(text, "in this text", at);
        value(TextNode.valueOf(text), at);
    }

    void number(String written, Position at) {
        Optional<JsonNode> number = Numbers.parse(written);
        String right = "a number that a double can hold, of at most 400 digits; or text, in quotes";
        value(number.orElseThrow(() -> refused(Text.shortened(written) + " is out of bounds", right, at)), at);
    }

    void value(JsonNode value, Position at) {
        add(value, at);
    }

    Document document() {
        if (document == null || document.tree().isNull()) {
            throw Problem.malformed(Violation.at("", "there is nothing in it", "a document"));
        }
        return document;
    }

    /** A refusal at the value that is being read. */
    Problem refused(String wrong, String right, Position at) {
        return Problem.malformed(new Violation(pointer(), wrong, right, at.line(), at.column()));
    }

    private void open(JsonNode container, Position at) {
        if (levels.size() == MAX_DEPTH) {
            throw refused("it is nested too deeply", "at most " + MAX_DEPTH + " levels", at);
        }
        String pointer = pointer();
        levels.push(new Level(pointer, container, add(container, at)));
    }

    private String pointer() {
        Level level = levels.peek();
        return level == null ? "" : level.next();
    }

    private Spot add(JsonNode value, Position at) {
        if (++values > MAX_VALUES) {
            throw Problem.tooLarge("It holds more than " + MAX_VALUES + " values");
        }
        Level level = levels.peek();
        Spot spot = new Spot(values, level == null ? null : level.keyAt, at);
        if (level == null) {
            document = new Document(value, spot);
            return spot;
        }
        String segment = level.segment();
        level.spot.add(segment, spot);
        if (level.node instanceof ArrayNode array) {
            array.add(value);
        } else if (level.node instanceof ObjectNode object) {
            object.set(segment, value);
            level.key = null;
            level.keyAt = null;
        }
        return spot;
    }

    private void checkCharacters(String text, String where, Position at) {
        Text.forbidden(text).ifPresent(wrong -> {
            throw refused(wrong + " (" + where + ")", "text without it; line feeds and tabs are allowed", at);
        });
    }
}
