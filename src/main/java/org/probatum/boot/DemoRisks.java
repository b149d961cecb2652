package org.probatum.boot;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import org.probatum.decision.Decision;
import org.probatum.decision.Decisions;
import org.probatum.decision.Duties;
import org.probatum.people.Access;
import org.probatum.people.Actor;
import org.probatum.people.People;
import org.probatum.people.Person;
import org.probatum.people.Team;
import org.probatum.people.TeamRole;
import org.probatum.people.Teams;
import org.probatum.risk.AcceptRisk;
import org.probatum.risk.Answer;
import org.probatum.risk.AnswerEscalation;
import org.probatum.risk.Appetites;
import org.probatum.risk.EscalationKind;
import org.probatum.risk.Escalations;
import org.probatum.risk.Given;
import org.probatum.risk.Level;
import org.probatum.risk.Ratings;
import org.probatum.risk.SetAppetite;

/** The demo's accepted risks: one team near its appetite, one above it, and an acceptance that has expired. */
@ApplicationScoped
class DemoRisks implements DemoChapter {
    private static final Logger LOG = Logger.getLogger(DemoRisks.class);

    private final Teams teams;
    private final People people;
    private final Decisions decisions;
    private final Ratings ratings;
    private final Appetites appetites;
    private final AcceptRisk acceptRisk;
    private final SetAppetite setAppetite;
    private final Escalations escalations;
    private final AnswerEscalation answerEscalation;
    private final Clock clock;

    DemoRisks(
            Teams teams,
            People people,
            Decisions decisions,
            Ratings ratings,
            Appetites appetites,
            AcceptRisk acceptRisk,
            SetAppetite setAppetite,
            Escalations escalations,
            AnswerEscalation answerEscalation,
            Clock clock) {
        this.teams = teams;
        this.people = people;
        this.decisions = decisions;
        this.ratings = ratings;
        this.appetites = appetites;
        this.acceptRisk = acceptRisk;
        this.setAppetite = setAppetite;
        this.escalations = escalations;
        this.answerEscalation = answerEscalation;
        this.clock = clock;
    }

    /** A risk that its owner may accept, and for how many points. */
    private record Open(String key, String risk, Actor owner, int points, Instant since) {}

    @Override
    public int order() {
        return 20;
    }

    @Override
    public void tell() {
        bound("credit-risk", 40, "Two large bets at once were too many in spring.");
        bound("fraud", 30, "Until the new labels have settled, less than usual.");
        acceptUpTo("credit-risk", false);
        acceptUpTo("fraud", true);
        bound("search-ranking", 10, "A small team bears little at once.");
        acceptUpTo("search-ranking", true);
        bear("search-ranking");
        lapse("search-ranking");
    }

    private void bound(String slug, int points, String reason) {
        Person paul = inTransaction(() -> people.byUsername("paul").orElseThrow());
        Actor owner = new Actor(
                paul.id(),
                paul.username(),
                paul.name(),
                paul.platformRoles(),
                Set.of(),
                Map.of(),
                Set.of(Access.ADMIN));
        at(
                Instant.now().minus(Duration.ofDays(70)),
                () -> setAppetite.set(owner, slug, 0, new SetAppetite.Bounds(Level.MEDIUM, points, reason)));
    }

    /** Owners accept one risk after another, as far as the appetite goes, or by one risk further. */
    private void acceptUpTo(String slug, boolean beyond) {
        Team team = inTransaction(() -> teams.bySlug(slug).orElseThrow());
        int days = 20;
        for (Open open : open(team)) {
            int borne = inTransaction(() -> appetites.borne(team, Instant.now()));
            boolean fits = borne + open.points() <= team.appetite();
            if (borne > team.appetite() || !fits && !beyond) {
                continue;
            }
            accept(
                    team,
                    open,
                    middle(open.since()),
                    daysLeft(open, days),
                    "Watched weekly; small enough until the follow-up is in.");
            days += 25;
        }
        LOG.infof("The demo's %s bears %d of %d points.", slug, borne(team), team.appetite());
    }

    /** A risk owner answered the excess over the appetite: borne until a day. */
    private void bear(String slug) {
        Team team = inTransaction(() -> teams.bySlug(slug).orElseThrow());
        DemoCast cast = inTransaction(() -> DemoCast.of(team, people.membersOf(team.id())));
        Given word = new Given(
                Answer.ACCEPT,
                "Two of these are gone once the follow-ups are in; until then we bear it.",
                LocalDate.ofInstant(Instant.now(), team.zone()).plusDays(45),
                null);
        at(Instant.now().minus(Duration.ofHours(20)), () -> decisions.list("team.id", team.id()).stream()
                .flatMap(decision -> escalations.open(decision).stream()
                        .filter(one -> one.kind() == EscalationKind.APPETITE_EXCEEDED)
                        .flatMap(one -> cast.actors().stream()
                                .filter(actor -> actor.holds(TeamRole.RISK_OWNER, team.id())
                                        && Duties.exclusion(actor, decision).isEmpty())
                                .limit(1)
                                .map(actor -> (Runnable) () -> answerEscalation.answer(actor, one.id(), word))))
                .toList()
                .forEach(Runnable::run));
    }

    /** An owner accepted a risk for a day only, and nobody has looked since. */
    private void lapse(String slug) {
        Team team = inTransaction(() -> teams.bySlug(slug).orElseThrow());
        open(team).stream()
                .filter(open -> open.since().isBefore(Instant.now().minus(Duration.ofDays(4))))
                .findFirst()
                .ifPresent(open -> accept(
                        team, open, open.since().plus(Duration.ofHours(2)), 1, "It may stand until Friday's meeting."));
    }

    private void accept(Team team, Open open, Instant moment, int days, String reason) {
        LocalDate expires = LocalDate.ofInstant(moment, team.zone()).plusDays(days);
        at(
                moment,
                () -> acceptRisk.accept(open.owner(), open.key(), open.risk(), new AcceptRisk.Terms(expires, reason)));
    }

    /** What is under way in the team and not accepted yet, oldest first. */
    private List<Open> open(Team team) {
        return inTransaction(() -> {
            DemoCast cast = DemoCast.of(team, people.membersOf(team.id()));
            return decisions.list("team.id = ?1 order by id", team.id()).stream()
                    .filter(decision -> !decision.stage().ended())
                    .flatMap(decision -> open(decision, cast).stream())
                    .toList();
        });
    }

    private List<Open> open(Decision decision, DemoCast cast) {
        return decision.material().risks().stream()
                .flatMap(risk -> cast.actors().stream()
                        .filter(actor -> actor.username().equals(risk.owner())
                                && actor.holds(TeamRole.RISK_OWNER, decision.teamId())
                                && Duties.exclusion(actor, decision).isEmpty())
                        .flatMap(owner -> ratings.residual(risk).stream()
                                .map(rating -> new Open(
                                        decision.key(),
                                        String.valueOf(risk.id()),
                                        owner,
                                        rating.points(),
                                        decision.materialAt()))))
                .toList();
    }

    private int borne(Team team) {
        return inTransaction(() -> appetites.borne(team, Instant.now()));
    }

    /** So many days from the moment it is accepted, and a week from today at least. */
    private static int daysLeft(Open open, int days) {
        long past = Duration.between(middle(open.since()), Instant.now()).toDays();
        return (int) Math.max(days, past + 8);
    }

    private static Instant middle(Instant since) {
        return since.plus(Duration.between(since, Instant.now()).dividedBy(2));
    }

    private void at(Instant moment, Runnable act) {
        Runnable whole = () -> QuarkusTransaction.requiringNew().run(act);
        if (clock instanceof DemoClock past) {
            past.at(moment, whole);
        } else {
            whole.run();
        }
    }

    private static <T> T inTransaction(java.util.concurrent.Callable<T> read) {
        return QuarkusTransaction.requiringNew().call(read);
    }
}
