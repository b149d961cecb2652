package org.probatum.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Asks the deploy gate. Whatever is not a plain yes is not 0. */
@Command(
        name = "admit",
        description = {
            "Asks whether an artifact may be deployed: exits 0 when it is admitted, 1 when it is not.",
            "With --json the whole answer is printed, its signed attestation included."
        },
        footer = {
            "",
            "Example",
            "  probatum admit --subject \"sha256:$(sha256sum model.onnx | cut -d' ' -f1)\" && ./deploy model.onnx"
        })
final class AskAdmission implements Callable<Integer> {
    private final Console console;
    private final Remote remote;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--subject",
            required = true,
            paramLabel = "<digest>",
            description = "The artifact, as sha256: and 64 digits.")
    private String subject;

    @Option(
            names = "--environment",
            paramLabel = "<name>",
            defaultValue = "production",
            description = "Where it would be deployed; ${DEFAULT-VALUE} if not said.")
    private String environment = "production";

    AskAdmission(Console console, Remote remote) {
        this.console = console;
        this.remote = remote;
    }

    @Override
    public Integer call() {
        if (!subject.matches("sha256:[0-9a-f]{64}")) {
            throw new ParameterException(
                    spec.commandLine(), "'" + subject + "' is no digest; one is sha256: and 64 digits from 0 to f");
        }
        String query = "?subject=" + encoded(subject) + "&environment=" + encoded(environment);
        ObjectNode answer =
                remote.get("/api/v1/admissions" + query, Remote.JSON).object("admitted");
        if (!answer.path("admitted").isBoolean()) {
            throw Reply.strange("\"admitted\" is neither true nor false");
        }
        boolean admitted = answer.path("admitted").booleanValue();
        String decision = answer.path("decision").asText("");
        String by = decision.isEmpty() ? "" : " by " + decision;
        if (admitted) {
            JsonNode expires = answer.path("expires");
            console.aside("Admitted" + by + (expires.isTextual() ? " until " + expires.asText() : ""), () -> answer);
            Answer.texts(answer.path("conditions")).forEach(one -> console.detail("condition: " + one));
            return Exit.OK.code();
        }
        console.answer("Not admitted" + by, () -> answer);
        Answer.texts(answer.path("reasons")).forEach(one -> console.more("  " + one));
        return Exit.NO.code();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
