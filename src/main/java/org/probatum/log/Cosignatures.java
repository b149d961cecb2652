package org.probatum.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.probatum.log.note.Opening;
import org.probatum.log.tree.Hash;

/** What witnesses cosigned. Of those that are named no more, nothing counts. */
@ApplicationScoped
class Cosignatures {
    /** Their lines stand behind the log's own, in the order in which they came. */
    private static final String HEADS = """
            select c.size, c.root, c.note || s.lines, c.at from log_checkpoint c
            join lateral (select string_agg(line, '' order by at, witness) as lines, count(*) as many
                          from log_cosignature where size = c.size and witness = any(?)) s on s.many >= ?
            where c.size >= ? and c.size in (select size from log_cosignature where size >= ?)
            order by c.size desc limit 1
            """;

    private final LogTables tables;
    private final Witnesses witnesses;

    Cosignatures(LogTables tables, Witnesses witnesses) {
        this.tables = tables;
        this.witnesses = witnesses;
    }

    /** How far a witness has come. */
    record Last(long size, Instant at) {}

    /** The newest that a witness cosigned; empty before the first. */
    Optional<Last> last(Witness witness) {
        return tables
                .all(
                        "select size, at from log_cosignature where witness = ? order by size desc limit 1",
                        ask -> ask.setString(1, witness.key().text()),
                        row -> new Last(
                                row.getLong(1),
                                row.getObject(2, OffsetDateTime.class).toInstant()))
                .stream()
                .findFirst();
    }

    /** Keeps one; another node may have it already. */
    void keep(long size, Opening.Signed signed, Instant at) {
        tables.write(
                "insert into log_cosignature (size, witness, at, line) values (?, ?, ?, ?) on conflict do nothing",
                insert -> {
                    insert.setLong(1, size);
                    insert.setString(2, signed.key().text());
                    insert.setObject(3, at.atOffset(ZoneOffset.UTC));
                    insert.setString(4, signed.signature().line());
                    insert.addBatch();
                });
    }

    /** The newest checkpoint over at least so many leaves that at least so many witnesses cosigned, with their signatures. */
    Optional<Head> newest(long leaves, int least) {
        String[] named = witnesses.keys();
        if (named.length == 0) {
            return Optional.empty();
        }
        List<Head> found = tables.all(
                HEADS,
                ask -> {
                    ask.setArray(1, ask.getConnection().createArrayOf("text", named));
                    ask.setInt(2, least);
                    ask.setLong(3, leaves);
                    ask.setLong(4, leaves);
                },
                row -> new Head(
                        row.getLong(1),
                        Hash.of(row.getBytes(2)),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class).toInstant()));
        return found.stream().findFirst();
    }
}
