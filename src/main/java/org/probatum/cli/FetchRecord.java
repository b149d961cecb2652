package org.probatum.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fetches the record of a published decision. */
@Command(
        name = "record",
        description = "Fetches the record of a published decision, as it was published.",
        footer = {"", "Example", "  probatum record CR-42 --format html -o CR-42.html"})
final class FetchRecord implements Callable<Integer> {
    private final Remote remote;

    @Mixin
    private final Output output;

    @Parameters(paramLabel = "<key>", description = "The decision, such as CR-42.")
    private DecisionKey key;

    @Option(
            names = "--format",
            paramLabel = "<format>",
            defaultValue = "md",
            description = "One of ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if not said.")
    private RecordFormat format = RecordFormat.md;

    FetchRecord(Console console, Remote remote) {
        this.remote = remote;
        this.output = new Output(console);
    }

    @Override
    public Integer call() {
        return output.take(
                remote.get(key.path() + "/record", format.mediaType()).body());
    }
}
