package org.probatum.log;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** What others published to hold an implementation against; where it comes from is said in log/SOURCES.md. */
public final class Vectors {
    private Vectors() {}

    /** A file of them, as it is. */
    public static String text(String file) {
        try (InputStream in = Objects.requireNonNull(Vectors.class.getResourceAsStream("/log/" + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of a file that begin with a word, split at spaces, without that word. */
    public static List<List<String>> lines(String file, String word) {
        return text(file)
                .lines()
                .map(line -> Arrays.asList(line.split(" ", -1)))
                .filter(line -> line.get(0).equals(word))
                .map(line -> line.subList(1, line.size()))
                .toList();
    }
}
