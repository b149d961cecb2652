package org.probatum.publication.export;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * Files behind one another as a tar archive (POSIX ustar), in one way only: the same files are the same bytes, whoever packs them
 * and whenever. What is packed otherwise is not read, so no name and no kind of entry is ever obeyed.
 */
final class Tar {
    /** Headers are so long, and contents are filled up to a multiple of it. */
    static final int BLOCK = 512;

    private static final int LONGEST_NAME = 100;
    private static final int SIZE_AT = 124;
    private static final int SIZE_DIGITS = 11;
    private static final int SUM_AT = 148;
    private static final int SUM_LENGTH = 8;

    private Tar() {}

    /** What stands before a file. */
    static byte[] header(String name, long size) {
        byte[] header = new byte[BLOCK];
        if (name.length() > LONGEST_NAME || size < 0 || size >= 1L << (3 * SIZE_DIGITS)) {
            throw new IllegalArgumentException("no archive has a file " + name + " of " + size + " bytes");
        }
        put(header, 0, name);
        put(header, 100, "0000644");
        put(header, 108, "0000000");
        put(header, 116, "0000000");
        put(header, SIZE_AT, String.format(Locale.ROOT, "%011o", size));
        put(header, 136, "00000000000");
        header[156] = '0';
        put(header, 257, "ustar\00000");
        Arrays.fill(header, SUM_AT, SUM_AT + SUM_LENGTH, (byte) ' ');
        int sum = 0;
        for (byte one : header) {
            sum += Byte.toUnsignedInt(one);
        }
        put(header, SUM_AT, String.format(Locale.ROOT, "%06o\0", sum));
        return header;
    }

    /** The name in a header; whether it is one that is expected is for the reader to say. */
    static String name(byte[] header) {
        int end = 0;
        while (end < LONGEST_NAME && header[end] != 0) {
            end++;
        }
        return new String(header, 0, end, StandardCharsets.ISO_8859_1);
    }

    /** The size in a header; -1 where there is none. */
    static long size(byte[] header) {
        String digits = new String(header, SIZE_AT, SIZE_DIGITS, StandardCharsets.ISO_8859_1);
        return digits.matches("[0-7]+") ? Long.parseLong(digits, 8) : -1;
    }

    /** Zeros behind a file of this size. */
    static int padding(long size) {
        return (int) (-size & (BLOCK - 1));
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }
}
