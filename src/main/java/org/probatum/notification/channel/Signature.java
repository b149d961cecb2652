package org.probatum.notification.channel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The symmetric signature of the Standard Webhooks specification: HMAC-SHA256 over id, time and payload, joined by full stops.
 * While two secrets are valid there are two signatures, separated by a space.
 */
final class Signature {
    private static final String PREFIX = "whsec_";

    private Signature() {}

    /**
     * The value of the header webhook-signature.
     *
     * @param secrets each {@code whsec_} and base64
     * @param seconds the attempt's time, as webhook-timestamp has it
     */
    static String of(List<String> secrets, String id, long seconds, String payload) {
        return secrets.stream().map(secret -> of(secret, id, seconds, payload)).collect(Collectors.joining(" "));
    }

    private static String of(String secret, String id, long seconds, String payload) {
        byte[] key = Base64.getDecoder().decode(secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] signed = mac.doFinal((id + "." + seconds + "." + payload).getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
    }
}
