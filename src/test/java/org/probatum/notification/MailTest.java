package org.probatum.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probatum.decision.Gate;
import org.probatum.support.Api;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Drafts;
import org.probatum.support.Eventually;
import org.probatum.support.Player;
import org.probatum.support.PostOffice;
import org.probatum.support.Road;
import org.probatum.support.TestDatabase;

/** Mails as a mail server takes them. */
@QuarkusTest
@TestProfile(MailTest.WithMail.class)
class MailTest {
    /** A service that has a mail host. */
    public static final class WithMail implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(TestDatabase.class), new TestResourceEntry(PostOffice.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    @Inject
    Casting casting;

    @Inject
    Relay relay;

    @Inject
    Deliveries deliveries;

    @Inject
    Channels channels;

    @Inject
    Outbox outbox;

    private Cast cast;

    @BeforeEach
    void seat() {
        cast = casting.cast();
    }

    @Test
    void tell_reviewers_in_text_and_html_with_a_link() throws Exception {
        String key = Road.inReview(cast, Gate.SCOPE);
        Eventually.holds(() -> assertThat(mails(cast.reviewer())).hasSize(1));

        MimeMessage mail = mails(cast.reviewer()).get(0);

        assertThat(mail.getSubject()).startsWith("[" + key + "] Review the scope gate: ");
        assertThat(mail.getHeader("Message-ID"))
                .singleElement()
                .asString()
                .matches("<msg_[0-9a-f]{32}@probatum.example.org>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("From")).containsExactly("probatum@example.org");
        assertThat(mail.getHeader("Date")).hasSize(1);
        assertThat(part(mail, "text/plain")).contains("https://probatum.example.org/decisions/" + key + "/gates/scope");
        assertThat(part(mail, "text/html"))
                .contains("href=\"https://probatum.example.org/decisions/" + key + "/gates/scope\"");
        assertThat(mails(cast.author())).isEmpty();
    }

    @Test
    void let_no_title_add_a_header_or_a_tag() throws Exception {
        ObjectNode hostile = Drafts.decision(cast);
        hostile.put("title", "Hi <script>alert(1)</script> & Bcc: evil@example.org ü — \"'");
        Road.pass(cast, filed(hostile), Gate.SCOPE);
        Eventually.holds(() -> assertThat(mails(cast.second())).isNotEmpty());

        MimeMessage mail = mails(cast.second()).get(0);

        assertThat(Collections.list(mail.getAllHeaderLines())).noneMatch(line -> line.startsWith("Bcc"));
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getSubject()).contains("<script>").doesNotContain("\n", "\r");
        assertThat(part(mail, "text/html")).contains("&lt;script&gt;").doesNotContain("<script>");
    }

    @Test
    void are_not_sent_to_whoever_wants_none() {
        Api.as(cast.second())
                .request()
                .body(Map.of("kinds", Map.of("REVIEW", Map.of("inApp", true, "mail", false))))
                .put("/api/v1/notifications/preferences")
                .then()
                .statusCode(200);

        Road.inReview(cast, Gate.SCOPE);

        Eventually.holds(
                Duration.ofMinutes(1), () -> assertThat(mails(cast.reviewer())).hasSize(1));
        assertThat(mails(cast.second())).isEmpty();
    }

    @Test
    void sent_twice_are_known_as_one() throws Exception {
        relay.stop();
        try {
            Road.inReview(cast, Gate.SCOPE);
            io.quarkus.narayana.jta.QuarkusTransaction.requiringNew().run(outbox::expand);
            for (Deliveries.Taken taken : deliveries.take(List.of("in-app"), 0)) {
                channels.named(taken.channel()).deliver(taken.message());
                channels.named(taken.channel()).deliver(taken.message());
            }
        } finally {
            relay.start();
        }
        Eventually.holds(() -> assertThat(mails(cast.reviewer())).hasSize(2));
        List<String> ids = new ArrayList<>();
        for (MimeMessage mail : mails(cast.reviewer())) {
            ids.add(mail.getMessageID());
        }
        assertThat(ids).containsOnly(ids.get(0));
    }

    private String filed(ObjectNode decision) {
        String key = Api.as(cast.author()).filed(decision);
        Road.attach(cast, key);
        return key;
    }

    private static List<MimeMessage> mails(Player player) {
        return PostOffice.to(player.username() + "@example.org");
    }

    private static String part(MimeMessage mail, String type) throws Exception {
        return part((MimeMultipart) mail.getContent(), type);
    }

    private static String part(MimeMultipart parts, String type) throws Exception {
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.isMimeType(type)) {
                return (String) part.getContent();
            }
            if (part.getContent() instanceof MimeMultipart inner) {
                return part(inner, type);
            }
        }
        throw new AssertionError("no " + type);
    }
}
