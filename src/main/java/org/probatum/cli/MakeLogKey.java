package org.probatum.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.probatum.log.note.NoteSigner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws a fresh key for signing checkpoints. */
@Command(
        name = "log-key",
        description = {
            "Draws a fresh key to sign the log with.",
            "The private key goes to standard output: keep it where only the service reads it. The public key goes to",
            "standard error: give it to whoever verifies."
        },
        footer = {"", "Example", "  (umask 077; probatum log-key probatum.example.org/log > log-key)"})
final class MakeLogKey implements Callable<Integer> {
    private final Console console;
    private final Options options;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "<name>", description = "The log's name, as its checkpoints carry it.")
    private String name;

    MakeLogKey(Console console, Options options) {
        this.console = console;
        this.options = options;
    }

    @Override
    public Integer call() {
        NoteSigner signer = signer();
        if (options.json) {
            ObjectNode data = Answer.object().put("private", signer.privateKey());
            console.answer("", () -> data.put("public", signer.key().text()));
            return Exit.OK.code();
        }
        console.content((signer.privateKey() + "\n").getBytes(StandardCharsets.UTF_8));
        console.beside(signer.key().text());
        return Exit.OK.code();
    }

    private NoteSigner signer() {
        try {
            return NoteSigner.generate(name);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(), "a log's name is not empty, and has no white space or plus sign in it", e);
        }
    }
}
