package org.probatum.log.note;

import java.util.List;
import org.probatum.log.tree.Hash;

/**
 * What a log says of itself at one size (C2SP tlog-checkpoint); the text of a note.
 *
 * @param origin which log, the same for ever
 * @param size how many leaves it has
 * @param root of the tree over them
 * @param extensions further lines, which nobody audits; better none
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {
    public Checkpoint {
        extensions = List.copyOf(extensions);
        if (!isLine(origin) || !extensions.stream().allMatch(Checkpoint::isLine)) {
            throw new IllegalArgumentException("lines of a checkpoint are not empty and have no control characters");
        }
        if (size < 0) {
            throw new IllegalArgumentException("no log has " + size + " leaves");
        }
    }

    public Checkpoint(String origin, long size, Hash root) {
        this(origin, size, root, List.of());
    }

    /** Reads the text of a note; it is written in one way only, so that {@link #text} gives the same. */
    public static Checkpoint parse(String text) throws Malformed {
        if (!text.endsWith("\n")) {
            throw new Malformed("a checkpoint must end in a newline");
        }
        List<String> lines = List.of(text.substring(0, text.length() - 1).split("\n", -1));
        if (lines.size() < 3) {
            throw new Malformed("a checkpoint must have three lines: origin, size and root");
        }
        if (!lines.stream().allMatch(Checkpoint::isLine)) {
            throw new Malformed("lines of a checkpoint must not be empty, nor have control characters");
        }
        return new Checkpoint(
                lines.get(0),
                Strict.decimal(lines.get(1), "the size of a checkpoint"),
                Strict.hash(lines.get(2), "the root of a checkpoint"),
                lines.subList(3, lines.size()));
    }

    /** What is signed. */
    public String text() {
        StringBuilder text = new StringBuilder(origin + "\n" + size + "\n" + root.base64() + "\n");
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    private static boolean isLine(String line) {
        return !line.isEmpty() && line.indexOf('\n') < 0 && Strict.isText(line);
    }
}
