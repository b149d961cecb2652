package org.probatum.shared.web;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import org.jspecify.annotations.Nullable;
import org.probatum.shared.Problem;

/** What a page's form sends beside what was typed: the version it showed, and the request's own name. */
public final class Sent {
    private Sent() {}

    public static MultivaluedMap<String, String> nothing() {
        return new MultivaluedHashMap<>();
    }

    /** The version the page showed. */
    public static int version(MultivaluedMap<String, String> sent) {
        String version = sent.getFirst("version");
        if (version == null || !version.matches("[0-9]{1,9}")) {
            throw Problem.preconditionRequired("The form does not say which version it showed; open the page anew.");
        }
        return Integer.parseInt(version);
    }

    /** The request's own name, by which sending it twice does it once. */
    public static @Nullable String once(MultivaluedMap<String, String> sent) {
        return sent.getFirst("once");
    }

    /** The answer to keep of an act that ends on another page. */
    public static Once.Answer done(String address) {
        return new Once.Answer(303, address, null, "");
    }
}
