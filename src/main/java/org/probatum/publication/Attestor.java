package org.probatum.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.probatum.log.Head;
import org.probatum.log.LogKeys;
import org.probatum.log.note.NoteSigner;
import org.probatum.publication.bundle.AttestationCheck;
import org.probatum.publication.bundle.Envelope;
import org.probatum.publication.bundle.Extent;
import org.probatum.publication.bundle.Statement;
import org.probatum.shared.Json;

/** Signs with the log's key what is taken elsewhere to be believed. */
@ApplicationScoped
public class Attestor {
    private static final String ADMISSION = "https://probatum.org/attestation/admission/v1";

    private final LogKeys keys;
    private final Clock clock;

    Attestor(LogKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** What an admission's statement says: the answer, and when it was true. */
    record Answered(Instant at, Admission answer) {}

    /** The answer of the deploy gate, signed; empty where the log has no key. */
    public Optional<Envelope> sign(Admission admission) {
        Answered answered = new Answered(clock.instant().truncatedTo(ChronoUnit.SECONDS), admission);
        Statement statement =
                Statement.of(List.of(Statement.About.of("artifact", admission.subject())), ADMISSION, answered);
        return keys.signer().map(signer -> sign(signer, statement));
    }

    /** A record as a statement of every digest it is about, signed: the same each time, as long as the key is. */
    Optional<Envelope> sign(Record record, Map<String, String> subjects) {
        List<Statement.About> about = subjects.entrySet().stream()
                .map(one -> Statement.About.of(one.getValue(), one.getKey()))
                .toList();
        return keys.signer().map(signer -> sign(signer, Statement.of(about, AttestationCheck.TYPE, record.document())));
    }

    /** That a decision had so many events in the log when it had so many leaves: said of its record. */
    Optional<Envelope> sign(Record record, int events, Head head) {
        Extent extent = new Extent(
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                record.key(),
                events,
                head.size(),
                head.root().base64());
        List<Statement.About> about = List.of(Statement.About.of("record", record.digest()));
        return keys.signer().map(signer -> sign(signer, Statement.of(about, Extent.TYPE, extent)));
    }

    private static Envelope sign(NoteSigner signer, Statement statement) {
        return Envelope.sign(signer, Statement.MEDIA_TYPE, Json.canonical(Json.write(statement)));
    }
}
