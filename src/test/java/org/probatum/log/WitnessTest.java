package org.probatum.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.probatum.decision.Gate;
import org.probatum.log.note.Cosigner;
import org.probatum.log.note.Malformed;
import org.probatum.log.note.Note;
import org.probatum.log.note.NoteKey;
import org.probatum.log.note.WitnessRequest;
import org.probatum.support.Casting;
import org.probatum.support.Database;
import org.probatum.support.Eventually;
import org.probatum.support.Receiver;
import org.probatum.support.Road;
import org.probatum.support.TestDatabase;

/** Witnesses cosign the log while it grows; one that answers anything else is no help and no harm, and what it charges is told. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class WitnessTest {
    private static final Duration POLL = Duration.ofMillis(100);

    @Inject
    Casting casting;

    @Inject
    LogFiles files;

    @Inject
    LogTables tables;

    @Inject
    StoredTiles tiles;

    @Inject
    LoggedEvents events;

    @Inject
    AskWitness askWitness;

    @Inject
    Cosignatures cosignatures;

    @Inject
    Charges charges;

    @Inject
    LogKeys keys;

    @Inject
    Clock clock;

    private final FakeWitness witness = new FakeWitness("witness.example/" + System.nanoTime());
    private Receiver receiver;
    private LogFiles witnessed;

    @BeforeEach
    void log() {
        witness.knowing(keys.key().orElseThrow());
        receiver = new Receiver((received, out) -> {
            FakeWitness.Answer answer = witness.answer(received.body(), clock.instant());
            say(out, answer.status(), answer.body());
        });
        witnessed = files(named(0, witness.key()));
        grown();
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void cosigns_each_checkpoint_which_is_given_out_with_that() throws Malformed {
        Watched watched = watched(witness.key());

        watched.round();

        assertThat(watched.standing().size()).isEqualTo(head().size());
        assertThat(signers(witnessed.checkpoint())).contains(witness.key().name());
        assertThat(new ReadLog().checkpoint().size()).isEqualTo(head().size());

        grown();
        watched.round();
        watched.round();

        assertThat(watched.standing().size()).isEqualTo(head().size());
        assertThat(signers(witnessed.covering(1))).contains(witness.key().name());
        assertThat(receiver.received()).as("asked once for each").hasSize(2);
    }

    @Test
    void goes_on_where_a_witness_is_after_a_start_and_after_somebody_else_asked_it() {
        watched(witness.key()).round();
        grown();

        Watched afterAStart = watched(witness.key());
        afterAStart.round();
        assertThat(afterAStart.standing().size()).isEqualTo(head().size());

        NoteKey same = witness.key();
        grown();
        // Another node has it cosign meanwhile, and this one has not heard of that.
        Head newest = head();
        assertThat(askWitness.ask(
                        new Witness(address(receiver), same),
                        newest,
                        afterAStart.standing().size()))
                .isInstanceOf(AskWitness.Outcome.Cosigned.class);
        afterAStart.round();
        assertThat(afterAStart.standing().size()).isEqualTo(newest.size());
        assertThat(afterAStart.standing().charging()).isFalse();
    }

    @Test
    void charges_nothing_that_another_node_signed_while_it_was_asked() {
        watched(witness.key()).round();
        Watched watched = watched(witness.key());
        AtomicBoolean first = new AtomicBoolean(true);
        receiver.behaves((received, out) -> {
            if (first.compareAndSet(true, false)) {
                grown();
                say(out, 409, head().size() + "\n");
            } else {
                FakeWitness.Answer answer = witness.answer(received.body(), clock.instant());
                say(out, answer.status(), answer.body());
            }
        });

        watched.round();

        assertThat(watched.standing().charging()).as(watched.standing().words()).isFalse();
        Eventually.holds(() -> {
            watched.round();
            assertThat(watched.standing().size()).isEqualTo(head().size());
        });
    }

    @Test
    void is_waited_for_where_it_must_have_cosigned() {
        FakeWitness second = new FakeWitness("second.example/" + System.nanoTime())
                .knowing(keys.key().orElseThrow());
        LogFiles strict = files(named(2, witness.key(), second.key()));
        long before = strict.checkpoint().map(Head::size).orElse(0L);
        watched(witness.key()).round();
        assertThat(strict.checkpoint().map(Head::size).orElse(0L)).isEqualTo(before);

        try (Receiver other = new Receiver((received, out) -> {
            FakeWitness.Answer answer = second.answer(received.body(), clock.instant());
            say(out, answer.status(), answer.body());
        })) {
            watched(other, second.key()).round();
        }

        assertThat(strict.checkpoint().map(Head::size)).contains(head().size());
        assertThat(signers(strict.checkpoint()))
                .contains(witness.key().name(), second.key().name());
    }

    @Test
    void counts_no_more_once_it_is_named_no_more() {
        watched(witness.key()).round();
        NoteKey another =
                Cosigner.generate("another.example/" + System.nanoTime()).key();

        assertThat(files(named(1, another)).checkpoint()).isEmpty();
        assertThat(signers(files(named(0, another)).checkpoint()))
                .doesNotContain(witness.key().name());
        assertThat(signers(files(named(0, another)).covering(1)))
                .doesNotContain(witness.key().name());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            500 | oops                       | it answered 500
            302 |                            | it answered 302
            404 |                            | it does not know this log (404)
            403 |                            | it does not take the log's signature (403)
            200 | <html>Sign in</html>       | its answer is not one of a witness
            200 |                            | its answer is not one of a witness
            409 | many                       | its answer is not one of a witness
            409 | -1                         | its answer is not one of a witness
            """)
    void is_no_help_and_no_harm_when_it_answers_something_else(int status, String body, String words) {
        receiver.behaves((received, out) -> say(out, status, body == null ? "" : body + "\n"));
        Watched watched = watched(witness.key());

        watched.round();

        assertThat(watched.standing().words()).startsWith(words);
        assertThat(watched.standing().charging()).isFalse();
        assertThat(watched.standing().size()).isZero();
        assertThat(signers(witnessed.checkpoint())).doesNotContain(witness.key().name());
    }

    @Test
    void is_believed_only_by_its_key_of_this_checkpoint_and_now() {
        Cosigner other = Cosigner.generate(witness.key().name());
        receiver.behaves((received, out) -> say(out, 200, cosigned(other, received.body(), Duration.ZERO)));
        Watched watched = watched(witness.key());
        watched.round();
        assertThat(watched.standing().words()).startsWith("what it signed is not this checkpoint");

        Cosigner late = Cosigner.generate("late.example/" + System.nanoTime());
        receiver.behaves((received, out) -> say(out, 200, cosigned(late, received.body(), Duration.ofHours(-3))));
        Watched slow = watched(late.key());
        slow.round();
        assertThat(slow.standing().words())
                .startsWith("it says to have signed at")
                .endsWith("which is not now");
    }

    @Test
    void is_asked_less_often_the_longer_it_fails() throws InterruptedException {
        receiver.behaves((received, out) -> say(out, 503, ""));
        Watched watched = watched(witness.key());

        for (int i = 0; i < 200; i++) {
            watched.round();
            Thread.sleep(5);
        }

        assertThat(receiver.received().size()).isBetween(2, 12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"more than there is", "another tree", "no extension"})
    void tells_what_it_charges_the_log_with(String charge) {
        long size = head().size();
        receiver.behaves((received, out) -> {
            switch (charge) {
                case "more than there is" -> say(out, 409, (size + 500) + "\n");
                case "another tree" -> say(out, 409, "0\n");
                default -> say(out, 422, "");
            }
        });
        Watched watched = watched(witness.key());

        watched.round();
        watched(witness.key()).round();

        assertThat(watched.standing().charging()).isTrue();
        assertThat(watched.standing().words())
                .contains(
                        switch (charge) {
                            case "more than there is" ->
                                "it has seen " + (size + 500) + " leaves of this log, which has " + size;
                            case "another tree" -> "another tree than this log's";
                            default -> "refuses the proof that the log extends";
                        });
        assertThat(Database.value(
                        "select string_agg(payload ->> 'why', ';') from log_event where type = 'WitnessObjected' and"
                                + " payload ->> 'witness' = '" + witness.key().name() + "'"))
                .as("kept in the log, once")
                .isEqualTo(watched.standing().words());
    }

    @Test
    void are_all_asked_by_themselves_and_one_that_hangs_holds_up_nobody() throws Exception {
        try (Receiver hangs = new Receiver(Receiver.silence())) {
            Cosigner silent = Cosigner.generate("silent.example");
            Witnesses named = new Witnesses(
                    Optional.of(List.of(
                            address(hangs) + " " + silent.key().text(),
                            address(receiver) + "/ " + witness.key().text())),
                    1);
            WitnessRounds rounds = new WitnessRounds(named, files, askWitness, cosignatures, charges, POLL);
            rounds.begin(new StartupEvent());
            try {
                Eventually.holds(
                        () -> assertThat(rounds.standings().get(1).size()).isEqualTo(head().size()));
                grown();
                Eventually.holds(
                        () -> assertThat(rounds.standings().get(1).size()).isEqualTo(head().size()));
                assertThat(rounds.charges()).isEmpty();
            } finally {
                rounds.end(new ShutdownEvent());
            }
        }
    }

    private Watched watched(NoteKey key) {
        return watched(receiver, key);
    }

    private Watched watched(Receiver where, NoteKey key) {
        return new Watched(new Witness(address(where), key), files, askWitness, cosignatures, charges, POLL);
    }

    private Witnesses named(int quorum, NoteKey... keys) {
        return new Witnesses(
                Optional.of(Stream.of(keys)
                        .map(key -> "https://w.example " + key.text())
                        .toList()),
                quorum);
    }

    private LogFiles files(Witnesses named) {
        return new LogFiles(tables, tiles, events, new Cosignatures(tables, named), named);
    }

    private static URI address(Receiver receiver) {
        return URI.create("http://127.0.0.1:" + receiver.port());
    }

    private Head head() {
        return files.head().orElseThrow();
    }

    private void grown() {
        long before = files.head().map(Head::size).orElse(0L);
        Road.at(casting.cast(), Gate.OPTIONS);
        Eventually.holds(
                () -> assertThat(files.head().map(Head::size).orElse(0L)).isGreaterThan(before));
        Eventually.holds(() -> assertThat(files.waiting()).isZero());
    }

    private String cosigned(Cosigner cosigner, String request, Duration off) {
        try {
            return cosigner.cosign(
                            WitnessRequest.parse(request).checkpoint(),
                            clock.instant().plus(off))
                    .line();
        } catch (Malformed e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> signers(Optional<Head> head) {
        try {
            return Note.parse(head.orElseThrow().note()).signatures().stream()
                    .map(signature -> signature.name())
                    .toList();
        } catch (Malformed e) {
            throw new AssertionError(e);
        }
    }

    private static void say(OutputStream out, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        out.write(("HTTP/1.1 " + status + " X\r\nContent-Length: " + bytes.length + "\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        out.flush();
    }
}
