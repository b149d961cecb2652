package org.probatum.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.probatum.shared.Digest;
import picocli.CommandLine.Option;

/** Where something fetched goes: to a file, or as it is to standard output. */
final class Output {
    private final Console console;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "<file>",
            description = "Write it to this file instead of standard output.")
    private @Nullable Path file;

    Output(Console console) {
        this.console = console;
    }

    int take(byte[] content) {
        if (file == null) {
            console.content(content);
            return Exit.OK.code();
        }
        try {
            Files.write(file, content);
        } catch (IOException e) {
            throw Failure.of(
                    Exit.NOT_WRITTEN,
                    "The file " + file + " cannot be written",
                    "-o names a file in a folder that is there");
        }
        ObjectNode data = Answer.object()
                .put("file", file.toString())
                .put("bytes", content.length)
                .put("digest", Digest.of(content));
        console.aside(file + "  " + content.length + " bytes  " + Digest.of(content), () -> data);
        return Exit.OK.code();
    }
}
