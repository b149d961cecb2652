package org.probatum.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probatum.support.Calls;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Database;
import org.probatum.support.TestDatabase;

/** What people are told inside the service: seen by whom it is for, once, however often it is delivered. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class InAppTest {
    @Inject
    Casting casting;

    @Inject
    Channels channels;

    private Cast cast;

    @BeforeEach
    void seat() {
        cast = casting.cast();
    }

    @Test
    void delivered_twice_is_read_once_and_by_nobody_else() {
        Message message = message("Something <happened> to " + cast.team());

        for (int attempt = 0; attempt < 2; attempt++) {
            assertThat(channels.named(Channels.IN_APP).deliver(message)).isInstanceOf(Receipt.Delivered.class);
        }

        assertThat(Database.value("select count(*) from notification where id = '" + message.id() + "'"))
                .isEqualTo("1");
        String headline = "Something &lt;happened&gt; to " + cast.team();
        Calls.request(cast.reviewer())
                .accept("text/html")
                .get("/notifications")
                .then()
                .statusCode(200)
                .body(containsString(headline));
        assertThat(Calls.request(cast.second())
                        .accept("text/html")
                        .get("/notifications")
                        .asString())
                .doesNotContain(headline);
    }

    private Message message(String headline) {
        Happening.Subject subject =
                new Happening.Subject(0, "TX-0", "No decision", "MODEL", null, "SCOPING", 0, cast.team(), cast.team());
        Happening happening =
                new Happening(0, "Test", Instant.now(), 0, null, null, null, "something happened", null, subject);
        return new Message(
                Message.id(headline, "person", Channels.IN_APP),
                cast.reviewer().id(),
                null,
                new Message.Content(Kind.OUTCOME, headline, "/", Topics.TEST, happening));
    }
}
