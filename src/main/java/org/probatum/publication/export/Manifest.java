package org.probatum.publication.export;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/** Digests of the files since the one before, a line each as sha256sum writes them; a new one begins before it grows long. */
final class Manifest {
    private static final int LINES = 1_000;

    private final StringBuilder lines = new StringBuilder();
    private int files;
    private int number;

    void add(String name, byte[] digest) {
        lines.append(HexFormat.of().formatHex(digest)).append("  ").append(name).append('\n');
        files++;
    }

    /** Before another file comes, this has to be written. */
    boolean isFull() {
        return files == LINES;
    }

    boolean isEmpty() {
        return files == 0;
    }

    /** The name of the file that it becomes. */
    String name() {
        return String.format(Locale.ROOT, "manifest/%05d.sha256", number);
    }

    /** What has to be in it; the next one begins empty. */
    byte[] take() {
        byte[] text = lines.toString().getBytes(StandardCharsets.UTF_8);
        lines.setLength(0);
        files = 0;
        number++;
        return text;
    }
}
