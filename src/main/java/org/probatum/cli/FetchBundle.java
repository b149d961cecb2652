package org.probatum.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    FetchBundle(Console console, Remote remote) {
        this.remote = remote;
        this.output = new Output(console);
    }

    @Override
    public Integer call() {
        return output.take(remote.get(key.path() + "/bundle", Remote.JSON).body());
    }
}
