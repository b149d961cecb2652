package org.probatum.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Files a decision from a file, once it is checked here. */
@Command(
        name = "file",
        description = {
            "Files a decision, and prints its key and address.",
            "The file is checked first, and nothing is sent while anything is wrong with it.",
            "Exits 13 when the decision was filed and declined at intake."
        },
        footer = {"", "Example", "  probatum file decision.yaml --idempotency-key \"$CI_COMMIT_SHA\""})
final class SendFile implements Callable<Integer> {
    private final Console console;
    private final FileCheck check;
    private final Remote remote;

    @Parameters(paramLabel = "<file>", description = "The decision file: *.json is JSON, any other YAML.")
    private Path file;

    @Option(names = "--check", description = "Check the file and send nothing.")
    private boolean checkOnly;

    @Option(
            names = "--idempotency-key",
            paramLabel = "<name>",
            description = "A name for this filing: filed again under it, the same file is filed once.")
    private @Nullable String name;

    SendFile(Console console, FileCheck check, Remote remote) {
        this.console = console;
        this.check = check;
        this.remote = remote;
    }

    @Override
    public Integer call() {
        if (checkOnly) {
            return new CheckFiles(console, check).of(List.of(file));
        }
        CheckedFile checked = check.of(file);
        if (!checked.findings().isEmpty()) {
            throw Failure.ofFile(checked);
        }
        ObjectNode filed = send(checked).object("key");
        String key = filed.path("key").asText();
        String stage = filed.path("stage").asText();
        String address = remote.address("/decisions/" + key);
        ObjectNode data =
                Answer.object().put("key", key).put("address", address).put("stage", stage);
        boolean declined = stage.equals("DECLINED");
        if (declined) {
            data.put("reason", filed.path("reason").asText());
        }
        console.answer(key + "  " + address, () -> data);
        if (declined) {
            console.note("Declined: " + filed.path("reason").asText());
        }
        return (declined ? Exit.ENDED : Exit.OK).code();
    }

    private Reply send(CheckedFile checked) {
        Map<String, String> headers = new HashMap<>(Map.of("Content-Type", checked.mediaType(), "Accept", Remote.JSON));
        if (name != null) {
            headers.put("Idempotency-Key", named(name));
        }
        try {
            return remote.post("/api/v1/decisions", checked.bytes(), headers);
        } catch (Failure refused) {
            throw refused.in(checked);
        }
    }

    private static String named(String name) {
        if (!name.matches("[!-~]([ -~]{0,198}[!-~])?")) {
            throw Failure.of(
                    Exit.USAGE,
                    "--idempotency-key is too long or not plain text",
                    "up to 200 printable ASCII characters");
        }
        return name;
    }
}
