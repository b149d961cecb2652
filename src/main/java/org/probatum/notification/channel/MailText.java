package org.probatum.notification.channel;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.probatum.notification.Happening;
import org.probatum.notification.Message;

/** What a mail says. Whatever people typed is text in it: no line break reaches a header, no mark the HTML. */
@ApplicationScoped
class MailText {
    private static final int LONGEST_SUBJECT = 180;

    private final String base;

    MailText(@ConfigProperty(name = "probatum.url", defaultValue = "http://localhost:8080") String url) {
        this.base = url.strip().replaceFirst("/+$", "");
    }

    /** The service's address, as people reach it. */
    String base() {
        return base;
    }

    /** "[CR-42] Review the scope gate: Replace the scorecard". */
    static String subject(Message.Content content) {
        Happening.Subject about = content.happening().subject();
        String words = line("[" + about.key() + "] " + content.headline() + ": " + about.title());
        int[] points = words.codePoints().toArray();
        return points.length <= LONGEST_SUBJECT ? words : new String(points, 0, LONGEST_SUBJECT - 1) + "…";
    }

    String plain(Message.Content content) {
        Happening happening = content.happening();
        return """
                %s

                %s  %s
                Team %s
                %s.

                %s

                --
                Probatum tells you because of your part in this decision. Choose what you are told:
                %s/notifications/preferences
                """.formatted(
                        line(content.headline()),
                        happening.subject().key(),
                        line(happening.subject().title()),
                        line(happening.subject().teamName()),
                        line(happening.sentence()),
                        base + content.path(),
                        base);
    }

    String html(Message.Content content) {
        Happening happening = content.happening();
        return """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><title>%s</title></head><body>
                <p><strong>%s</strong></p>
                <p><a href="%s">%s %s</a><br>Team %s<br>%s.</p>
                <p><small>Probatum tells you because of your part in this decision.
                <a href="%s/notifications/preferences">Choose what you are told</a>.</small></p>
                </body></html>
                """.formatted(
                        html(subject(content)),
                        html(content.headline()),
                        html(base + content.path()),
                        html(happening.subject().key()),
                        html(happening.subject().title()),
                        html(happening.subject().teamName()),
                        html(happening.sentence()),
                        html(base));
    }

    /** On one line, without what no line of text holds. */
    static String line(String words) {
        return words.replaceAll("[\\p{Cntrl}\\s\\u2028\\u2029]+", " ").strip();
    }

    private static String html(String words) {
        return line(words)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
