package org.probatum.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.probatum.log.note.Malformed;
import org.probatum.log.note.NoteKey;

/** Public keys as a command line names them: themselves, or files of them. */
final class Keys {
    private Keys() {}

    /** Every key named by an option, each well-formed. */
    static List<String> of(String option, List<String> named) {
        List<String> keys = new ArrayList<>();
        for (String one : named) {
            List<String> found = one.contains("+") ? List.of(one) : lines(option, one);
            found.forEach(key -> keys.add(wellFormed(option, key)));
        }
        return keys;
    }

    private static List<String> lines(String option, String file) {
        try {
            List<String> lines = Files.readAllLines(Path.of(file)).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
            if (!lines.isEmpty()) {
                return lines;
            }
        } catch (IOException e) {
            // said below, as of a file that has no key in it
        }
        throw Failure.of(
                Exit.MISSING,
                "There is no key in " + file,
                option + " takes a key, as name+id+base64, or a file with such keys, one a line");
    }

    private static String wellFormed(String option, String key) {
        try {
            return NoteKey.parse(key).text();
        } catch (Malformed e) {
            throw Failure.of(Exit.BAD_INPUT, "The key of " + option + " is not one", String.valueOf(e.getMessage()));
        }
    }
}
