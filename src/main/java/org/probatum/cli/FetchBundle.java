package org.probatum.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.probatum.log.note.Checkpoint;
import org.probatum.log.note.Malformed;
import org.probatum.log.note.Note;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fetches what proves a record to somebody who does not trust the service. */
@Command(
        name = "bundle",
        description = "Fetches the record of a published decision with its events, proofs and checkpoint, for verify.",
        footer = {"", "Example", "  probatum bundle CR-42 -o CR-42.bundle.json"})
final class FetchBundle implements Callable<Integer> {
    private final Remote remote;

    @Mixin
    private final Output output;

    @Parameters(paramLabel = "<key>", description = "The decision, such as CR-42.")
    private DecisionKey key;

    @Option(
            names = "--since",
            paramLabel = "<file>",
            description = "A checkpoint that you have kept; the bundle will prove that the log extends it.")
    private @Nullable Path since;

    FetchBundle(Console console, Remote remote) {
        this.remote = remote;
        this.output = new Output(console);
    }

    @Override
    public Integer call() {
        return output.take(
                remote.get(key.path() + "/bundle" + since(), Remote.JSON).body());
    }

    private String since() {
        if (since == null) {
            return "";
        }
        try {
            String text = Note.parse(Files.readString(since)).text();
            return "?since=" + Checkpoint.parse(text).size();
        } catch (IOException e) {
            throw Failure.of(Exit.MISSING, "The file " + since + " cannot be read", "name a file that is there");
        } catch (Malformed e) {
            throw Failure.of(Exit.BAD_INPUT, "The file " + since + " is no checkpoint", String.valueOf(e.getMessage()));
        }
    }
}
