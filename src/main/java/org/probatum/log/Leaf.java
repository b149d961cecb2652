package org.probatum.log;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.probatum.log.tree.Hash;
import org.probatum.log.tree.Hashes;
import org.probatum.shared.Json;

/**
 * A leaf: what the log keeps of an event. What was said is in it by digest alone, so that a person's words can be erased and the
 * log still holds. What a decision or an event does not have is null in it.
 *
 * @param v the version of this form, 1
 * @param id the source and the event's id in it
 * @param payloadDigest of the payload's canonical JSON (RFC 8785)
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@JsonPropertyOrder({"actor", "at", "decision", "id", "payloadDigest", "seq", "subject", "team", "type", "v"})
public record Leaf(
        int v,
        String id,
        Instant at,
        String type,
        @Nullable String team,
        @Nullable String decision,
        @Nullable Integer seq,
        @Nullable String actor,
        @Nullable String subject,
        String payloadDigest) {
    static Leaf of(String source, LeafSource.Kept event) {
        return new Leaf(
                1,
                source + ":" + event.id(),
                event.at(),
                event.type(),
                event.team(),
                event.decision(),
                event.seq(),
                event.actor(),
                event.subject(),
                Json.digestOfText(event.payload()));
    }

    /** The leaf whose content this is. */
    public static Leaf parse(String text) {
        return Json.read(text, Leaf.class);
    }

    /**
     * Its content: canonical JSON (RFC 8785). As it is written it is that already, since its names are in their order and its numbers
     * are whole, unless it has a sign that is written by its number: those are written alike by no two.
     */
    public String text() {
        String text = Json.write(this);
        return text.contains("\\u") ? Json.canonical(text) : text;
    }

    /** The hash of a leaf with this content. */
    public static Hash hash(String text) {
        return Hashes.leaf(text.getBytes(StandardCharsets.UTF_8));
    }
}
