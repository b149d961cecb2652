package org.probatum.shared.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.probatum.support.Receiver;

class OutboundTest {
    private static final AddressRule LOOPBACK = new AddressRule(List.of(Cidr.of("127.0.0.1/32")));
    private static final Duration WITHIN = Duration.ofSeconds(1);

    private final Outbound outbound = new Outbound(LOOPBACK, Resolver.ofSystem());

    @AfterEach
    void close() throws IOException {
        outbound.close();
    }

    @Test
    void brings_the_body_and_the_headers_and_the_status_back() throws IOException {
        try (Receiver receiver = Receiver.answering(429, "Retry-After: 7")) {
            Outbound.Answer answer =
                    outbound.post(URI.create(receiver.url()), Map.of("webhook-id", "msg_1"), "{\"a\":\"ü\"}", WITHIN);

            assertThat(answer.status()).isEqualTo(429);
            assertThat(answer.retryAfter()).isEqualTo("7");
            assertThat(receiver.received()).singleElement().satisfies(one -> {
                assertThat(one.id()).isEqualTo("msg_1");
                assertThat(one.body()).isEqualTo("{\"a\":\"ü\"}");
                assertThat(one.headers()).containsEntry("host", "127.0.0.1:" + receiver.port());
            });
        }
    }

    @Test
    void follows_no_redirect_wherever_it_leads() throws IOException {
        try (Receiver inner = Receiver.answering(200);
                Receiver outer = Receiver.answering(307, "Location: " + inner.url())) {
            assertThat(post(outer.url()).status()).isEqualTo(307);

            assertThat(inner.received()).isEmpty();
        }
    }

    @Test
    void waits_no_longer_than_it_says_for_a_silent_receiver() {
        try (Receiver receiver = new Receiver(Receiver.silence())) {
            Instant begun = Instant.now();

            assertThatThrownBy(() -> post(receiver.url())).isInstanceOf(IOException.class);

            assertThat(Duration.between(begun, Instant.now())).isLessThan(WITHIN.multipliedBy(3));
        }
    }

    @Test
    void waits_no_longer_for_headers_that_come_byte_by_byte() {
        try (Receiver receiver = new Receiver((received, out) -> {
            for (int i = 0; i < 600; i++) {
                Receiver.write(out, i == 0 ? "HTTP/1.1 200 OK\r\nX: " : "x");
                Thread.sleep(100);
            }
        })) {
            Instant begun = Instant.now();

            assertThatThrownBy(() -> post(receiver.url())).isInstanceOf(IOException.class);

            assertThat(Duration.between(begun, Instant.now())).isLessThan(WITHIN.multipliedBy(3));
        }
    }

    @Test
    void reads_a_body_without_end_to_a_limit() throws IOException {
        String block = "x".repeat(1000);
        try (Receiver receiver = new Receiver((received, out) -> {
            Receiver.write(out, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
            while (true) {
                Receiver.write(out, block);
            }
        })) {
            Outbound.Answer answer = post(receiver.url());

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).hasSize(Outbound.MOST_READ);
        }
    }

    @Test
    void takes_the_status_of_a_body_that_drips_and_lets_the_rest_go() throws IOException {
        try (Receiver receiver = new Receiver((received, out) -> {
            Receiver.write(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            while (true) {
                Receiver.write(out, "1\r\nx\r\n");
                Thread.sleep(100);
            }
        })) {
            Instant begun = Instant.now();

            assertThat(post(receiver.url()).status()).isEqualTo(200);

            assertThat(Duration.between(begun, Instant.now())).isLessThan(WITHIN.multipliedBy(3));
        }
    }

    @Test
    void takes_the_status_of_an_answer_that_breaks_off() throws IOException {
        try (Receiver receiver = new Receiver(
                (received, out) -> Receiver.write(out, "HTTP/1.1 500 No\r\nContent-Length: 5000\r\n\r\nhalf of it"))) {
            Outbound.Answer answer = post(receiver.url());

            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.body()).isEqualTo("half of it");
        }
    }

    @Test
    void connects_to_the_very_address_it_checked() throws Exception {
        // A name that leads somewhere harmless when it is first asked for, and inside afterwards.
        Deque<String> answers = new ArrayDeque<>(List.of("127.0.0.1", "127.0.0.2", "169.254.169.254"));
        try (Receiver receiver = Receiver.answering(200)) {
            Outbound rebound = new Outbound(LOOPBACK, host -> List.of(InetAddress.getByName(answers.pop())));
            String url = "http://rebinding.example:" + receiver.port() + "/";

            assertThat(rebound.post(URI.create(url), Map.of(), "{}", WITHIN).status())
                    .isEqualTo(200);
            assertThat(answers).as("asked once a request").hasSize(2);
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> rebound.post(URI.create(url), Map.of(), "{}", WITHIN))
                        .isInstanceOf(AddressRefused.class);
            }

            assertThat(receiver.received()).hasSize(1);
            assertThat(receiver.received().get(0).headers())
                    .containsEntry("host", "rebinding.example:" + receiver.port());
            rebound.close();
        }
    }

    @Test
    void refuses_a_name_when_one_of_its_addresses_is_inside() throws Exception {
        Outbound mixed = new Outbound(
                new AddressRule(List.of()),
                host -> List.of(InetAddress.getByName("1.1.1.1"), InetAddress.getByName("10.0.0.1")));

        assertThatThrownBy(() -> mixed.post(URI.create("http://mixed.example/"), Map.of(), "{}", WITHIN))
                .isInstanceOf(AddressRefused.class)
                .hasMessageContaining("10.0.0.1 is private");
        mixed.close();
    }

    @Test
    void refuses_this_machine_under_every_spelling() throws IOException {
        Outbound strict = new Outbound(new AddressRule(List.of()), Resolver.ofSystem());
        try (Receiver receiver = Receiver.answering(200)) {
            for (String host : List.of(
                    "127.0.0.1", "localhost", "2130706433", "127.1", "[::ffff:127.0.0.1]", "[::1]", "0.0.0.0")) {
                assertThatThrownBy(() -> strict.post(
                                URI.create("http://" + host + ":" + receiver.port()), Map.of(), "{}", WITHIN))
                        .as(host)
                        .isInstanceOf(AddressRefused.class);
            }
            assertThat(receiver.received()).isEmpty();
        }
        strict.close();
    }

    private Outbound.Answer post(String url) throws IOException {
        return outbound.post(URI.create(url), Map.of(), "{}", WITHIN);
    }
}
