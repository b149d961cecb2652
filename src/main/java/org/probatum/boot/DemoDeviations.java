package org.probatum.boot;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.decision.Decisions;
import org.probatum.decision.Stage;
import org.probatum.decision.deviation.AnswerDeviation;
import org.probatum.decision.deviation.Deviate;
import org.probatum.decision.deviation.Deviations;
import org.probatum.decision.deviation.Verdict;
import org.probatum.decision.material.Criterion;
import org.probatum.decision.material.Direction;
import org.probatum.decision.material.PlannedField;
import org.probatum.evidence.AttachRun;
import org.probatum.evidence.PlanTracking;
import org.probatum.evidence.TrackingPlan;
import org.probatum.evidence.manifest.Code;
import org.probatum.evidence.manifest.Dataset;
import org.probatum.evidence.manifest.Hardware;
import org.probatum.evidence.manifest.Invocation;
import org.probatum.evidence.manifest.Manifest;
import org.probatum.evidence.manifest.Metric;
import org.probatum.evidence.manifest.Provenance;
import org.probatum.people.Actor;
import org.probatum.people.People;

/** A plan that asks more than its category, a run that records too little, and sealed criteria changed: once let stand, once not yet. */
@ApplicationScoped
class DemoDeviations implements DemoChapter {
    private final Decisions decisions;
    private final People people;
    private final Deviations deviations;
    private final Deviate deviate;
    private final AnswerDeviation answerDeviation;
    private final PlanTracking planTracking;
    private final AttachRun attachRun;
    private final Clock clock;

    DemoDeviations(
            Decisions decisions,
            People people,
            Deviations deviations,
            Deviate deviate,
            AnswerDeviation answerDeviation,
            PlanTracking planTracking,
            AttachRun attachRun,
            Clock clock) {
        this.decisions = decisions;
        this.people = people;
        this.deviations = deviations;
        this.deviate = deviate;
        this.answerDeviation = answerDeviation;
        this.planTracking = planTracking;
        this.attachRun = attachRun;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public void tell() {
        with("search-ranking", Stage.VERIFICATION, told -> {
            hoursAgo(
                    44,
                    () -> change(
                            told,
                            "0.004",
                            "The judges re-labelled 140 queries: a bootstrap now resolves 0.004, and the margin was set at what it could resolve."));
            hoursAgo(30, () -> approve(told));
        });
        with(
                "credit-risk",
                Stage.VERIFICATION,
                told -> hoursAgo(
                        26,
                        () -> change(
                                told,
                                "0.008",
                                "The consented sample turned out a fifth smaller than planned; at 0.01 the test would miss a real gain one time in three.")));
        with("fraud", Stage.SCOPING, told -> {
            hoursAgo(20, () -> plan(told));
            hoursAgo(18, () -> attachRun.attach(told.author(), told.key(), pilot()));
        });
    }

    private record Told(String key, DemoCast cast, Actor author) {}

    private void with(String team, Stage stage, Consumer<Told> act) {
        @Nullable
        Told told = QuarkusTransaction.requiringNew().call(() -> decisions
                .list(
                        "from Decision d join fetch d.team where d.team.slug = ?1 and d.standing.stage = ?2"
                                + " and d.standing.inReview = false order by d.id",
                        team,
                        stage)
                .stream()
                .findFirst()
                .map(this::told)
                .orElse(null));
        if (told != null) {
            act.accept(told);
        }
    }

    private Told told(Decision decision) {
        DemoCast cast = DemoCast.of(decision.team(), people.membersOf(decision.teamId()));
        Actor author = cast.actors().stream()
                .filter(actor -> actor.id() == decision.authorId())
                .findFirst()
                .orElseThrow();
        return new Told(decision.key(), cast, author);
    }

    private void change(Told told, String margin, String why) {
        Decision decision = decisions.visible(told.author(), told.key());
        List<Criterion> criteria = new ArrayList<>(decision.material().scope().criteria());
        Criterion first = criteria.get(0);
        criteria.set(
                0,
                new Criterion(
                        first.id(),
                        first.metric(),
                        first.dataset(),
                        first.split(),
                        first.direction(),
                        new BigDecimal(margin),
                        first.tolerance(),
                        first.seeds()));
        deviate.deviate(told.author(), told.key(), decision.version(), new Deviate.Terms(criteria, why));
    }

    private void approve(Told told) {
        Decision decision = decisions.visible(told.author(), told.key());
        Actor second = told.cast()
                .fitting(
                        answerDeviation.right(decision).name(),
                        decision.teamId(),
                        told.author().username(),
                        Set.of());
        long explanation = deviations
                .of(decision.id())
                .deviations()
                .get(0)
                .explained()
                .orElseThrow()
                .id();
        answerDeviation.answer(
                second,
                told.key(),
                1,
                new AnswerDeviation.Terms(
                        Verdict.APPROVE,
                        "I re-ran the bootstrap on the re-labelled queries and come to 0.0038; the results were not used to pick it.",
                        explanation));
    }

    private void plan(Told told) {
        Decision decision = decisions.visible(told.author(), told.key());
        List<PlannedField> plan = new ArrayList<>();
        TrackingPlan.of(decision).entries().forEach(entry -> plan.add(entry.planned()));
        plan.add(new PlannedField(
                "metrics.alarm-delay",
                true,
                "the replay job",
                "at evaluation",
                "run manifest",
                "how many hours an alarm comes after the drift began"));
        plan.add(new PlannedField(
                "artifacts.alarms.csv",
                true,
                "the replay job",
                "at the end",
                "object store, beside the model",
                "every alarm with the feature that raised it"));
        planTracking.plan(told.author(), told.key(), decision.version(), plan);
    }

    /** A pilot written down by hand the morning after: no seed, no lock file, no digest of what was read. */
    private static Manifest pilot() {
        return new Manifest(
                "drift-alarm-pilot",
                new Code(
                        "https://git.example.org/fraud/serving",
                        "7be1c0de5a2f49d08c3316a4f2b97d4de01c88f5",
                        "pilot",
                        false,
                        null),
                new Invocation(
                        List.of("python", "replay.py", "--days", "30"),
                        "replay.py",
                        Map.of("days", 30, "threshold", 0.2),
                        Map.of(),
                        ".",
                        Instant.parse("2026-11-20T08:12:00Z"),
                        Instant.parse("2026-11-20T08:57:31Z"),
                        0,
                        "ben",
                        "replay-1"),
                null,
                new Hardware("16 x86-64 cores", 68_719_476_736L, "none", null),
                null,
                List.of(new Dataset(
                        "payments-2026q3",
                        "s3://fraud/payments/2026q3",
                        "3",
                        null,
                        412_000L,
                        "replay",
                        "internal use")),
                null,
                List.of(new Metric(
                        "false_alarms_per_week",
                        new BigDecimal("1.5"),
                        Direction.LOWER,
                        "payments-2026q3",
                        "replay",
                        null,
                        30L,
                        null)),
                List.of(),
                null,
                new Provenance(
                        "notebook",
                        "1",
                        List.of("/code/commit"),
                        List.of("/code", "/invocation", "/data", "/metrics")));
    }

    private void hoursAgo(int hours, Runnable act) {
        Runnable inItsOwn = () -> QuarkusTransaction.requiringNew().run(act);
        if (clock instanceof DemoClock past) {
            past.at(Instant.now().minus(Duration.ofHours(hours)), inItsOwn);
        } else {
            inItsOwn.run();
        }
    }
}
