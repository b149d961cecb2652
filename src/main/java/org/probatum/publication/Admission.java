package org.probatum.publication;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The deploy gate's answer to whoever wants to deploy an artifact.
 *
 * @param subject the artifact, by digest
 * @param environment where it would be deployed
 * @param admitted a decision that was published, and holds, covers it
 * @param reasons why not; empty where it is admitted
 * @param decision the key of the decision that the answer goes by; null where there is none
 * @param record the digest of its record
 * @param conditions on which it was published: what was accepted and waived, and until when
 * @param expires when the first of them ends, and with it the admission; null where none does
 */
public record Admission(
        String subject,
        String environment,
        boolean admitted,
        List<String> reasons,
        @Nullable String decision,
        @Nullable String record,
        List<String> conditions,
        @Nullable Instant expires) {

    /** Nothing that was published says that it may be deployed there. */
    static Admission uncovered(String subject, String environment, String why) {
        return new Admission(subject, environment, false, List.of(why), null, null, List.of(), null);
    }
}
