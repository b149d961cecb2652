package org.probatum.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Where commands print, in UTF-8 whatever the terminal claims. With {@code --json} standard output holds one JSON document and
 * nothing else. A secret is masked in whatever is printed, and what a terminal would obey is taken out of it.
 */
final class Console {
    private static final Pattern OBEYED =
            Pattern.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u202a-\\u202e\\u2066-\\u2069]");

    private final OutputStream rawOut;
    private final PrintStream out;
    private final PrintStream err;
    private boolean json;
    private boolean quiet;
    private String secret = "";

    Console(OutputStream out, OutputStream err) {
        this.rawOut = out;
        this.out = new PrintStream(out, false, StandardCharsets.UTF_8);
        this.err = new PrintStream(err, true, StandardCharsets.UTF_8);
    }

    /** How much is printed, and as what. */
    void settle(boolean json, boolean quiet) {
        this.json = json;
        this.quiet = quiet;
    }

    /** From now on these words are masked. */
    void mask(String secret) {
        this.secret = secret;
    }

    /** The answer, in words and as data: one of them is printed. */
    void answer(String words, Supplier<JsonNode> data) {
        print(json ? Answer.write(data.get()) : words);
    }

    /** The answer, in words that go without saying and as data. */
    void aside(String words, Supplier<JsonNode> data) {
        if (json || !quiet) {
            answer(words, data);
        }
    }

    /** More of the answer, in words; as data it is there already. */
    void detail(String words) {
        if (!json && !quiet) {
            print(words);
        }
    }

    /** Something beside the answer. */
    void note(String words) {
        if (!json && !quiet) {
            err.println(shown(words));
        }
    }

    /** More of the answer that is no, however little is to be printed. */
    void more(String words) {
        if (!json) {
            print(words);
        }
    }

    /** Where help and versions go. */
    PrintWriter writer() {
        return new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), true);
    }

    /** What was fetched, as it is. */
    void content(byte[] bytes) {
        try {
            rawOut.write(bytes);
            rawOut.flush();
        } catch (IOException e) {
            throw Failure.of(Exit.NOT_WRITTEN, "Standard output is closed", String.valueOf(e.getMessage()));
        }
    }

    /** What belongs to nobody but who runs the command: never masked, never on the output that is piped on. */
    void beside(String words) {
        err.println(words);
    }

    /** Why there is no answer; gives the exit code. */
    int fail(Failure failure) {
        if (json) {
            print(Answer.write(failure.json()));
        } else {
            String detail = failure.detail().isEmpty() ? "" : ": " + failure.detail();
            err.println(shown("probatum: " + failure.title() + detail));
            // What was asked for is the answer, also when it is no.
            PrintStream to = failure.exit() == Exit.NO ? out : err;
            failure.lines().forEach(line -> to.println(shown(line)));
            out.flush();
        }
        return failure.exit().code();
    }

    /** Something printed did not arrive: a full disk, or a reader who left. */
    boolean isBroken() {
        return out.checkError();
    }

    private void print(String words) {
        out.println(shown(words));
        out.flush();
    }

    private String shown(String words) {
        String masked = secret.isEmpty() ? words : words.replace(secret, "***");
        return OBEYED.matcher(masked).replaceAll("\uFFFD");
    }
}
