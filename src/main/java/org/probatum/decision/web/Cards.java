package org.probatum.decision.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Stage;
import org.probatum.decision.Validity;
import org.probatum.decision.material.Category;
import org.probatum.people.Actor;
import org.probatum.shared.web.Cursor;

/** Decisions as lists show them: narrow rows, newest first, by key. */
@ApplicationScoped
public class Cards {
    /** One decision in a list. */
    public record Card(
            long id,
            String key,
            String title,
            String team,
            Category category,
            Stage stage,
            boolean inReview,
            String openSeats,
            @Nullable String tier,
            @Nullable Instant dueAt,
            Instant filedAt,
            String author,
            @Nullable String reason,
            Instant stageSince,
            Validity validity) {}

    /** A page of a list, and the address of the next when there is one. */
    public record Page(List<Card> items, @Nullable String next) {}

    /** A page of a list, and the place after which the next begins when there is one. */
    public record Slice(List<Card> items, @Nullable Cursor next) {}

    /** What a card is read from, in the order of its components. */
    static final String COLUMNS =
            "d.id, d.key, d.title, t.name, d.category, d.stage, d.in_review, array_to_string(d.open_seats, ','), d.tier, d.due_at,"
                    + " d.filed_at, p.name as author, d.reason, d.stage_since, d.validity";

    static final String FROM = " from decision d join team t on t.id = d.team_id join person p on p.id = d.author_id ";

    private static final String LIST = "select " + COLUMNS + " from (%s) listed join decision d on d.id = listed.id"
            + " join team t on t.id = d.team_id join person p on p.id = d.author_id order by d.id desc";

    private final EntityManager database;
    private final Search search;

    Cards(EntityManager database, Search search) {
        this.database = database;
        this.search = search;
    }

    /** The decisions the actor sees, newest first, with the API's link to the next page. */
    public Page page(Actor actor, CardFilter filter, @Nullable String after, @Nullable String asked) {
        int limit = Cursor.limit(asked);
        Slice slice = slice(actor, filter, after, limit);
        String next = slice.next() == null
                ? null
                : "/api/v1/decisions?" + filter.query() + "limit=" + limit + "&after="
                        + slice.next().words();
        return new Page(slice.items(), next);
    }

    /** The decisions the actor sees, newest first. */
    public Slice slice(Actor actor, CardFilter filter, @Nullable String after, int limit) {
        Cursor cursor = Cursor.of(after, new Cursor(Instant.EPOCH, Long.MAX_VALUE));
        List<Card> found = find(actor, filter, cursor.id(), limit + 1);
        if (found.size() <= limit) {
            return new Slice(found, null);
        }
        Card last = found.get(limit - 1);
        return new Slice(found.subList(0, limit), new Cursor(last.filedAt(), last.id()));
    }

    @SuppressWarnings("unchecked")
    private List<Card> find(Actor actor, CardFilter filter, long below, int limit) {
        Newest newest = new Newest(actor, filter);
        Query query;
        if (filter.words().isEmpty()) {
            query = newest.bindTeams(database.createNativeQuery(LIST.formatted(newest.ids())))
                    .setParameter("below", below)
                    .setParameter("limit", limit);
        } else {
            query = database.createNativeQuery(LIST.formatted("select unnest(cast(:found as bigint[])) as id"))
                    .setParameter(
                            "found", search.ids(actor, filter, below, limit).toArray(Long[]::new));
        }
        List<Object[]> rows = query.getResultList();
        return rows.stream().map(Cards::card).toList();
    }

    static Card card(Object[] row) {
        return new Card(
                ((Number) row[0]).longValue(),
                (String) row[1],
                (String) row[2],
                (String) row[3],
                Category.valueOf((String) row[4]),
                Stage.valueOf((String) row[5]),
                (Boolean) row[6],
                (String) row[7],
                (String) row[8],
                (Instant) row[9],
                (Instant) row[10],
                (String) row[11],
                (String) row[12],
                (Instant) row[13],
                Validity.valueOf((String) row[14]));
    }
}
