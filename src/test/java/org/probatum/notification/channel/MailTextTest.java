package org.probatum.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.probatum.notification.Happening;
import org.probatum.notification.Kind;
import org.probatum.notification.Message;

class MailTextTest {
    @Test
    void keeps_whatever_was_typed_out_of_headers_and_html() {
        Message.Content content = about("A\r\nBcc: evil@example.org\u2028X-Y: z\u0000 <b>\"bold\"</b> & more");

        assertThat(MailText.subject(content))
                .isEqualTo("[CR-1] Review it: A Bcc: evil@example.org X-Y: z <b>\"bold\"</b> & more");
        assertThat(new MailText("https://probatum.example.org/").html(content))
                .contains("&lt;b&gt;&quot;bold&quot;&lt;/b&gt; &amp; more")
                .doesNotContain("<b>");
        assertThat(new MailText("https://probatum.example.org/").plain(content))
                .contains("https://probatum.example.org/decisions/CR-1\n");
    }

    @Test
    void cuts_a_long_subject_between_characters() {
        String subject = MailText.subject(about("\uD83D\uDE00".repeat(300)));

        assertThat(subject.codePointCount(0, subject.length())).isEqualTo(180);
        assertThat(subject).endsWith("\uD83D\uDE00…");
    }

    private static Message.Content about(String title) {
        Happening.Subject subject =
                new Happening.Subject(1, "CR-1", title, "MODEL", null, "SCOPING", 1, "credit-risk", "Credit risk");
        Happening happening =
                new Happening(1, "StageSubmitted", Instant.EPOCH, 1, null, null, null, "submitted", null, subject);
        return new Message.Content(Kind.REVIEW, "Review it", "/decisions/CR-1", "decision.stage_submitted", happening);
    }
}
