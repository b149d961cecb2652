package org.probatum.shared.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.probatum.shared.Problem;

/** JSON as RFC 8259 has it, and nothing more. */
final class JsonText {
    /** Length and depth are limited by the reader and the tree builder, who can say where. */
    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private final String text;
    private final TreeBuilder tree;
    /** How far characters are counted: a document on one line is counted once, not once for each of its values. */
    private int lineStart;

    private int counted;
    private int column = 1;

    JsonText(String text, TreeBuilder tree) {
        this.text = text;
        this.tree = tree;
    }

    void read() {
        try (JsonParser parser = FACTORY.createParser(text.toCharArray())) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                take(token, parser);
            }
        } catch (JsonProcessingException e) {
            Position at = position(e.getLocation());
            throw Problem.malformed(plain(e.getOriginalMessage()), at.line(), at.column());
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory failed", e);
        }
    }

    private void take(JsonToken token, JsonParser parser) throws IOException {
        Position at = position(parser.currentTokenLocation());
        if (tree.isComplete()) {
            throw Problem.malformed("something follows the end of the document", at.line(), at.column());
        }
        switch (token) {
            case START_OBJECT -> tree.startObject(at);
            case START_ARRAY -> tree.startArray(at);
            case END_OBJECT, END_ARRAY -> tree.end();
            case FIELD_NAME -> tree.key(parser.currentName(), at);
            case VALUE_STRING -> tree.text(parser.getText(), at);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> tree.number(parser.getText(), at);
            case VALUE_TRUE, VALUE_FALSE -> tree.value(BooleanNode.valueOf(token == JsonToken.VALUE_TRUE), at);
            case VALUE_NULL -> tree.value(NullNode.getInstance(), at);
            case NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT -> throw new IllegalStateException("Not in a text: " + token);
        }
    }

    /** The parser counts UTF-16 units; a person counts characters. */
    private Position position(@Nullable JsonLocation location) {
        if (location == null) {
            return new Position(1, 1);
        }
        int end = (int) Math.min(Math.max(location.getCharOffset(), 0), text.length());
        int start = Math.max(end - Math.max(location.getColumnNr() - 1, 0), 0);
        boolean isFurther = start == lineStart && end >= counted;
        column = (isFurther ? column : 1) + text.codePointCount(isFurther ? counted : start, end);
        lineStart = start;
        counted = end;
        return new Position(Math.max(location.getLineNr(), 1), column);
    }

    /** The parser's words, without its notes about sources and its own settings. */
    private static String plain(String message) {
        String words = message.replaceAll("\\[Source: [^\\]]*?(line: \\d+, column: \\d+)\\]", "$1")
                .replaceAll(" ?\\([^()]*Feature[^()]*\\)|: enable `[^`]*`[^`]*$", "");
        return words.length() > 300 ? words.substring(0, 300) + "…" : words;
    }
}
