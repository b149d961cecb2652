package org.probatum.cli;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program itself, and what may be said of any command, before its name or after it. */
@Command(
        name = "probatum",
        description = {
            "Files decisions, asks where they stand, and checks what was published.",
            "",
            "It is the service's own jar: java -jar quarkus-run.jar <command> (without a command the service starts).",
            "Where the service is and who asks is read from the environment: PROBATUM_URL and PROBATUM_TOKEN.",
            ""
        },
        exitCodeListHeading = "%nExit codes%n",
        footer = {
            "",
            "Example",
            "  export PROBATUM_URL=https://probatum.example.org PROBATUM_TOKEN=prb_...",
            "  probatum check decision.yaml && probatum file decision.yaml"
        })
final class Options {
    @Option(
            names = "--url",
            scope = ScopeType.INHERIT,
            paramLabel = "<address>",
            description = "Where the service is, instead of PROBATUM_URL.")
    @Nullable
    String url;

    @Option(
            names = "--token-file",
            scope = ScopeType.INHERIT,
            paramLabel = "<file>",
            description = "A file with the token, instead of PROBATUM_TOKEN.")
    @Nullable
    Path tokenFile;

    @Option(
            names = "--timeout",
            scope = ScopeType.INHERIT,
            paramLabel = "<duration>",
            defaultValue = "30s",
            description = "How long one answer of the service may take; ${DEFAULT-VALUE} if not said.")
    Duration timeout = Duration.ofSeconds(30);

    @Option(
            names = "--json",
            scope = ScopeType.INHERIT,
            description = "Print the answer, or why there is none (RFC 9457), as one JSON document.")
    boolean json;

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "Print what was asked for and what is wrong, and nothing else.")
    boolean quiet;

    @Option(
            names = {"-h", "--help"},
            scope = ScopeType.INHERIT,
            usageHelp = true,
            description = "Print this.")
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Print the version.")
    boolean version;
}
