package org.probatum.rerun;

import java.nio.charset.StandardCharsets;

/**
 * Part of what a rerun printed.
 *
 * @param from the byte of the whole that it begins with
 */
public record Printed(long from, byte[] bytes) {
    /** Nothing, at a place. */
    public static Printed nothing(long from) {
        return new Printed(from, new byte[0]);
    }

    /** The byte to ask for next. */
    public long next() {
        return from + bytes.length;
    }

    /** As text; what is no character is shown as one that stands for none. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8).replace("\u0000", "\uFFFD");
    }
}
