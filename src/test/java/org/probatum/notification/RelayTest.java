package org.probatum.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probatum.decision.Gate;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Database;
import org.probatum.support.Eventually;
import org.probatum.support.Hooks;
import org.probatum.support.Receiver;
import org.probatum.support.Road;
import org.probatum.support.TestClock;
import org.probatum.support.TestDatabase;

/** Nothing is lost, nothing is sent twice while all goes well, and nobody waits for somebody else's receiver. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RelayTest {
    private static final Duration POLL = Duration.ofMillis(200);

    @Inject
    Casting casting;

    @Inject
    TestClock clock;

    @Inject
    Relay relay;

    @Inject
    Outbox outbox;

    @Inject
    Deliveries deliveries;

    @Inject
    Channels channels;

    @Inject
    @Any
    Instance<NotificationChannel> all;

    private Cast cast;
    private Hooks hooks;

    @BeforeEach
    void seat() {
        cast = casting.cast();
        hooks = new Hooks(cast);
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void sends_again_under_the_same_id_what_a_crash_cut_off_after_sending() {
        try (Receiver receiver = Receiver.answering(200)) {
            Hooks.Made hook = hooks.added(receiver.url(), "decision.published");
            relay.stop();
            String message;
            try {
                message = hooks.tested(hook.id());
                for (Deliveries.Taken taken : deliveries.take(Set.of(), 100)) {
                    // Sent, and the process ends before it can say so.
                    all.stream()
                            .filter(channel -> channel.name().equals(taken.channel()))
                            .forEach(channel -> channel.deliver(taken.message()));
                }
                assertThat(receiver.received()).hasSize(1);
            } finally {
                relay.start();
            }
            assertThat(hooks.logged(hook.id(), message)).containsEntry("state", "WAITING");

            clock.pass(Deliveries.LEASE.plusSeconds(1));

            Eventually.holds(() -> assertThat(hooks.logged(hook.id(), message)).containsEntry("state", "SENT"));
            assertThat(receiver.received()).hasSize(2).allMatch(one -> one.id().equals(message));
        }
    }

    @Test
    void tells_what_was_committed_before_a_crash() {
        relay.stop();
        String key;
        try {
            key = Road.inReview(cast, Gate.SCOPE);
            assertThat(told(key)).isZero();
        } finally {
            relay.start();
        }

        Eventually.holds(() -> assertThat(told(key)).isEqualTo(3));
    }

    @Test
    void sends_each_message_once_though_two_relays_share_the_database() {
        relay.stop();
        Relay first = new Relay(outbox, deliveries, channels, POLL);
        Relay second = new Relay(outbox, deliveries, channels, POLL);
        try (Receiver one = Receiver.answering(200);
                Receiver other = Receiver.answering(200)) {
            long to = hooks.added(one.url(), "decision.published").id();
            long too = hooks.added(other.url(), "decision.published").id();
            queue(to, 150);
            queue(too, 150);

            first.start();
            second.start();

            Eventually.holds(Duration.ofSeconds(60), () -> assertThat(waiting(to) + waiting(too))
                    .isZero());
            for (Receiver receiver : List.of(one, other)) {
                assertThat(receiver.received())
                        .extracting(Receiver.Received::id)
                        .hasSize(150)
                        .doesNotHaveDuplicates();
            }
        } finally {
            first.stop();
            second.stop();
            relay.start();
        }
    }

    @Test
    void lets_a_thousand_messages_to_a_dead_receiver_delay_nobody_else() {
        try (Receiver dead = new Receiver(Receiver.silence());
                Receiver live = Receiver.answering(200)) {
            long to = hooks.added(dead.url(), "decision.published").id();
            long too = hooks.added(live.url(), "decision.published").id();
            queue(to, 1000);
            relay.wake();
            Eventually.holds(() -> assertThat(dead.received()).isNotEmpty());

            queue(too, 50);
            relay.wake();

            Eventually.holds(
                    Duration.ofSeconds(30), () -> assertThat(live.received()).hasSize(50));
            assertThat(waiting(to)).isEqualTo(1000);
            assertThat(dead.received().size())
                    .as("attempts on the dead one meanwhile")
                    .isLessThan(10);
        }
    }

    @Test
    void keeps_no_request_waiting_for_a_receiver() {
        CountDownLatch answered = new CountDownLatch(1);
        try (Receiver slow = new Receiver((received, out) -> {
            answered.await();
            Receiver.status(200).answer(received, out);
        })) {
            hooks.added(slow.url(), "decision.filed");

            // Each of these requests is over although not one event of theirs has been taken by the receiver.
            for (int i = 0; i < 5; i++) {
                Road.inReview(cast, Gate.SCOPE);
            }

            Eventually.holds(() -> assertThat(slow.received()).isNotEmpty());
            assertThat(answered.getCount()).isEqualTo(1);
            answered.countDown();
        }
    }

    private void queue(long endpoint, int messages) {
        Happening.Subject nothing =
                new Happening.Subject(0, "TX-0", "No decision", "MODEL", null, "SCOPING", 0, cast.team(), cast.team());
        Happening happening =
                new Happening(0, "Test", clock.instant(), 0, null, null, null, "something happened", null, nothing);
        Message.Content content = new Message.Content(null, "Something", "/", Topics.TEST, happening);
        io.quarkus.narayana.jta.QuarkusTransaction.requiringNew()
                .run(() -> outbox.write(IntStream.range(0, messages)
                        .mapToObj(i ->
                                Channels.toEndpoint(endpoint + "/" + i + "/" + System.nanoTime(), endpoint, content))
                        .toList()));
    }

    private static int waiting(long endpoint) {
        return Integer.parseInt(
                Database.value("select count(*) from delivery where state = 'WAITING' and endpoint_id = " + endpoint));
    }

    private static int told(String key) {
        return Integer.parseInt(Database.value("select count(*) from notification where decision_key = '" + key + "'"));
    }
}
