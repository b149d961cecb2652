package org.probatum.cli;

import java.io.OutputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line from its words to its exit code. It reads no configuration, and starts nothing of the service. */
public final class Program {
    private final Options options = new Options();
    private final Console console;
    private final Remote remote;
    private final CommandLine commands = new CommandLine(options);

    private Program(Map<String, String> environment, OutputStream out, OutputStream err) {
        this.console = new Console(out, err);
        this.remote = new Remote(options, environment, console);
    }

    /** Runs a command, and gives its exit code. */
    public static int run(String[] words, Map<String, String> environment, OutputStream out, OutputStream err) {
        return run(words, environment, out, err, new OfflineVerifier());
    }

    static int run(
            String[] words,
            Map<String, String> environment,
            OutputStream out,
            OutputStream err,
            BundleVerifier verifier) {
        return new Program(environment, out, err).run(words, verifier);
    }

    private int run(String[] words, BundleVerifier verifier) {
        // Before they are understood, so that what cannot be understood is said in the form asked for.
        List<String> said = List.of(words);
        console.settle(said.contains("--json"), said.contains("-q") || said.contains("--quiet"));
        Map<String, Supplier<Object>> offered = commands(verifier);
        // A command takes some milliseconds to describe: when one is named, the others are not.
        boolean named = said.stream().anyMatch(offered::containsKey);
        offered.forEach((name, command) -> {
            if (!named || said.contains(name)) {
                commands.addSubcommand(command.get());
            }
        });
        commands.getCommandSpec().version(version());
        commands.getCommandSpec().usageMessage().exitCodeList(Exit.list());
        int code = commands.registerConverter(Duration.class, Period::of)
                .registerConverter(DecisionKey.class, DecisionKey::of)
                .registerConverter(Milestone.class, Milestone::of)
                .setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF))
                .setUsageHelpWidth(110)
                .setOut(console.writer())
                .setParameterExceptionHandler((wrong, given) -> misused(wrong))
                .setExecutionExceptionHandler((fault, command, parsed) -> failed(fault))
                .execute(words);
        // What was asked for and is lost is no success, though it may have been done.
        return code == Exit.OK.code() && console.isBroken() ? Exit.NOT_WRITTEN.code() : code;
    }

    private Map<String, Supplier<Object>> commands(BundleVerifier verifier) {
        FileCheck check = new FileCheck();
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("check", () -> new CheckFiles(console, check));
        commands.put("file", () -> new SendFile(console, check, remote));
        commands.put("submit", () -> new HandIn(console, remote));
        commands.put("status", () -> new TellStatus(console, remote));
        commands.put("record", () -> new FetchRecord(console, remote));
        commands.put("bundle", () -> new FetchBundle(console, remote));
        commands.put("export", () -> new FetchExport(console, remote));
        commands.put("admit", () -> new AskAdmission(console, remote));
        commands.put("verify", () -> new VerifyBundle(console, verifier));
        commands.put("log-key", () -> new MakeLogKey(console, options));
        return commands;
    }

    private static String version() {
        String version = Program.class.getPackage().getImplementationVersion();
        return "probatum " + (version == null ? "of no known version" : version);
    }

    private int misused(ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        String told = wrong.getMessage();
        if (wrong instanceof UnmatchedArgumentException unmatched && command == commands) {
            List<String> near = unmatched.getSuggestions();
            told = "there is no command " + unmatched.getUnmatched().get(0)
                    + (near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?");
        }
        int code = console.fail(Failure.of(Exit.USAGE, "This is not a command line", String.valueOf(told)));
        console.note(command.getUsageMessage().strip());
        return code;
    }

    private int failed(Throwable fault) {
        if (fault instanceof Failure failure) {
            return console.fail(failure);
        } else if (fault instanceof ParameterException wrong) {
            return misused(wrong);
        }
        String why = fault.getClass().getSimpleName() + (fault.getMessage() == null ? "" : ": " + fault.getMessage());
        return console.fail(Failure.of(Exit.FAULT, "Something went wrong that should not have", why));
    }
}
