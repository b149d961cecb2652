package org.probatum.gate.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.AssessTradeOff;
import org.probatum.decision.Decision;
import org.probatum.decision.Duties;
import org.probatum.decision.Part;
import org.probatum.decision.Stage;
import org.probatum.decision.material.Dimension;
import org.probatum.decision.material.Option;
import org.probatum.decision.material.TradeOff;
import org.probatum.people.Actor;
import org.probatum.people.Competence;
import org.probatum.people.TeamRole;
import org.probatum.people.Voice;
import org.probatum.shared.web.Field;
import org.probatum.shared.web.Form;

/**
 * The grid as one person sees it: which cells they may fill, and why not the others.
 *
 * @param role what they are here: "assess", "propose" or nothing
 */
record AssessmentGrid(String role, String why, List<Band> bands) {
    private static final List<Field.Choice> RATINGS = List.of(
            new Field.Choice("1", "1 ●○○○ poor"),
            new Field.Choice("2", "2 ●●○○ fair"),
            new Field.Choice("3", "3 ●●●○ good"),
            new Field.Choice("4", "4 ●●●● very good"));

    /** An option and its four cells. */
    record Band(String title, String id, List<Cell> cells) {}

    /** One cell: what stands, and the fields when it may be filled. */
    record Cell(
            String dimension, @Nullable TradeOff standing, String dots, String by, boolean open, List<Field> fields) {
        public boolean competent() {
            return standing != null && Boolean.TRUE.equals(standing.competent());
        }
    }

    /** Something in it may be filled. */
    public boolean open() {
        return bands.stream().flatMap(band -> band.cells().stream()).anyMatch(Cell::open);
    }

    static AssessmentGrid of(Actor actor, Decision decision, Form form, Names names) {
        boolean worked = Duties.exclusion(actor, decision).isPresent();
        boolean proposes =
                worked && actor.holds(TeamRole.MEMBER, decision.teamId()) && Part.TRADE_OFFS.openIn(decision.stage());
        boolean assesses = !worked && actor.belongsTo(decision.teamId()) && decision.stage() == Stage.TRADE_OFFS;
        List<Band> bands = decision.material().choice().options().stream()
                .map(option -> band(actor, decision, option, form, names, proposes, assesses))
                .toList();
        return new AssessmentGrid(
                proposes ? "propose" : assesses ? "assess" : "", why(actor, decision, worked, names), bands);
    }

    private static Band band(
            Actor actor, Decision decision, Option option, Form form, Names names, boolean proposes, boolean assesses) {
        String title = option.title() == null ? option.id() : option.title();
        return new Band(
                title,
                option.id(),
                Arrays.stream(Dimension.values())
                        .map(dimension -> {
                            @Nullable
                            TradeOff standing = decision.material().tradeOffs().stream()
                                    .filter(t -> t.isOf(option.id(), dimension))
                                    .findFirst()
                                    .orElse(null);
                            boolean settled = standing != null && Boolean.TRUE.equals(standing.competent());
                            Voice voice = AssessTradeOff.voice(actor, decision, dimension);
                            boolean open = (proposes && !settled)
                                    || (assesses
                                            && voice.isCompetent(
                                                    Competence.valueOf(dimension.name()), decision.teamId()));
                            return cell(option, dimension, standing, open, form, names);
                        })
                        .toList());
    }

    private static Cell cell(
            Option option, Dimension dimension, @Nullable TradeOff standing, boolean open, Form form, Names names) {
        String at = "/" + option.id() + "/" + dimension.name();
        int full = standing == null || standing.rating() == null ? 0 : standing.rating();
        String by = standing == null || standing.assessedBy() == null ? "" : names.of(standing);
        String name = dimension.name().toLowerCase(Locale.ROOT);
        return new Cell(
                Character.toUpperCase(name.charAt(0)) + name.substring(1),
                standing,
                full == 0 ? "" : "●".repeat(full) + "○".repeat(4 - full),
                by,
                open,
                open
                        ? List.of(
                                form.field(at + "/rating", "Rating")
                                        .among(RATINGS)
                                        .saying(""),
                                form.field(at + "/reason", "Reason").saying(""),
                                form.field(at + "/evidence", "Evidence").saying("One a line; may be left out."))
                        : List.of());
    }

    private static String why(Actor actor, Decision decision, boolean worked, Names names) {
        if (worked) {
            return Duties.exclusion(actor, decision).orElse("")
                    + " What you say here is a proposal, which a competent reviewer judges anew.";
        }
        if (decision.stage() != Stage.TRADE_OFFS) {
            return decision.key() + " is at " + decision.stage().title()
                    + ": reviewers assess trade-offs once the options gate has passed and until the trade-offs gate does.";
        }
        return "Each dimension takes somebody competent in it who had no hand in the material: "
                + Names.joined(
                        Arrays.stream(Competence.values())
                                .map(competence -> competence.name().toLowerCase(Locale.ROOT) + " "
                                        + Names.either(names.competent(competence, decision.barred()), "nobody yet"))
                                .toList(),
                        ", ")
                + (actor.competences().isEmpty() ? ". You hold none of these competences." : ".");
    }
}
