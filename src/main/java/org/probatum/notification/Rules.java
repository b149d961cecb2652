package org.probatum.notification;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The table of who is told what. A new type of event is one line here. */
final class Rules {
    private static final Function<Happening, String> SENTENCE = Happening::sentence;
    private static final Function<Happening, String> GATE =
            happening -> decision(happening) + "/gates/" + gate(happening);
    private static final Function<Happening, String> RISKS = happening -> decision(happening) + "#risks";
    private static final Function<Happening, String> VALIDITY = happening -> decision(happening) + "#validity";
    private static final Function<Happening, String> ESCALATION =
            happening -> "/escalations/" + happening.word("escalation");

    /** Earlier lines win: whoever is to act is told to act rather than of what happened. */
    static final List<Rule> ALL = List.of(
            // a gate waits for whoever can fill its slot
            Rule.of("StageSubmitted", Kind.REVIEW, Audience.REVIEWERS, h -> "Review the " + gate(h) + " gate")
                    .at(GATE),
            Rule.of(
                            "ReviewersReminded",
                            Kind.REVIEW,
                            Audience.REVIEWERS,
                            h -> "Still to review: the " + gate(h) + " gate")
                    .at(GATE),
            Rule.of("MaterialRevised", Kind.REVIEW, Audience.OUTDATED, h -> "Your review is outdated: " + h.sentence()),
            Rule.of("RejectionEnded", Kind.REVIEW, Audience.REVIEWERS, SENTENCE).at(GATE),
            Rule.of(
                            "Reviewed",
                            Kind.REVIEW,
                            Audience.CONFIRMERS,
                            h -> "A rejection waits for a second person: " + h.sentence())
                    .only(h -> h.word("vote").equals("REJECT"))
                    .at(GATE),
            // something is late
            Rule.of("GateOverdue", Kind.OVERDUE, Audience.REACHED, SENTENCE).at(GATE),
            Rule.of("GateOverdue", Kind.OVERDUE, Audience.LEADS, SENTENCE).at(GATE),
            Rule.of("GateOverdue", Kind.REVIEW, Audience.REVIEWERS, SENTENCE).at(GATE),
            // a risk waits for its owner
            Rule.of("EscalationRaised", Kind.RISK, Audience.ESCALATED, SENTENCE).at(ESCALATION),
            Rule.of("EscalationClimbed", Kind.RISK, Audience.ESCALATED, SENTENCE)
                    .at(ESCALATION),
            // what somebody promised to do
            Rule.of("FollowUpReminded", Kind.OVERDUE, Audience.ACCOUNTABLE, h -> "Due soon: " + h.word("what")),
            Rule.of("GatePassed", Kind.RISK, Audience.RISK_OWNERS, Rules::risk).at(RISKS),
            Rule.of("MaterialRevised", Kind.RISK, Audience.RISK_OWNERS, Rules::risk)
                    .only(h -> h.word("part").equals("risks"))
                    .at(RISKS),
            // what became of somebody's decision
            Rule.of("Reviewed", Kind.OUTCOME, Audience.AUTHOR, SENTENCE)
                    .only(h -> !h.word("vote").equals("APPROVE"))
                    .at(GATE),
            Rule.of("GatePassed", Kind.OUTCOME, Audience.AUTHOR, SENTENCE).at(GATE),
            Rule.of("RejectionEnded", Kind.OUTCOME, Audience.AUTHOR, SENTENCE).at(GATE),
            Rule.of("WaiverGranted", Kind.OUTCOME, Audience.AUTHOR, SENTENCE),
            Rule.of("RiskAccepted", Kind.OUTCOME, Audience.AUTHOR, SENTENCE).at(RISKS),
            Rule.of("AcceptanceRevoked", Kind.RISK, Audience.RISK_OWNERS, Rules::risk)
                    .at(RISKS),
            Rule.of("AcceptanceRevoked", Kind.OUTCOME, Audience.AUTHOR, SENTENCE)
                    .at(RISKS),
            Rule.of("EscalationAnswered", Kind.OUTCOME, Audience.AUTHOR, SENTENCE)
                    .at(ESCALATION),
            Rule.of("Published", Kind.OUTCOME, Audience.AUTHOR, h -> "Your decision is published"),
            Rule.of("Questioned", Kind.OUTCOME, Audience.AUTHOR, SENTENCE).at(VALIDITY),
            Rule.of("Questioned", Kind.RISK, Audience.LEADS, SENTENCE).at(VALIDITY),
            Rule.of("Reaffirmed", Kind.OUTCOME, Audience.AUTHOR, SENTENCE).at(VALIDITY),
            Rule.of("Revoked", Kind.OUTCOME, Audience.AUTHOR, SENTENCE).at(VALIDITY),
            Rule.of("Revoked", Kind.RISK, Audience.LEADS, SENTENCE).at(VALIDITY),
            Rule.of("Superseded", Kind.OUTCOME, Audience.AUTHOR, SENTENCE).at(VALIDITY));

    private Rules() {}

    static List<Rule> of(Happening happening) {
        return ALL.stream().filter(rule -> rule.matches(happening)).toList();
    }

    private static String risk(Happening happening) {
        return "A risk above tolerance waits for you";
    }

    static String decision(Happening happening) {
        return "/decisions/" + happening.subject().key();
    }

    /** "trade-offs", as addresses and people have it. */
    private static String gate(Happening happening) {
        return happening.word("gate").toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
