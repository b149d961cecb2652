package org.probatum.cli;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says where a decision stands, at once or when it has got somewhere. */
@Command(
        name = "status",
        description = {
            "Says where a decision stands, whom it waits for, what is missing, and when it is due.",
            "Exits 0 published and holds, 10 under way, 11 waits for its author, 12 stopped, 13 ended otherwise,",
            "14 published and questioned, revoked or superseded."
        },
        footer = {"", "Example", "  probatum status CR-42 --wait 2h --until published"})
final class TellStatus implements Callable<Integer> {
    private final Console console;
    private final Remote remote;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "<key>", description = "The decision, such as CR-42.")
    private DecisionKey key;

    @Option(
            names = "--wait",
            paramLabel = "<duration>",
            description = "Look again for so long while it is under way: 30m, 2h.")
    private @Nullable Duration patience;

    @Option(
            names = "--until",
            paramLabel = "<stage>",
            description = "With --wait: look again until it has come so far, its author's turns included; then exit 0.")
    private @Nullable Milestone until;

    TellStatus(Console console, Remote remote) {
        this.console = console;
        this.remote = remote;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (until != null && patience == null) {
            throw new ParameterException(spec.commandLine(), "--until waits; say for how long, as --wait 2h");
        }
        Sighting seen = patience == null
                ? Sighting.of(remote, key)
                : new Patience(patience, this::mayMove, console).await(() -> Sighting.of(remote, key));
        Standing standing = seen.standing();
        Exit exit = until != null && standing.reached(until) ? Exit.OK : standing.exit();
        List<String> lines = seen.lines(remote.address(key.page()));
        console.answer(lines.get(0), () -> seen.data(exit));
        lines.stream().skip(1).forEach(console::detail);
        return exit.code();
    }

    private boolean mayMove(Standing standing) {
        return until == null ? standing.exit() == Exit.UNDER_WAY : standing.isSound() && !standing.reached(until);
    }
}
