package org.probatum.policy;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an input cell asks: anything, one of some words, none of some words, or a tag among the tags. */
public sealed interface InputTest {
    /** Whether a value of the column passes: a word, or a list of tags. */
    boolean holds(Object value);

    /** The words that the cell names. */
    default Set<String> named() {
        return Set.of();
    }

    /** Everything passes. */
    record Any() implements InputTest {
        @Override
        public boolean holds(Object value) {
            return true;
        }
    }

    /** One of these. */
    record OneOf(Set<String> named) implements InputTest {
        @Override
        public boolean holds(Object value) {
            return named.contains(value);
        }
    }

    /** None of these. */
    record NoneOf(Set<String> named) implements InputTest {
        @Override
        public boolean holds(Object value) {
            return !named.contains(value);
        }
    }

    /** This tag is among them. */
    record Tagged(String tag) implements InputTest {
        @Override
        public boolean holds(Object value) {
            return value instanceof List<?> tags && tags.contains(tag);
        }

        @Override
        public Set<String> named() {
            return Set.of(tag);
        }
    }

    /** What a cell of a column of words may look like. */
    String WORDS_FORM = "\"A\", or \"A\",\"B\", or not(\"A\"), or nothing for any";

    /** What a cell of the tags may look like. */
    String TAGS_FORM = "list contains(tags, \"some-tag\"), or nothing for any";

    Pattern LIST = Pattern.compile("\"[^\"\\\\]*\"(?:\\s*,\\s*\"[^\"\\\\]*\")*");
    Pattern NOT = Pattern.compile("not\\s*\\(\\s*(" + LIST.pattern() + ")\\s*\\)");
    Pattern CONTAINS = Pattern.compile("list contains\\s*\\(\\s*tags\\s*,\\s*\"([a-z0-9][a-z0-9._-]{0,63})\"\\s*\\)");
    Pattern WORD = Pattern.compile("\"([^\"\\\\]*)\"");

    /** Reads a cell; empty when it says nothing of the kind. */
    static Optional<InputTest> read(Column column, String cell) {
        String text = cell.strip();
        if (text.isEmpty() || text.equals("-")) {
            return Optional.of(new Any());
        }
        if (column.kind() == Column.Kind.TAGS) {
            Matcher contains = CONTAINS.matcher(text);
            return contains.matches() ? Optional.of(new Tagged(contains.group(1))) : Optional.empty();
        }
        if (LIST.matcher(text).matches()) {
            return Optional.of(new OneOf(words(text)));
        }
        Matcher not = NOT.matcher(text);
        return not.matches() ? Optional.of(new NoneOf(words(not.group(1)))) : Optional.empty();
    }

    private static Set<String> words(String list) {
        Set<String> words = new LinkedHashSet<>();
        Matcher word = WORD.matcher(list);
        while (word.find()) {
            words.add(word.group(1));
        }
        return words;
    }
}
