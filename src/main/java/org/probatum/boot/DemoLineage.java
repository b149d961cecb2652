package org.probatum.boot;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.probatum.decision.Decision;
import org.probatum.decision.Decisions;
import org.probatum.decision.Part;
import org.probatum.decision.ReviseMaterial;
import org.probatum.decision.Stage;
import org.probatum.decision.material.Option;
import org.probatum.evidence.AttachRun;
import org.probatum.evidence.Run;
import org.probatum.evidence.Runs;
import org.probatum.evidence.lineage.CarryRecall;
import org.probatum.evidence.lineage.RecallSource;
import org.probatum.evidence.lineage.Source;
import org.probatum.evidence.lineage.SourceKind;
import org.probatum.evidence.lineage.Sources;
import org.probatum.evidence.manifest.Artifact;
import org.probatum.evidence.manifest.Manifest;
import org.probatum.people.Actor;
import org.probatum.people.People;
import org.probatum.people.TeamRole;
import org.probatum.risk.AnswerQuestion;
import org.probatum.risk.QuestionPublished;
import org.probatum.shared.Digest;

/** What evidence goes through: many seeds behind one option, a dataset recalled under a published decision, another reaffirmed. */
@ApplicationScoped
class DemoLineage implements DemoChapter {
    private static final int SEEDS = 9;

    private final Decisions decisions;
    private final People people;
    private final Runs runs;
    private final Sources sources;
    private final AttachRun attachRun;
    private final ReviseMaterial reviseMaterial;
    private final RecallSource recallSource;
    private final CarryRecall carryRecall;
    private final QuestionPublished question;
    private final AnswerQuestion answer;
    private final Clock clock;

    DemoLineage(
            Decisions decisions,
            People people,
            Runs runs,
            Sources sources,
            AttachRun attachRun,
            ReviseMaterial reviseMaterial,
            RecallSource recallSource,
            CarryRecall carryRecall,
            QuestionPublished question,
            AnswerQuestion answer,
            Clock clock) {
        this.decisions = decisions;
        this.people = people;
        this.runs = runs;
        this.sources = sources;
        this.attachRun = attachRun;
        this.reviseMaterial = reviseMaterial;
        this.recallSource = recallSource;
        this.carryRecall = carryRecall;
        this.question = question;
        this.answer = answer;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 70;
    }

    @Override
    public void tell() {
        hoursAgo(28, () -> Stream.of(Stage.OPTIONS, Stage.TRADE_OFFS, Stage.VERIFICATION)
                .flatMap(stage -> at(stage).stream())
                .findFirst()
                .ifPresent(this::manySeeds));
        List<Long> published = new ArrayList<>();
        hoursAgo(26, () -> at(Stage.PUBLISHED).forEach(decision -> published.add(decision.id())));
        if (published.size() > 1) {
            hoursAgo(25, () -> doubt(decisions.byId(published.get(0))));
            hoursAgo(20, () -> reaffirm(decisions.byId(published.get(0))));
            hoursAgo(6, () -> recall(decisions.byId(published.get(published.size() - 1))));
            hoursAgo(5, this::carry);
        }
    }

    private List<Decision> at(Stage stage) {
        return decisions.list(
                "from Decision d join fetch d.team where d.standing.stage = ?1 and d.standing.inReview = false"
                        + " order by d.id desc",
                stage);
    }

    /** The option's run, again with other seeds. */
    private void manySeeds(Decision decision) {
        Optional<Actor> author = cast(decision).actors().stream()
                .filter(actor -> actor.id() == decision.authorId())
                .findFirst();
        Optional<Option> option = decision.material().selected();
        Optional<Run> run = runs.of(decision.id()).stream()
                .filter(one -> option.isPresent() && option.get().runs().contains(one.reference()))
                .findFirst();
        if (author.isEmpty() || run.isEmpty()) {
            return;
        }
        List<String> cited = new ArrayList<>(option.get().runs());
        for (int seed = 1; seed <= SEEDS; seed++) {
            Manifest again = again(run.get().manifest(), seed);
            attachRun.attach(author.get(), decision.key(), again);
            cited.add("inline:" + again.name());
        }
        reviseMaterial.revise(
                author.get(),
                decision.key(),
                decision.version(),
                Part.CITED_RUNS,
                material -> material.withCitedRuns(option.get().id(), cited));
    }

    private static Manifest again(Manifest run, int seed) {
        String name = run.name() + "-seed-" + seed;
        return new Manifest(
                name,
                run.code(),
                run.invocation(),
                run.environment(),
                run.hardware(),
                run.randomness(),
                run.data(),
                run.search(),
                run.metrics(),
                List.of(new Artifact("model-" + seed + ".bin", Digest.of(name), 27_262L)),
                run.lineage(),
                run.provenance());
    }

    private void doubt(Decision decision) {
        fit(decision, TeamRole.LEAD)
                .ifPresent(
                        actor -> question.question(
                                actor,
                                decision.key(),
                                new QuestionPublished.Terms(
                                        "The supplier says that last month's export missed a region; the numbers may be too good.")));
    }

    private void reaffirm(Decision decision) {
        fit(decision, TeamRole.RISK_OWNER)
                .ifPresent(actor -> answer.reaffirm(
                        actor,
                        decision.key(),
                        new QuestionPublished.Terms(
                                "Measured anew with the region in it: the difference is within the margin.")));
    }

    /** The dataset of it that the fewest others rest on. */
    private void recall(Decision decision) {
        List<Source> datasets = sources.of(decision.id()).stream()
                .filter(one -> one.subject().kind() == SourceKind.DATASET)
                .toList();
        Optional<Source> least = datasets.stream().min(Comparator.comparingLong(this::resting));
        least.ifPresent(source -> cast(decision).actors().stream()
                .filter(actor -> actor.holds(TeamRole.LEAD, decision.teamId()))
                .findFirst()
                .ifPresent(actor -> recallSource.recall(
                        actor,
                        new RecallSource.Terms(
                                SourceKind.DATASET,
                                source.subject().value(),
                                "The labels were joined a day late, so that some outcomes leaked into the features.",
                                "Use the next version, and measure anew what was decided on this one."))));
    }

    private long resting(Source source) {
        return ((Number) decisions
                        .getEntityManager()
                        .createNativeQuery(
                                "select count(distinct decision_id) from run_source where value = ?1 and kind = 'DATASET'")
                        .setParameter(1, source.subject().value())
                        .getSingleResult())
                .longValue();
    }

    private void carry() {
        while (carryRecall.step()) {
            // There may be more.
        }
    }

    private Optional<Actor> fit(Decision decision, TeamRole role) {
        return cast(decision).actors().stream()
                .filter(actor -> actor.holds(role, decision.teamId()))
                .filter(actor -> !decision.barred().contains(actor.id()))
                .findFirst();
    }

    private DemoCast cast(Decision decision) {
        return DemoCast.of(decision.team(), people.membersOf(decision.teamId()));
    }

    private void hoursAgo(int hours, Runnable act) {
        Runnable inItsOwn = () -> QuarkusTransaction.requiringNew().run(act);
        if (clock instanceof DemoClock past) {
            past.at(Instant.now().minus(Duration.ofHours(hours)), inItsOwn);
        }
    }
}
