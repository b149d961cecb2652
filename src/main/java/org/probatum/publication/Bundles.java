package org.probatum.publication;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Journal;
import org.probatum.log.Head;
import org.probatum.log.Leaf;
import org.probatum.log.LogFiles;
import org.probatum.log.tree.Hash;
import org.probatum.log.tree.InclusionProof;
import org.probatum.log.tree.Tree;
import org.probatum.publication.bundle.Bundle;
import org.probatum.publication.bundle.Envelope;
import org.probatum.shared.Json;
import org.probatum.shared.Problem;
import org.probatum.shared.Violation;

/** Puts together what proves a record. */
@ApplicationScoped
public class Bundles {
    private static final int PATIENCE = 20;
    private static final long PAUSE_MILLIS = 100;

    private final Records records;
    private final Journal journal;
    private final LogFiles log;
    private final Attestor attestor;

    Bundles(Records records, Journal journal, LogFiles log, Attestor attestor) {
        this.records = records;
        this.journal = journal;
        this.log = log;
        this.attestor = attestor;
    }

    /** The record as a signed statement. */
    public Envelope attestation(Record record) {
        return attestor.sign(record, records.subjects(record)).orElseThrow(Bundles::unsigned);
    }

    /**
     * The bundle of a record, by the newest checkpoint. What was published a moment ago is waited for: the log takes it in beside the
     * work, a tenth of a second later.
     *
     * @param since the size of an earlier checkpoint that it shall be shown to extend; null for none
     */
    public Bundle of(Record record, @Nullable Long since) {
        Envelope attestation = attestation(record);
        for (int patience = PATIENCE; ; patience--) {
            Optional<Head> head = log.head();
            List<LogFiles.Sealed> events =
                    head.map(it -> sealed(record, it.size())).orElse(List.of());
            if (head.isPresent() && !events.isEmpty()) {
                long needed = Math.max(events.get(events.size() - 1).index() + 1, since == null ? 0 : since);
                Head shown = log.covering(needed).orElse(head.get());
                List<LogFiles.Sealed> all = shown.size() == head.get().size() ? events : sealed(record, shown.size());
                if (!all.isEmpty()) {
                    return of(record, shown, all, since, attestation);
                }
            }
            if (patience == 0) {
                throw notYet("The log has not taken the publication in yet; ask again in a moment.");
            }
            pause();
        }
    }

    /**
     * All events that were signed; none while the publication is not among them, or one is missing between: where several nodes
     * write, a later event can be signed first.
     */
    private List<LogFiles.Sealed> sealed(Record record, long size) {
        List<LogFiles.Sealed> events = log.sealed(Journal.SOURCE, journal.ids(record.decisionId), size);
        List<Leaf> leaves =
                events.stream().map(event -> Leaf.parse(event.leaf())).toList();
        boolean published = leaves.stream().anyMatch(leaf -> leaf.type().equals("Published"));
        long last = leaves.stream()
                .map(Leaf::seq)
                .filter(Objects::nonNull)
                .mapToLong(Integer::longValue)
                .max()
                .orElse(0);
        return published && last == events.size() ? events : List.of();
    }

    private Bundle of(
            Record record, Head head, List<LogFiles.Sealed> events, @Nullable Long since, Envelope attestation) {
        if (since != null && (since < 0 || since > head.size())) {
            throw Problem.invalid(List.of(Violation.at(
                    "/since", "the log never had " + since + " leaves", "a size from 0 to " + head.size())));
        }
        Tree tree = log.tree(head.size());
        Bundle.Since extended = since == null
                ? null
                : new Bundle.Since(since, base64(tree.consistency(since).path()));
        return Bundle.of(
                record.key(),
                Json.MAPPER.valueToTree(record.document()),
                proven(events, tree),
                head.note(),
                extended,
                attestation,
                attestor.sign(record, events.size(), head).orElseThrow(Bundles::unsigned));
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notYet("The service stops; ask again in a moment.");
        }
    }

    private static List<Bundle.Event> proven(List<LogFiles.Sealed> events, Tree tree) {
        List<InclusionProof> proofs =
                tree.inclusion(events.stream().map(LogFiles.Sealed::index).toList());
        List<Bundle.Event> proven = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            LogFiles.Sealed event = events.get(i);
            proven.add(new Bundle.Event(
                    event.index(),
                    event.leaf(),
                    event.payload() == null ? null : Json.read(event.payload(), JsonNode.class),
                    base64(proofs.get(i).path())));
        }
        return proven;
    }

    private static List<String> base64(List<Hash> hashes) {
        return hashes.stream().map(Hash::base64).toList();
    }

    private static Problem unsigned() {
        return notYet("The log has no key, so that nothing can be signed. Ask whoever runs the service.");
    }

    private static Problem notYet(String why) {
        return Problem.http("not-in-the-log-yet", 503, why);
    }
}
