package org.probatum.boot;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.decision.Decisions;
import org.probatum.decision.Part;
import org.probatum.decision.ReviseMaterial;
import org.probatum.decision.Stage;
import org.probatum.decision.material.Impact;
import org.probatum.decision.material.Likelihood;
import org.probatum.decision.material.Risk;
import org.probatum.people.Actor;
import org.probatum.people.People;
import org.probatum.people.TeamRole;
import org.probatum.risk.Answer;
import org.probatum.risk.AnswerEscalation;
import org.probatum.risk.Escalations;
import org.probatum.risk.FollowUpRow;
import org.probatum.risk.FollowUps;
import org.probatum.risk.Given;
import org.probatum.risk.VerifyFollowUp;

/** What was not kept: risks above tolerance, accepted and expired, sent back or waiting; follow-ups done, failed and late. */
@ApplicationScoped
class DemoEscalations implements DemoChapter {
    private final Decisions decisions;
    private final People people;
    private final ReviseMaterial reviseMaterial;
    private final Escalations escalations;
    private final AnswerEscalation answerEscalation;
    private final FollowUps followUps;
    private final VerifyFollowUp verifyFollowUp;
    private final Clock clock;

    DemoEscalations(
            Decisions decisions,
            People people,
            ReviseMaterial reviseMaterial,
            Escalations escalations,
            AnswerEscalation answerEscalation,
            FollowUps followUps,
            VerifyFollowUp verifyFollowUp,
            Clock clock) {
        this.decisions = decisions;
        this.people = people;
        this.reviseMaterial = reviseMaterial;
        this.escalations = escalations;
        this.answerEscalation = answerEscalation;
        this.followUps = followUps;
        this.verifyFollowUp = verifyFollowUp;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public void tell() {
        List<Told> weighed = at(Stage.TRADE_OFFS, "order by d.id desc");
        for (int i = 0; i < weighed.size(); i++) {
            Told told = weighed.get(i);
            hoursAgo(60, () -> aggravate(told));
            if (i == 0) {
                hoursAgo(
                        54,
                        () -> answer(told, Answer.ACCEPT, "It may stand while the shadow run lasts.", dayAfter(54)));
            } else if (i == 1) {
                hoursAgo(30, () -> answer(told, Answer.DEMAND_MITIGATION, "Show first that the fallback holds.", null));
            }
        }
        List<Told> published = at(Stage.PUBLISHED, "order by d.id");
        published.stream().limit(2).forEach(told -> {
            hoursAgo(90, () -> verify(told, VerifyFollowUp.Result.FAILED, "The dashboard had no data for two weeks."));
            hoursAgo(80, () -> answer(told, Answer.EXTEND, "The data is back; look once more.", dayAfter(80)));
        });
        published.stream()
                .skip(2)
                .limit(2)
                .forEach(told -> hoursAgo(
                        40,
                        () -> verify(told, VerifyFollowUp.Result.DONE, "Compared over a month: within the margin.")));
    }

    private record Told(String key, long decisionId, DemoCast cast) {}

    private List<Told> at(Stage stage, String order) {
        return QuarkusTransaction.requiringNew().call(() -> decisions
                .list(
                        "from Decision d join fetch d.team where d.standing.stage = ?1 and d.standing.inReview = false "
                                + order,
                        stage)
                .stream()
                .map(d -> new Told(d.key(), d.id(), DemoCast.of(d.team(), people.membersOf(d.teamId()))))
                .toList());
    }

    /** The author finds that more is left of the first risk than was thought. */
    private void aggravate(Told told) {
        Decision decision = decisions.byId(told.decisionId());
        Optional<Actor> author = told.cast().actors().stream()
                .filter(actor -> actor.id() == decision.authorId())
                .findFirst();
        List<Risk> risks = decision.material().risks();
        if (author.isEmpty() || risks.isEmpty()) {
            return;
        }
        List<Risk> graver = Stream.concat(
                        Stream.of(graver(risks.get(0))), risks.stream().skip(1))
                .toList();
        reviseMaterial.revise(
                author.get(), told.key(), decision.version(), Part.RISKS, material -> material.withRisks(graver));
    }

    private static Risk graver(Risk risk) {
        return new Risk(
                risk.id(),
                risk.title(),
                risk.likelihood(),
                risk.impact(),
                risk.mitigation(),
                Likelihood.LIKELY,
                Impact.MAJOR,
                risk.owner(),
                risk.due(),
                risk.verification());
    }

    private void answer(Told told, Answer answer, String why, @Nullable LocalDate until) {
        Decision decision = decisions.byId(told.decisionId());
        escalations.open(decision).stream()
                .filter(one -> one.kind().answers(decision.stage()).contains(answer))
                .findFirst()
                .ifPresent(one -> told.cast().actors().stream()
                        .filter(actor -> one.waitsFor() == null
                                ? actor.holds(TeamRole.valueOf(one.level().name()), decision.teamId())
                                : one.waitsFor() == actor.id())
                        .filter(actor -> !decision.barred().contains(actor.id()))
                        .findFirst()
                        .ifPresent(actor ->
                                answerEscalation.answer(actor, one.id(), new Given(answer, why, until, null))));
    }

    private void verify(Told told, VerifyFollowUp.Result result, String note) {
        Optional<FollowUpRow> first = followUps.open(told.decisionId()).stream()
                .filter(row -> row.kind() == FollowUpRow.Kind.FOLLOW_UP && row.accountableId() != null)
                .findFirst();
        first.ifPresent(row -> told.cast().actors().stream()
                .filter(actor -> actor.id() == Objects.requireNonNull(row.accountableId()))
                .findFirst()
                .ifPresent(actor -> verifyFollowUp.verify(
                        actor, told.key(), row.id(), new VerifyFollowUp.Verification(result, note))));
    }

    /** The day after that moment: past by now. */
    private LocalDate dayAfter(int hours) {
        return LocalDate.ofInstant(Instant.now().minus(Duration.ofHours(hours)), clock.getZone())
                .plusDays(1);
    }

    private void hoursAgo(int hours, Runnable act) {
        Runnable inItsOwn = () -> QuarkusTransaction.requiringNew().run(act);
        if (clock instanceof DemoClock past) {
            past.at(Instant.now().minus(Duration.ofHours(hours)), inItsOwn);
        }
    }
}
