package org.probatum.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Hands in the stage a decision is at. */
@Command(
        name = "submit",
        description = {
            "Hands in the stage that a decision is at, as it stands now.",
            "Exits 1 when its gate asks for more, and prints each requirement and what would satisfy it, one a line."
        },
        footer = {"", "Example", "  probatum submit CR-42"})
final class HandIn implements Callable<Integer> {
    private final Console console;
    private final Remote remote;

    @Parameters(paramLabel = "<key>", description = "The decision, such as CR-42.")
    private DecisionKey key;

    HandIn(Console console, Remote remote) {
        this.console = console;
        this.remote = remote;
    }

    @Override
    public Integer call() {
        String version = remote.get(key.path(), Remote.JSON).etag();
        if (version == null) {
            throw Reply.strange("it does not say which version it is of");
        }
        Map<String, String> headers = Map.of("If-Match", version, "Accept", Remote.JSON);
        ObjectNode now =
                remote.post(key.path() + "/submissions", new byte[0], headers).object("stage");
        Standing standing = Standing.of(now);
        console.aside(key + "  " + standing.headline(), () -> now);
        return Exit.OK.code();
    }
}
