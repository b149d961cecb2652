package org.probatum.evidence.tracker;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** Who the service is at a tracker. Its words never hold the secret. */
public sealed interface Credential {
    /** The headers that say so. */
    Map<String, String> headers();

    /** Nobody in particular. */
    record Nobody() implements Credential {
        @Override
        public Map<String, String> headers() {
            return Map.of();
        }
    }

    /** Somebody with a password. */
    record Basic(String username, String password) implements Credential {
        @Override
        public Map<String, String> headers() {
            byte[] both = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
            return Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(both));
        }

        @Override
        public String toString() {
            return "Basic[" + username + "]";
        }
    }

    /** Whoever holds the token. */
    record Bearer(String token) implements Credential {
        @Override
        public Map<String, String> headers() {
            return Map.of("Authorization", "Bearer " + token);
        }

        @Override
        public String toString() {
            return "Bearer[]";
        }
    }
}
