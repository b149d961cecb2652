package org.probatum.decision.web;

import io.quarkus.qute.TemplateExtension;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.probatum.decision.Slot;
import org.probatum.decision.Stage;
import org.probatum.decision.Tier;
import org.probatum.decision.Validity;

/** The mark and the colour that go with a word wherever it is shown. */
@TemplateExtension
final class Marks {
    private Marks() {}

    static String mark(Stage stage, boolean inReview) {
        return switch (stage) {
            case PUBLISHED -> "✓";
            case REJECTED -> "✕";
            case DECLINED -> "⊘";
            case WITHDRAWN -> "↩";
            default -> inReview ? "◉" : "◐";
        };
    }

    static String tone(Stage stage, boolean inReview) {
        return switch (stage) {
            case PUBLISHED -> "good";
            case REJECTED -> "bad";
            default -> inReview ? "warn" : "";
        };
    }

    static String mark(Validity validity) {
        return switch (validity) {
            case HOLDS, REAFFIRMED -> "✓";
            case QUESTIONED -> "?";
            case REVOKED -> "✕";
            case SUPERSEDED -> "→";
        };
    }

    static String tone(Validity validity) {
        return switch (validity) {
            case HOLDS, REAFFIRMED -> "good";
            case QUESTIONED, SUPERSEDED -> "warn";
            case REVOKED -> "bad";
        };
    }

    /** Whom a gate still waits for: "security, risk owner". */
    static String seatsWords(String seats) {
        return seats.isEmpty()
                ? "confirmation"
                : Arrays.stream(seats.split(",")).distinct().map(Slot::words).collect(Collectors.joining(", "));
    }

    /** Where a card leads: to the record once there is one. */
    static String address(Cards.Card card) {
        return (card.stage() == Stage.PUBLISHED ? "/log/" : "/decisions/") + card.key();
    }

    static String mark(Tier tier) {
        return "▮".repeat(tier.ordinal() + 1);
    }

    static String tone(Tier tier) {
        return tier.compareTo(Tier.HIGH) >= 0 ? "warn" : "";
    }
}
