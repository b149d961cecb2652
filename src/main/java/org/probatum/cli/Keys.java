package org.probatum.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.probatum.log.note.KeyType;
import org.probatum.log.note.Malformed;
import org.probatum.log.note.NoteKey;

/** Public keys as a command line names them: themselves, or files of them. */
final class Keys {
    /** Files of keys and checkpoints are read no further: they have some hundred bytes. */
    static final int LARGEST = 1 << 16;

    private Keys() {}

    /** Every key named by an option, each well-formed and of this type: who signs checkpoints is no witness of them. */
    static List<String> of(String option, List<String> named, KeyType type) {
        List<String> keys = new ArrayList<>();
        for (String one : named) {
            List<String> found = one.contains("+") && !Files.exists(Path.of(one)) ? List.of(one) : lines(option, one);
            found.forEach(key -> keys.add(wellFormed(option, key, type)));
        }
        return keys;
    }

    private static List<String> lines(String option, String file) {
        try (InputStream content = Files.newInputStream(Path.of(file))) {
            List<String> lines = new String(content.readNBytes(LARGEST), StandardCharsets.UTF_8)
                    .lines()
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

    private static String wellFormed(String option, String key, KeyType type) {
        try {
            NoteKey parsed = NoteKey.parse(key);
            if (parsed.type() == type) {
                return parsed.text();
            }
            throw Failure.of(
                    Exit.BAD_INPUT,
                    "The key of " + option + " is one " + signs(parsed.type()),
                    option + " takes one " + signs(type));
        } catch (Malformed e) {
            throw Failure.of(Exit.BAD_INPUT, "The key of " + option + " is not one", String.valueOf(e.getMessage()));
        }
    }

    private static String signs(KeyType type) {
        return type == KeyType.NOTE ? "of a log, which signs checkpoints" : "of a witness, who cosigns them";
    }
}
