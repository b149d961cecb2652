package org.probatum.evidence.tracker.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.probatum.evidence.tracker.Credential;
import org.probatum.evidence.tracker.Target;
import org.probatum.evidence.tracker.TrackerFault;
import org.probatum.evidence.tracker.TrackerFault.Kind;
import org.probatum.shared.outbound.AddressRefused;
import org.probatum.shared.outbound.AnswerTooLarge;
import org.probatum.shared.outbound.Conversation;

/** What an MLflow server, or whatever stands in its place, did instead of answering, in words that help. */
final class Faults {
    private static final int MOST_SAID = 300;
    private static final int MOST_READ = 16 * 1024;

    private Faults() {}

    /** Refuses what is no answer of the API's. */
    static void requireJson(Target at, Conversation.Reply reply) throws IOException {
        requireGood(at, reply);
        if (!reply.contentType().toLowerCase(Locale.ROOT).contains("json")) {
            throw new TrackerFault(
                    Kind.REFUSED,
                    at.name() + " answered " + kindOf(reply)
                            + " instead of JSON: either no MLflow is at this address, or a"
                            + " sign-in page stands before it that these credentials do not pass");
        }
    }

    /** Refuses what is no success. */
    static void requireGood(Target at, Conversation.Reply reply) throws IOException {
        int status = reply.status();
        if (status == 200) {
            return;
        }
        if (status >= 300 && status < 400) {
            throw new TrackerFault(
                    Kind.REFUSED,
                    at.name() + " answered " + status
                            + ", a redirect, and none is followed: give the address it leads to");
        }
        String body = new String(reply.body().readNBytes(MOST_READ), StandardCharsets.UTF_8);
        JsonNode error = error(body);
        String said = error.path("message").asText("");
        String because = said.isBlank() ? "" : ": " + scrubbed(at, said);
        if (error.path("error_code").asText("").equals("RESOURCE_DOES_NOT_EXIST")) {
            throw new TrackerFault(Kind.GONE, at.name() + " has no such thing" + because);
        }
        throw switch (status) {
            case 401 ->
                new TrackerFault(
                        Kind.REFUSED,
                        at.name()
                                + " does not take these credentials (401): check the name and the secret of the connection");
            case 403 -> new TrackerFault(Kind.REFUSED, forbidden(at, body, because));
            case 404 ->
                new TrackerFault(
                        Kind.REFUSED,
                        at.name()
                                + " answered 404 as no MLflow does: is its address complete, with any path it is served under?");
            case 429, 502, 503, 504 ->
                new TrackerFault(
                        Kind.UNREACHABLE, at.name() + " answered " + status + ": it is too busy or down just now");
            default ->
                status >= 500
                        ? new TrackerFault(
                                error.has("error_code") ? Kind.FAILED : Kind.UNREACHABLE,
                                at.name() + " failed (" + status + ")" + because)
                        : new TrackerFault(
                                Kind.NONSENSE, at.name() + " refused the question (" + status + ")" + because);
        };
    }

    /** Why there was no answer at all. */
    static TrackerFault of(Target at, IOException fault) {
        if (fault instanceof AddressRefused refused) {
            return new TrackerFault(Kind.REFUSED, at.name() + " is not called: " + refused.getMessage());
        }
        if (fault instanceof UnknownHostException) {
            return new TrackerFault(
                    Kind.UNREACHABLE,
                    at.name() + " is not found: no address is known for "
                            + at.url().getHost());
        }
        if (fault instanceof AnswerTooLarge) {
            return new TrackerFault(Kind.NONSENSE, at.name() + " was not read to the end: " + fault.getMessage());
        }
        if (fault instanceof InterruptedIOException) {
            return new TrackerFault(
                    Kind.UNREACHABLE,
                    at.name() + " is too slow: "
                            + (fault.getMessage() == null || !fault.getMessage().startsWith("no whole")
                                    ? "no answer in time"
                                    : fault.getMessage()));
        }
        if (fault instanceof ConnectException) {
            return new TrackerFault(
                    Kind.UNREACHABLE,
                    at.name() + " is not reached: nothing answers at "
                            + at.url().getAuthority());
        }
        return new TrackerFault(
                Kind.UNREACHABLE,
                at.name() + " broke off in the middle of an answer ("
                        + fault.getClass().getSimpleName() + ")");
    }

    private static String forbidden(Target at, String body, String because) {
        return body.toLowerCase(Locale.ROOT).contains("host header")
                ? at.name() + " refuses to be called " + at.url().getAuthority()
                        + " (403): MLflow 3 answers to names it was started with; add this one to its --allowed-hosts"
                : at.name() + " does not allow it (403)" + because;
    }

    private static JsonNode error(String body) {
        try {
            JsonNode tree = Server.JSON.readTree(body);
            return tree == null ? Server.JSON.createObjectNode() : tree;
        } catch (IOException e) {
            return Server.JSON.createObjectNode();
        }
    }

    /** What the server said, on one line, with nothing in it that was secret. */
    private static String scrubbed(Target at, String said) {
        String line = said.replaceAll("\\s+", " ").replaceAll("\\p{Cntrl}", "").strip();
        for (String secret : at.credential().headers().values()) {
            line = line.replace(secret, "…").replace(secret.substring(secret.indexOf(' ') + 1), "…");
        }
        if (at.credential() instanceof Credential.Basic basic
                && !basic.password().isEmpty()) {
            line = line.replace(basic.password(), "…");
        }
        return line.length() <= MOST_SAID ? line : line.substring(0, MOST_SAID) + "…";
    }

    private static String kindOf(Conversation.Reply reply) {
        String type = reply.contentType().replaceAll(";.*", "").replaceAll("[^a-zA-Z0-9/+.-]", "");
        return type.contains("html") ? "a page (text/html)" : type.isEmpty() ? "something without a type" : type;
    }
}
