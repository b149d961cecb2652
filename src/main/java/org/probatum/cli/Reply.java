package org.probatum.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the service answered to a request that it met. */
final class Reply {
    private final byte[] body;
    private final @Nullable String etag;

    Reply(byte[] body, @Nullable String etag) {
        this.body = body;
        this.etag = etag;
    }

    byte[] body() {
        return body;
    }

    /** Which version it is of, if it says so. */
    @Nullable
    String etag() {
        return etag;
    }

    /** The JSON object answered; what has not this member is no answer of Probatum. */
    ObjectNode object(String member) {
        Optional<ObjectNode> object = Answer.read(body).filter(found -> found.has(member));
        return object.orElseThrow(() -> strange("there is no \"" + member + "\" in it"));
    }

    static Failure strange(String why) {
        return Failure.of(
                Exit.STRANGE_ANSWER,
                "The answer cannot be understood",
                why + "; is PROBATUM_URL the address of Probatum, and this jar as new as the service?");
    }
}
