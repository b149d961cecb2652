package org.probatum.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.decision.DecisionEvent;
import org.probatum.decision.Decisions;
import org.probatum.decision.Gate;
import org.probatum.decision.Journal;
import org.probatum.decision.material.Claim;
import org.probatum.decision.material.Option;
import org.probatum.decision.material.Outcome;
import org.probatum.evidence.Run;
import org.probatum.evidence.comparison.Comparisons;
import org.probatum.gate.Case;
import org.probatum.gate.Checklist;
import org.probatum.gate.Gates;
import org.probatum.gate.Review;
import org.probatum.gate.Reviews;
import org.probatum.gate.Vote;
import org.probatum.people.People;
import org.probatum.rerun.RunVerdict;
import org.probatum.rerun.Verdicts;
import org.probatum.risk.Acceptance;
import org.probatum.risk.SupersedeDecisions;
import org.probatum.shared.Json;

/** A step of the process: the record is written down as it will be read for ever. */
@ApplicationScoped
public class PublishRecord {
    private final Decisions decisions;
    private final Gates gates;
    private final Reviews reviews;
    private final People people;
    private final Verdicts verdicts;
    private final Records records;
    private final SupersedeDecisions supersede;
    private final Journal journal;
    private final Clock clock;

    PublishRecord(
            Decisions decisions,
            Gates gates,
            Reviews reviews,
            People people,
            Verdicts verdicts,
            Records records,
            SupersedeDecisions supersede,
            Journal journal,
            Clock clock) {
        this.decisions = decisions;
        this.gates = gates;
        this.reviews = reviews;
        this.people = people;
        this.verdicts = verdicts;
        this.records = records;
        this.supersede = supersede;
        this.journal = journal;
        this.clock = clock;
    }

    public void publish(long decisionId) {
        Decision decision = decisions.byId(decisionId);
        Case laid = gates.lay(decision);
        List<Review> approvals =
                counted(reviews.list("decisionId = ?1 and vote = ?2 order by id", decisionId, Vote.APPROVE));
        RecordDocument document = document(laid, approvals);
        Record record = new Record(decision.id(), decision.teamId(), document, words(document));
        records.persist(record);
        records.cover(record, Subjects.of(record, decision.material().choice(), laid.runs()));
        journal.record(decision, new DecisionEvent.Published(record.digest()));
        supersede.by(decision);
    }

    /** Of every gate the approvals of what it passed on: those of the material and round of the last one. */
    private static List<Review> counted(List<Review> approvals) {
        Map<Gate, Review> last = new EnumMap<>(Gate.class);
        approvals.forEach(review -> last.put(review.gate(), review));
        return approvals.stream()
                .filter(review -> {
                    Review passing = Objects.requireNonNull(last.get(review.gate()));
                    return review.round() == passing.round()
                            && review.materialDigest().equals(passing.materialDigest());
                })
                .toList();
    }

    private RecordDocument document(Case laid, List<Review> approvals) {
        Decision decision = laid.decision();
        Set<Long> ids = new HashSet<>(Set.of(decision.authorId()));
        approvals.forEach(review -> {
            ids.add(review.reviewerId());
            Optional.ofNullable(review.forId()).ifPresent(ids::add);
        });
        laid.acceptances().forEach(acceptance -> {
            ids.add(acceptance.acceptedBy());
            Optional.ofNullable(acceptance.forId()).ifPresent(ids::add);
        });
        Map<Long, String> names = people.names(ids);
        return new RecordDocument(
                "probatum/v1",
                "Record",
                decision.key(),
                laid.team().name(),
                name(names, decision.authorId()),
                decision.profile(),
                decision.tier().name(),
                decision.filedAt(),
                clock.instant(),
                decision.material(),
                decision.criteriaSeal(),
                laid.runs().stream().map(PublishRecord::runEntry).toList(),
                comparisons(laid),
                approvals.stream().map(review -> gateEntry(review, names)).toList(),
                Checklist.of(laid),
                laid.acceptances().stream()
                        .map(accepted -> acceptanceEntry(accepted, names))
                        .toList(),
                RecordedDeviations.of(laid),
                reproductions(decision.id()),
                decision.policy());
    }

    /** Those about the runs as they are; null where there is none, as the record has it. */
    private static @Nullable List<RecordDocument.ComparisonEntry> comparisons(Case laid) {
        List<RecordDocument.ComparisonEntry> entries = laid.comparisons().all().stream()
                .filter(Comparisons.Judged::current)
                .map(judged -> Objects.requireNonNull(judged.filed()))
                .map(filed -> new RecordDocument.ComparisonEntry(
                        filed.criterion(),
                        filed.filedAt(),
                        filed.digest(),
                        filed.filing().named(),
                        filed.filing().gained()))
                .toList();
        return entries.isEmpty() ? null : entries;
    }

    /** Every verdict, oldest first, those that failed too; null where nothing was judged. */
    private @Nullable List<RecordDocument.ReproductionEntry> reproductions(long decisionId) {
        List<RecordDocument.ReproductionEntry> entries = new ArrayList<>();
        for (RunVerdict one : verdicts.history(decisionId)) {
            entries.add(
                    0,
                    new RecordDocument.ReproductionEntry(
                            one.reference(), one.manifest(), one.at(), one.rerun() != null, one.judgement()));
        }
        return entries.isEmpty() ? null : entries;
    }

    private static RecordDocument.RunEntry runEntry(Run run) {
        return new RecordDocument.RunEntry(
                run.name(),
                run.reference().startsWith("inline:") ? null : run.reference(),
                run.digest(),
                run.manifest().metrics().stream()
                        .map(m -> new RecordDocument.MeasuredMetric(
                                String.valueOf(m.name()),
                                m.value() == null ? "" : m.value().toPlainString(),
                                m.dataset(),
                                m.split()))
                        .toList());
    }

    private static RecordDocument.GateEntry gateEntry(Review review, Map<Long, String> names) {
        return new RecordDocument.GateEntry(
                review.gate().name(),
                name(names, review.reviewerId()),
                review.forId() == null ? null : name(names, review.forId()),
                review.slot(),
                review.comment(),
                review.materialDigest(),
                review.at(),
                lines(review.report()));
    }

    private static List<RecordDocument.Line> lines(String report) {
        return Stream.of(Json.read(report, com.fasterxml.jackson.databind.JsonNode[].class))
                .map(line -> new RecordDocument.Line(
                        line.required("id").asText(),
                        line.required("state").asText(),
                        line.required("because").asText()))
                .toList();
    }

    private static RecordDocument.AcceptanceEntry acceptanceEntry(Acceptance accepted, Map<Long, String> names) {
        return new RecordDocument.AcceptanceEntry(
                accepted.riskId(),
                accepted.level().name(),
                accepted.points(),
                name(names, accepted.acceptedBy()),
                accepted.forId() == null ? null : name(names, accepted.forId()),
                accepted.expiresOn(),
                accepted.reason());
    }

    private static String name(Map<Long, String> names, long id) {
        return Objects.requireNonNull(names.get(id), () -> "person " + id + " has no name");
    }

    private static String words(RecordDocument document) {
        return Stream.of(
                        Stream.of(document.key(), document.profile().title(), document.team(), document.author()),
                        Stream.ofNullable(document.profile().tags()).flatMap(List::stream),
                        document.material().scope().outcomes().stream().map(Outcome::statement),
                        document.material().choice().options().stream().map(Option::title),
                        document.material().choice().rationale().stream().map(Claim::claim),
                        Stream.of(
                                document.material().summary().context(),
                                document.material().summary().decision(),
                                document.material().summary().consequences()))
                .flatMap(words -> words)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }
}
