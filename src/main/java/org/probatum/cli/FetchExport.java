package org.probatum.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Fetches everything, as one archive that outlives the service. */
@Command(
        name = "export",
        description = {
            "Fetches the whole log with its records, for verify; for auditors and platform owners.",
            "It is at its place once it is whole, and not before."
        },
        footer = {"", "Example", "  probatum export -o probatum.tar.gz"})
final class FetchExport implements Callable<Integer> {
    private final Console console;
    private final Remote remote;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "<file>",
            description = "Where the archive goes.")
    private Path file;

    FetchExport(Console console, Remote remote) {
        this.console = console;
        this.remote = remote;
    }

    @Override
    public Integer call() {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        if (Files.isDirectory(file)) {
            throw notWritten();
        }
        try {
            Files.deleteIfExists(part);
            Files.createFile(part);
        } catch (IOException e) {
            throw notWritten();
        }
        try {
            remote.save("/api/v1/export", "application/gzip, application/problem+json", part);
            requireWhole(part);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            long bytes = Files.size(file);
            ObjectNode data = Answer.object().put("file", file.toString()).put("bytes", bytes);
            console.aside(file + "  " + bytes + " bytes", () -> data);
            return Exit.OK.code();
        } catch (IOException e) {
            throw notWritten();
        } finally {
            delete(part);
        }
    }

    /** Its packing ends in a sum over all of it: whatever lay between the service and here cut nothing off. */
    private static void requireWhole(Path part) {
        try (InputStream unpacked = new BufferedInputStream(new GZIPInputStream(Files.newInputStream(part), 1 << 16))) {
            unpacked.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw Failure.of(
                    Exit.UNAVAILABLE, "The export did not arrive whole", "nothing was kept of it; fetch it again");
        }
    }

    private Failure notWritten() {
        return Failure.of(
                Exit.NOT_WRITTEN,
                "The file " + file + " cannot be written",
                "-o names a file in a folder that is there");
    }

    private static void delete(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // Whoever looks sees by its name that it is none.
        }
    }
}
