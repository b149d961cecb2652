package org.probatum.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.probatum.log.note.KeyType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Verifies a bundle or an export where its reader is, trusting nothing but the keys that the reader names. */
@Command(
        name = "verify",
        description = {
            "Verifies a bundle or an export offline, with the keys that you trust.",
            "Exits 0 when all of it holds, 1 when not, and prints what was looked at, one thing a line."
        },
        footer = {"", "Example", "  probatum verify CR-42.bundle.json --key log.vkey --witness witness.vkey"})
final class VerifyBundle implements Callable<Integer> {
    private final Console console;
    private final BundleVerifier verifier;

    @Parameters(paramLabel = "<file>", description = "The bundle or the export, as the command of that name wrote it.")
    private Path file;

    @Option(
            names = "--key",
            required = true,
            paramLabel = "<vkey>",
            description = "A key of the log, as name+id+base64, or a file with such keys, one a line.")
    private List<String> keys = List.of();

    @Option(
            names = "--checkpoint",
            paramLabel = "<file>",
            description = "A checkpoint that you have kept; the file must not contradict it.")
    private @Nullable Path checkpoint;

    @Option(
            names = "--witness",
            paramLabel = "<vkey>",
            description = "The key of a witness who must have cosigned, or a file with such keys.")
    private List<String> witnesses = List.of();

    VerifyBundle(Console console, BundleVerifier verifier) {
        this.console = console;
        this.verifier = verifier;
    }

    @Override
    public Integer call() {
        BundleVerifier.Report report = verified();
        ObjectNode data = Answer.object().put("holds", report.holds());
        data.set("lines", Answer.tree(report.lines()));
        console.answer(report.holds() ? "It holds" : "It does not hold", () -> data);
        for (BundleVerifier.Line line : report.lines()) {
            String words = "  %-5s %s: %s".formatted(line.holds() ? "holds" : "FAILS", line.what(), line.because());
            if (line.holds()) {
                console.detail(words);
            } else {
                console.more(words);
            }
        }
        return (report.holds() ? Exit.OK : Exit.NO).code();
    }

    private BundleVerifier.Report verified() {
        List<String> trusted = Keys.of("--key", keys, KeyType.NOTE);
        List<String> cosigners = Keys.of("--witness", witnesses, KeyType.COSIGNATURE);
        String kept = checkpoint == null ? null : text(checkpoint);
        try {
            return verifier.verify(file, trusted, kept, cosigners);
        } catch (IOException e) {
            throw unreadable(file);
        }
    }

    private static String text(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            return new String(content.readNBytes(Keys.LARGEST), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw unreadable(file);
        }
    }

    private static Failure unreadable(Path file) {
        return Failure.of(Exit.MISSING, "The file " + file + " cannot be read", "name a file that is there");
    }
}
