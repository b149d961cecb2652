package org.probatum.inbox.web;

import io.quarkus.qute.TemplateExtension;
import java.util.Locale;
import org.probatum.decision.Gate;
import org.probatum.inbox.Inbox;

/** What a line of the inbox asks for, in words, and where that is done. */
@TemplateExtension
final class LineWords {
    private LineWords() {}

    /** "Review the options gate", "Assess security". */
    static String asks(Inbox.Line line) {
        Gate gate = line.gate();
        String stage = (gate == null ? line.stage().title() : gate.title()).toLowerCase(Locale.ROOT);
        String slot = slot(line);
        return switch (line.kind()) {
            case STAGE -> "Work on the " + stage + " stage and submit it";
            case REVIEW -> "Review the " + stage + " gate";
            case CONFIRM -> "Confirm the rejection at the " + stage + " gate, or leave it";
            case ASSESS -> slot.isEmpty() ? "Assess trade-offs" : "Assess " + slot;
            case ESCALATION -> "Answer the escalation: " + line.subject();
            case FOLLOW_UP -> "Verify: " + line.subject();
        };
    }

    /** Why it waits for this person: "reviewer slot", "security competence". */
    static String because(Inbox.Line line) {
        return switch (line.kind()) {
            case STAGE -> "you filed it";
            case REVIEW ->
                line.subject() != null
                        ? "you were asked to"
                        : line.slot() == null ? "what you approved has changed" : slot(line) + " slot";
            case CONFIRM -> "it takes a second person";
            case ASSESS -> slot(line) + " competence";
            case ESCALATION -> line.slot() == null ? "it has reached you" : "it has reached the " + slot(line);
            case FOLLOW_UP -> "you answer for it";
        };
    }

    /** Where that is done. */
    static String address(Inbox.Line line) {
        String decision = "/decisions/" + line.key();
        Gate gate = line.gate();
        return switch (line.kind()) {
            case STAGE -> decision;
            case REVIEW, CONFIRM -> gate == null ? decision : decision + "/gates/" + gate.slug();
            case ASSESS -> decision + "/edit/trade-offs";
            // Whoever stands in for a risk's owner gives the word where the risk is shown.
            case ESCALATION -> line.onBehalfOf() == null ? "/escalations/" + line.subjectId() : decision + "#risks";
            case FOLLOW_UP -> decision + "#promised";
        };
    }

    private static String slot(Inbox.Line line) {
        String slot = line.slot();
        return slot == null ? "" : slot.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
