package org.probatum.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Tells an answer from the ways in which there is none, each with what would help. */
final class Refusals {
    private Refusals() {}

    /** What was asked for; anything else is a failure. */
    static Reply passed(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        if (status >= 200 && status < 300) {
            return new Reply(
                    response.body(), response.headers().firstValue("ETag").orElse(null));
        }
        if (status >= 300 && status < 400) {
            throw Failure.of(
                    Exit.STRANGE_ANSWER,
                    "The service sends elsewhere",
                    response.headers().firstValue("Location").orElse("without saying where")
                            + "; the token was not sent there. If that is Probatum, give its address as PROBATUM_URL");
        }
        Optional<ObjectNode> problem = Answer.read(response.body()).filter(found -> found.has("title"));
        Exit exit = Exit.ofRefusal(status);
        throw problem.map(told -> Failure.ofProblem(exit, told))
                .orElseGet(() -> Failure.of(
                        status == 404 ? Exit.STRANGE_ANSWER : exit,
                        "Refused without a reason",
                        "HTTP " + status + " by " + response.uri().getAuthority()
                                + "; is that Probatum, or something before it?"));
    }

    static Failure late(String address, Duration within) {
        return Failure.of(
                Exit.UNAVAILABLE,
                "The service did not answer in time",
                address + " has taken longer than " + Period.words(within)
                        + ". What was asked may still be done; --timeout gives it longer");
    }

    static Failure unreachable(String address, Throwable fault) {
        return Failure.of(Exit.UNAVAILABLE, "The service cannot be reached", address + ": " + why(fault));
    }

    private static String why(Throwable fault) {
        if (fault instanceof HttpConnectTimeoutException) {
            return "no connection in time";
        } else if (fault instanceof ConnectException) {
            return isUnknown(fault) ? "nobody knows that name" : "nothing listens there, or it is fenced off";
        } else if (fault instanceof SSLException) {
            return "its certificate is not trusted here, or it does not speak TLS: " + fault.getMessage();
        }
        return fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage();
    }

    private static boolean isUnknown(Throwable fault) {
        Throwable cause = fault.getCause();
        return cause != null && (cause instanceof UnresolvedAddressException || isUnknown(cause));
    }
}
