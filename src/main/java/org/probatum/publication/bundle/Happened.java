package org.probatum.publication.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.probatum.shared.Digest;

/**
 * What a decision's events say that its record is held against, from its leaves as they come. Of what was said it keeps the halves of
 * digests, 16 bytes each: whoever looks through a whole log has one of these for each decision.
 */
public final class Happened {
    private static final Set<String> TOLD = Set.of("Reviewed", "GatePassed", "RunAttached");
    private static final Set<String> JUDGED = Set.of("Questioned", "Reaffirmed", "Revoked", "Superseded");

    private long[] facts = {};
    private int erased;
    private int publications;
    private String subject = "";
    private String publishedAt = "";
    private long judged;
    private @Nullable Line standing;

    /** What was said in events of this type is looked at. */
    public static boolean isTold(String type) {
        return TOLD.contains(type);
    }

    /**
     * Takes an event.
     *
     * @param payload what was said; null once it was erased, and for types of which it is not looked at
     */
    public void add(JsonNode leaf, @Nullable JsonNode payload) {
        String type = leaf.path("type").asText();
        if (type.equals("Published")) {
            publications++;
            subject = leaf.path("subject").asText();
            publishedAt = leaf.path("at").asText();
        } else if (JUDGED.contains(type) && leaf.path("seq").asLong() > judged) {
            judged = leaf.path("seq").asLong();
            standing = new Line(
                    "standing",
                    type.equals("Reaffirmed"),
                    type.toLowerCase(Locale.ROOT) + " at " + leaf.path("at").asText());
        } else if (isTold(type) && (payload == null || payload.isNull())) {
            erased++;
        } else if (payload != null) {
            told(type, payload.path("event"));
        }
    }

    private void told(String type, JsonNode said) {
        switch (type) {
            case "Reviewed" -> {
                if (said.path("vote").asText().equals("APPROVE")) {
                    keep(approval(said));
                }
            }
            case "GatePassed" -> keep("passed " + said.path("gate").asText());
            case "RunAttached" -> keep("attached " + said.path("digest").asText());
            default -> {
                // Nothing that a record says follows from it.
            }
        }
    }

    /** The log has such an approval: of that gate, in that slot, with these words, on that material. */
    boolean isApproved(JsonNode approval) {
        return has(approval(approval));
    }

    boolean isPassed(String gate) {
        return has("passed " + gate);
    }

    boolean isAttached(String digest) {
        return has("attached " + digest);
    }

    /** How many times it was published. */
    public int publications() {
        return publications;
    }

    /** The digest of the record. */
    public String subject() {
        return subject;
    }

    String publishedAt() {
        return publishedAt;
    }

    /** Of how many events it cannot be said any more what was said. */
    int erased() {
        return erased;
    }

    /** What was said of it last, if anything was since it was published. */
    public Optional<Line> standing() {
        return Optional.ofNullable(standing);
    }

    private static String approval(JsonNode said) {
        StringBuilder words = new StringBuilder("approved");
        for (String part : new String[] {"gate", "slot", "comment", "material"}) {
            String one = said.path(part).asText();
            words.append(' ').append(one.length()).append(' ').append(one);
        }
        return words.toString();
    }

    private void keep(String fact) {
        ByteBuffer digest = ByteBuffer.wrap(Digest.bytes(fact));
        facts = Arrays.copyOf(facts, facts.length + 2);
        facts[facts.length - 2] = digest.getLong();
        facts[facts.length - 1] = digest.getLong();
    }

    private boolean has(String fact) {
        ByteBuffer digest = ByteBuffer.wrap(Digest.bytes(fact));
        long first = digest.getLong();
        long second = digest.getLong();
        for (int i = 0; i < facts.length; i += 2) {
            if (facts[i] == first && facts[i + 1] == second) {
                return true;
            }
        }
        return false;
    }
}
