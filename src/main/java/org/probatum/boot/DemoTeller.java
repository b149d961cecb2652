package org.probatum.boot;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.probatum.decision.AssessTradeOff;
import org.probatum.decision.Decision;
import org.probatum.decision.DecisionFile;
import org.probatum.decision.Decisions;
import org.probatum.decision.FileDecision;
import org.probatum.decision.Gate;
import org.probatum.decision.WithdrawDecision;
import org.probatum.decision.material.Parts;
import org.probatum.decision.material.Risk;
import org.probatum.evidence.AttachRun;
import org.probatum.evidence.Run;
import org.probatum.evidence.Runs;
import org.probatum.evidence.comparison.FileComparison;
import org.probatum.evidence.comparison.Named;
import org.probatum.evidence.manifest.Manifest;
import org.probatum.gate.EndRejection;
import org.probatum.gate.Gates;
import org.probatum.gate.GrantWaiver;
import org.probatum.gate.Reviews;
import org.probatum.gate.SubmitReview;
import org.probatum.gate.SubmitReview.Ballot;
import org.probatum.gate.SubmitStage;
import org.probatum.gate.Vote;
import org.probatum.people.Actor;
import org.probatum.people.Competence;
import org.probatum.rerun.Verdict;
import org.probatum.rerun.Verdicts;
import org.probatum.rerun.verdict.DecisiveRuns;
import org.probatum.rerun.verdict.Judgement;
import org.probatum.risk.AcceptRisk;

/** Turns a story into the acts it is made of, each through the action that anybody would use. */
@ApplicationScoped
class DemoTeller {
    private final FileDecision fileDecision;
    private final AttachRun attachRun;
    private final FileComparison fileComparison;
    private final GrantWaiver grantWaiver;
    private final AssessTradeOff assessTradeOff;
    private final AcceptRisk acceptRisk;
    private final SubmitStage submitStage;
    private final SubmitReview submitReview;
    private final Reviews reviews;
    private final EndRejection endRejection;
    private final WithdrawDecision withdrawDecision;
    private final Decisions decisions;
    private final Gates gates;
    private final Runs runs;
    private final Verdicts verdicts;
    private final Clock clock;

    DemoTeller(
            FileDecision fileDecision,
            AttachRun attachRun,
            FileComparison fileComparison,
            GrantWaiver grantWaiver,
            AssessTradeOff assessTradeOff,
            AcceptRisk acceptRisk,
            SubmitStage submitStage,
            SubmitReview submitReview,
            Reviews reviews,
            EndRejection endRejection,
            WithdrawDecision withdrawDecision,
            Decisions decisions,
            Gates gates,
            Runs runs,
            Verdicts verdicts,
            Clock clock) {
        this.fileDecision = fileDecision;
        this.attachRun = attachRun;
        this.fileComparison = fileComparison;
        this.grantWaiver = grantWaiver;
        this.assessTradeOff = assessTradeOff;
        this.acceptRisk = acceptRisk;
        this.submitStage = submitStage;
        this.submitReview = submitReview;
        this.reviews = reviews;
        this.endRejection = endRejection;
        this.withdrawDecision = withdrawDecision;
        this.decisions = decisions;
        this.gates = gates;
        this.runs = runs;
        this.verdicts = verdicts;
        this.clock = clock;
    }

    /** What a story needs besides itself; its runs are run again for real when that is said. */
    record Props(DemoStory story, DecisionFile file, List<Manifest> runs, DemoCast cast, boolean rerun) {}

    /** The acts in their order; the key of the decision is known once the first has run. */
    List<Runnable> acts(Props props) {
        DemoStory story = props.story();
        Actor author = props.cast().named(story.author());
        String[] key = new String[1];
        List<Runnable> acts = new ArrayList<>();
        acts.add(() -> key[0] = fileDecision.file(author, props.file()).key());
        if (story.stage().equals("DECLINED")) {
            return acts;
        }
        props.runs().forEach(run -> acts.add(() -> attachRun.attach(author, key[0], run)));
        if (!compared(props).isEmpty()) {
            acts.add(() -> compared(props).forEach(terms -> fileComparison.file(author, key[0], terms)));
        }
        for (Gate gate : Gate.values()) {
            if (!story.reaches(gate)) {
                break;
            }
            if (gate == Gate.TRADE_OFFS) {
                acts.addAll(weighing(props, key));
            }
            DemoStory.Argued argued = story.waiver();
            if (gate == Gate.OPTIONS && argued != null) {
                acts.add(() -> waive(props, key[0], argued));
            }
            if (gate == Gate.VERIFICATION && story.submits(gate) && !props.rerun()) {
                acts.add(() -> vouch(author, key[0]));
            }
            if (story.submits(gate)) {
                acts.add(() -> submit(author, key[0]));
            }
            if (story.passes(gate)) {
                acts.add(() -> vote(props, key[0], gate, Vote.APPROVE));
            }
        }
        Gate end = Objects.requireNonNullElse(story.gate(), Gate.SCOPE);
        switch (story.stage()) {
            case "REJECTED" -> acts.add(() -> vote(props, key[0], end, Vote.REJECT));
            case "SENT_BACK" -> acts.add(() -> vote(props, key[0], end, Vote.REQUEST_CHANGES));
            case "WITHDRAWN" ->
                acts.add(() ->
                        withdrawDecision.withdraw(author, key[0], version(author, key[0]), story.reviewComment()));
            default -> {
                // The story stops where its last act left it.
            }
        }
        return acts;
    }

    /** The comparisons that the rationale cites, each with the differences that the story names. */
    private static List<FileComparison.Terms> compared(Props props) {
        return Parts.listOf(props.file().rationale()).stream()
                .flatMap(claim -> claim.evidence().stream())
                .filter(cited -> cited.startsWith("comparison:"))
                .map(cited -> cited.substring("comparison:".length()))
                .distinct()
                .map(criterion -> new FileComparison.Terms(
                        criterion,
                        props.story().differences().stream()
                                .filter(one -> one.criterion().equals(criterion))
                                .map(one -> new Named(one.covers(), one.words()))
                                .toList()))
                .toList();
    }

    private void waive(Props props, String key, DemoStory.Argued argued) {
        String author = props.story().author();
        Decision decision = decisions.visible(props.cast().named(author), key);
        String right = grantWaiver.right(decision, Gate.OPTIONS).name();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        grantWaiver.grant(
                props.cast().fitting(right, decision.teamId(), author, Set.of()),
                key,
                Gate.OPTIONS,
                new GrantWaiver.Terms(argued.requirement(), null, today.plusDays(argued.expires()), argued.reason()));
    }

    private List<Runnable> weighing(Props props, String[] key) {
        List<Runnable> acts = new ArrayList<>();
        DemoStory story = props.story();
        for (DemoStory.Assessment said : story.tradeOffs()) {
            Actor assessor =
                    props.cast().competent(Competence.valueOf(said.dimension().name()), story.author());
            acts.add(() -> assessTradeOff.assess(
                    assessor,
                    key[0],
                    said.option(),
                    said.dimension(),
                    new AssessTradeOff.Assessment(said.rating(), said.reason(), List.of())));
        }
        DemoStory.Accepted accepted = story.acceptance();
        if (accepted != null) {
            acts.add(() -> accept(props, key[0], accepted));
        }
        return acts;
    }

    private void accept(Props props, String key, DemoStory.Accepted accepted) {
        Actor author = props.cast().named(props.story().author());
        Risk risk =
                decisions.visible(author, key).material().risk(accepted.risk()).orElseThrow();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        acceptRisk.accept(
                props.cast().named(String.valueOf(risk.owner())),
                key,
                accepted.risk(),
                new AcceptRisk.Terms(today.plusDays(accepted.expires()), accepted.reason()));
    }

    /** Of runs that never ran, it is told that their team repeated them, and that this service did not. */
    private void vouch(Actor author, String key) {
        Decision decision = decisions.visible(author, key);
        for (Run run :
                DecisiveRuns.of(decision.material(), runs.of(decision.id())).runs()) {
            Judgement judgement = new Judgement(
                    run.reference(),
                    Verdict.STATISTICAL,
                    "The demo tells that the team repeated it; this service did not run it again.",
                    "",
                    null,
                    List.of());
            verdicts.keep(decision.id(), run, null, judgement, Map.of(), clock.instant());
        }
    }

    private void submit(Actor author, String key) {
        if (submitStage.submit(author, key, version(author, key)) instanceof SubmitStage.Outcome.NotReady notReady) {
            throw new IllegalStateException(
                    key + " is not ready: " + notReady.report().unmet());
        }
    }

    private void vote(Props props, String key, Gate gate, Vote vote) {
        Actor author = props.cast().named(props.story().author());
        Decision decision = decisions.visible(author, key);
        String material = gates.report(decision, gate).material();
        Ballot ballot = new Ballot(vote, props.story().reviewComment(), material);
        Set<Long> voted = new HashSet<>();
        for (String takes : decision.openSeats()) {
            Actor reviewer =
                    props.cast().fitting(takes, decision.teamId(), props.story().author(), voted);
            voted.add(reviewer.id());
            submitReview.review(reviewer, key, gate, ballot);
            if (vote == Vote.REJECT) {
                Actor second = props.cast()
                        .fitting(takes, decision.teamId(), props.story().author(), voted);
                long rejection = reviews.of(decision.id()).get(0).review().id();
                endRejection.confirm(second, key, gate, rejection, "I read it too, and come to the same end.");
            }
            if (vote != Vote.APPROVE) {
                break;
            }
        }
    }

    private int version(Actor author, String key) {
        return decisions.visible(author, key).version();
    }
}
