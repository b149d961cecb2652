package org.probatum.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probatum.decision.Gate;
import org.probatum.log.note.Malformed;
import org.probatum.log.note.Note;
import org.probatum.log.note.NoteKey;
import org.probatum.log.note.NoteSigner;
import org.probatum.log.note.NoteVerifier;
import org.probatum.log.note.Opening;
import org.probatum.support.Casting;
import org.probatum.support.Database;
import org.probatum.support.Eventually;
import org.probatum.support.Road;

/** A log goes from one key to another by an entry that both sign, and never otherwise. */
@QuarkusTest
@TestProfile(Tampering.class)
class KeyChangeTest {
    @Inject
    Casting casting;

    @Inject
    LogTables tables;

    @Inject
    StoredTiles tiles;

    @Inject
    LogMemory memory;

    @Inject
    LoggedEvents events;

    @Inject
    LogFiles files;

    @Inject
    WitnessRounds witnesses;

    @Inject
    Clock clock;

    @ConfigProperty(name = "probatum.log.key")
    String oldKey;

    private final NoteSigner next = NoteSigner.generate("probatum.example.org/log");

    @BeforeEach
    void something() {
        Road.at(casting.cast(), Gate.OPTIONS);
        Eventually.holds(() -> assertThat(files.waiting()).isZero());
        // It waits and is nowhere to be read: there is a reason to look, and nothing that the service's own sequencer
        // takes.
        Database.change("insert into log_pending values (-9, 'decision')");
    }

    @AfterEach
    void nothing() {
        Database.change("delete from log_pending where event_id = -9");
    }

    @Test
    void is_signed_by_both_while_one_takes_over_and_sound_for_whoever_has_the_new_one() throws Malformed {
        Sequencer sequencer = with(Optional.of(oldKey));

        Eventually.holds(() -> assertThat(sequencer.integrate()).isEqualTo(1));

        Note note = Note.parse(files.head().orElseThrow().note());
        NoteKey former = NoteSigner.parse(oldKey).key();
        assertThat(new NoteVerifier(List.of(former, next.key())).open(note))
                .isInstanceOfSatisfying(Opening.Opened.class, opened -> {
                    assertThat(opened.isSignedBy(former)).isTrue();
                    assertThat(opened.isSignedBy(next.key())).isTrue();
                });
        assertThat(files.newest(1).get(0).content().type()).isEqualTo("LogKeyChanged");
        assertThat(audited(next).findings()).isEmpty();
        assertThat(audited(next).outside()).isPositive();
        assertThat(audited(NoteSigner.generate("probatum.example.org/log")).findings())
                .anySatisfy(finding -> assertThat(finding.words()).contains("is not signed by this log"));
    }

    @Test
    void is_refused_a_key_that_the_former_one_did_not_sign() {
        for (Optional<String> retiring : List.of(
                Optional.<String>empty(),
                Optional.of(NoteSigner.generate("probatum.example.org/log").privateKey()))) {
            Sequencer sequencer = with(retiring);
            String before = files.head().orElseThrow().note();

            Eventually.holds(() -> assertThatThrownBy(sequencer::integrate)
                    .isInstanceOf(LogBroken.class)
                    .hasMessageContaining("was not signed by " + next.key().text()));

            assertThat(files.head().orElseThrow().note()).isEqualTo(before);
        }
    }

    private Sequencer with(Optional<String> retiring) {
        LogKeys keys = new LogKeys(Optional.of(next.privateKey()), retiring);
        return new Sequencer(
                tables, tiles, keys, memory, new FormerHead(tables, tiles, keys, memory, clock), events, clock);
    }

    private AuditReport audited(NoteSigner by) {
        LogKeys keys = new LogKeys(Optional.of(by.privateKey()), Optional.empty());
        return new AuditLog(tables, tiles, new Signatures(tables, keys, memory), events, witnesses).audit(looked -> {});
    }
}
