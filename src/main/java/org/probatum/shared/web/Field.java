package org.probatum.shared.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probatum.shared.document.Hint;

/** One field as a page draws it: its name is a JSON pointer, its value what was typed or is on file, and why it was refused. */
public record Field(
        String name,
        String label,
        String help,
        Hint.Kind kind,
        String value,
        List<Choice> choices,
        @Nullable String wrong) {

    /** Something to choose: what is sent, and what people read. */
    public record Choice(String value, String words) {
        /** Several constants under their own names, in lower case. */
        public static List<Choice> of(List<String> constants) {
            return constants.stream()
                    .map(name -> new Choice(name, Field.words(name)))
                    .toList();
        }
    }

    /** What labels, lists of errors and links point at. */
    public String id() {
        return id(name);
    }

    /** The id of the field a pointer names. */
    public static String id(String pointer) {
        return "field" + pointer.replace('/', '-');
    }

    /** How the template draws it. */
    public String look() {
        return kind.name();
    }

    /** Takes the whole width. */
    public boolean wide() {
        return kind == Hint.Kind.TEXT || kind == Hint.Kind.LINES;
    }

    /** What is on file is not among what may be chosen; it is shown all the same, so that saving does not lose it. */
    public boolean unlisted() {
        return !value.isEmpty()
                && choices.stream().noneMatch(choice -> choice.value().equals(value));
    }

    /** How high a text field is: as its text, within bounds. */
    public int rows() {
        return (int) Math.max(
                2,
                Math.min(
                        10,
                        value.lines().mapToLong(line -> 1 + line.length() / 90).sum()));
    }

    public boolean ticked() {
        return value.equals("true") || value.equals("on");
    }

    /** The same field without its help: rows after the first do not repeat it. */
    public Field quiet() {
        return new Field(name, label, "", kind, value, choices, wrong);
    }

    /** The same field with words of its own as help. */
    public Field saying(String words) {
        return new Field(name, label, words, kind, value, choices, wrong);
    }

    /** The same field, chosen from a list. */
    public Field among(List<Choice> offered) {
        return new Field(name, label, help, Hint.Kind.CHOICE, value, offered, wrong);
    }

    /** The same field; where there is but one to choose, it is chosen already. Not for rows that may stay blank. */
    public Field settled() {
        String chosen = value.isEmpty() && choices.size() == 1 ? choices.get(0).value() : value;
        return new Field(name, label, help, kind, chosen, choices, wrong);
    }

    private static String words(String constant) {
        String lower = constant.toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        return lower.isEmpty() ? lower : Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
    }
}
