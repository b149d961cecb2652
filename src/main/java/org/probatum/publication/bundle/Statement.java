package org.probatum.publication.bundle;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/** An in-toto Statement v1: something said about files, named by their digests. */
public record Statement(
        @JsonProperty("_type") String type, List<About> subject, String predicateType, Object predicate) {
    /** The media type of a statement inside an envelope. */
    public static final String MEDIA_TYPE = "application/vnd.in-toto+json";

    /** A file by name and digest. */
    public record About(String name, Map<String, String> digest) {
        /** @param digest as {@code sha256:<hex>} */
        public static About of(String name, String digest) {
            return new About(name, Map.of("sha256", digest.substring(digest.indexOf(':') + 1)));
        }
    }

    public static Statement of(List<About> subject, String predicateType, Object predicate) {
        return new Statement("https://in-toto.io/Statement/v1", subject, predicateType, predicate);
    }
}
