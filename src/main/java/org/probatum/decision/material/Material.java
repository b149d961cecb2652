package org.probatum.decision.material;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything a team files about a decision. One value, read and written whole; a revision is another value. Without a
 * logging plan of its own, its category's holds.
 */
public record Material(
        Scope scope,
        OptionSet choice,
        List<TradeOff> tradeOffs,
        List<Risk> risks,
        List<RolloutStep> rollout,
        @Nullable Rollback rollback,
        List<FollowUp> followUps,
        Summary summary,
        @Nullable List<PlannedField> trackingPlan) {

    public Material {
        tradeOffs = Parts.listOf(tradeOffs);
        risks = Parts.listOf(risks);
        rollout = Parts.listOf(rollout);
        followUps = Parts.listOf(followUps);
        trackingPlan = trackingPlan == null || trackingPlan.isEmpty() ? null : List.copyOf(trackingPlan);
    }

    public Material with(Scope revised) {
        return new Material(revised, choice, tradeOffs, risks, rollout, rollback, followUps, summary, trackingPlan);
    }

    /** Assessments of options no longer there go with them. */
    public Material with(OptionSet revised) {
        List<TradeOff> kept = tradeOffs.stream()
                .filter(t -> revised.options().stream().anyMatch(o -> o.id().equals(t.option())))
                .toList();
        return new Material(scope, revised, kept, risks, rollout, rollback, followUps, summary, trackingPlan);
    }

    /** The assessment in place of an earlier one of the same option and dimension. */
    public Material with(TradeOff assessment) {
        List<TradeOff> revised = Stream.concat(
                        tradeOffs.stream().filter(t -> !t.isOf(assessment.option(), assessment.dimension())),
                        Stream.of(assessment))
                .toList();
        return new Material(scope, choice, revised, risks, rollout, rollback, followUps, summary, trackingPlan);
    }

    /** Assessments by somebody who has since worked on the material count as proposals, as their own always did. */
    public Material withoutCompetenceOf(String editor) {
        List<TradeOff> revised = tradeOffs.stream()
                .map(t -> t.isWordOf(editor) ? t.unjudged() : t)
                .toList();
        return new Material(scope, choice, revised, risks, rollout, rollback, followUps, summary, trackingPlan);
    }

    /** The runs an option cites, in place of those it cited: the only thing about options that can be mended while runs are verified. */
    public Material withCitedRuns(String option, List<String> runs) {
        List<Option> revised = choice.options().stream()
                .map(o -> o.id().equals(option) ? o.citing(runs) : o)
                .toList();
        return with(new OptionSet(revised, choice.selected(), choice.rationale(), choice.namedDifference()));
    }

    public Material withRisks(List<Risk> revised) {
        return new Material(
                scope, choice, tradeOffs, Risk.numbered(revised), rollout, rollback, followUps, summary, trackingPlan);
    }

    public Material withRollout(List<RolloutStep> revised) {
        return new Material(scope, choice, tradeOffs, risks, revised, rollback, followUps, summary, trackingPlan);
    }

    public Material with(@Nullable Rollback revised) {
        return new Material(scope, choice, tradeOffs, risks, rollout, revised, followUps, summary, trackingPlan);
    }

    public Material withFollowUps(List<FollowUp> revised) {
        return new Material(scope, choice, tradeOffs, risks, rollout, rollback, revised, summary, trackingPlan);
    }

    public Material with(Summary revised) {
        return new Material(scope, choice, tradeOffs, risks, rollout, rollback, followUps, revised, trackingPlan);
    }

    /** The logging plan as a team wrote it; an empty one leaves the category's. */
    public Material withTrackingPlan(List<PlannedField> revised) {
        return new Material(scope, choice, tradeOffs, risks, rollout, rollback, followUps, summary, revised);
    }

    /** The option selected, when it is one of those listed. */
    public Optional<Option> selected() {
        return choice.options().stream()
                .filter(option -> option.id().equals(choice.selected()))
                .findFirst();
    }

    /** The option of leaving things as they are, when one is listed. */
    public Optional<Option> statusQuo() {
        return choice.options().stream().filter(Option::statusQuo).findFirst();
    }

    /** The risk under an id. */
    public Optional<Risk> risk(String id) {
        return risks.stream().filter(risk -> id.equals(risk.id())).findFirst();
    }

    /** Every username named as answerable for something. */
    public Stream<String> people() {
        return Stream.of(
                        risks.stream().map(Risk::owner),
                        Stream.ofNullable(rollback).map(Rollback::owner),
                        followUps.stream().map(FollowUp::accountable))
                .flatMap(names -> names)
                .filter(Objects::nonNull)
                .distinct();
    }
}
