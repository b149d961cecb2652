package org.probatum.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.probatum.log.note.Checkpoint;
import org.probatum.log.note.Malformed;
import org.probatum.log.note.Note;
import org.probatum.log.note.NoteKey;
import org.probatum.log.note.NoteSigner;
import org.probatum.log.note.NoteVerifier;
import org.probatum.log.note.Opening;
import org.probatum.log.tree.Frontier;
import org.probatum.log.tree.Hash;
import org.probatum.log.tree.Tree;
import org.probatum.shared.Json;

/** What was signed last: whether the log still is that, and whether whoever signs now is whoever signed then. */
@ApplicationScoped
class FormerHead {
    /** The entry that a change of keys leaves. */
    static final String ROTATED = "LogKeyChanged";

    private final LogTables tables;
    private final StoredTiles tiles;
    private final LogKeys keys;
    private final LogMemory memory;
    private final Clock clock;

    FormerHead(LogTables tables, StoredTiles tiles, LogKeys keys, LogMemory memory, Clock clock) {
        this.tables = tables;
        this.tiles = tiles;
        this.keys = keys;
        this.memory = memory;
        this.clock = clock;
    }

    /**
     * Who signs next: the key alone, or both while one takes over from the other, which is then written into the log.
     *
     * @throws LogBroken when the tree is not what was signed, or was signed by somebody else
     */
    List<NoteSigner> signers(Frontier edge, NoteSigner signer) {
        Optional<Head> head = tables.former();
        if (head.isEmpty()) {
            if (edge.size() > 0) {
                throw new LogBroken("there are " + edge.size() + " leaves and no checkpoint was ever signed");
            }
            memory.last().ifPresent(note -> agree(edge, note, "remembered outside the database"));
            return List.of(signer);
        }
        if (head.get().size() != edge.size()) {
            throw new LogBroken(
                    "there are " + edge.size() + " leaves, and " + head.get().size() + " were signed");
        }
        agree(edge, head.get().note(), "in the database");
        memory.last().ifPresent(note -> agree(edge, note, "remembered outside the database"));
        if (signed(head.get().note(), signer.key())) {
            return List.of(signer);
        }
        NoteSigner retiring = keys.retiring()
                .filter(one -> signed(head.get().note(), one.key()))
                .orElseThrow(
                        () -> new LogBroken(
                                "the newest checkpoint was not signed by "
                                        + signer.key().text()
                                        + ". Where keys are being changed, probatum.log.retiring-key has to be the one that signed it"));
        changed(retiring, signer);
        return List.of(signer, retiring);
    }

    private void changed(NoteSigner from, NoteSigner to) {
        String statement = "probatum log key change\n" + from.key().text() + "\n"
                + to.key().text() + "\n";
        Note both = from.sign(statement).with(to.signature(statement));
        tables.event(
                ROTATED,
                Json.write(Map.of("from", from.key().text(), "to", to.key().text(), "signed", both.format())),
                clock.instant());
    }

    private void agree(Frontier edge, String note, String where) {
        Checkpoint signed = checkpoint(note, where);
        if (signed.size() > edge.size()) {
            throw new LogBroken("there are " + edge.size() + " leaves, and a checkpoint " + where + " has "
                    + signed.size() + ": the database is older than that, or leaves were removed");
        }
        Hash now = signed.size() == edge.size() ? edge.root() : new Tree(signed.size(), tiles.sequencing()).root();
        if (!now.equals(signed.root())) {
            throw new LogBroken("the first " + signed.size() + " leaves are not those of the checkpoint " + where);
        }
    }

    private static Checkpoint checkpoint(String note, String where) {
        try {
            return Checkpoint.parse(Note.parse(note).text());
        } catch (Malformed fault) {
            throw new LogBroken("the checkpoint " + where + " is none: " + fault.getMessage());
        }
    }

    private static boolean signed(String note, NoteKey key) {
        try {
            return new NoteVerifier(List.of(key)).open(Note.parse(note)) instanceof Opening.Opened opened
                    && opened.isSignedBy(key);
        } catch (Malformed fault) {
            return false;
        }
    }
}
