package org.probatum.decision.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.Arrays;
import java.util.List;
import org.probatum.decision.Stage;
import org.probatum.decision.web.Cards.Card;
import org.probatum.people.Actor;

/** What is under way, by stage and most urgent first, and what ended last: a few statements, however many there are. */
@ApplicationScoped
public class Board {
    /** How many cards a column shows. */
    public static final int SHOWN = 12;

    /** How far a column counts; more are "200 and more". */
    static final int COUNTED = 200;

    /** How many decisions a search shows on the board: the newest of those it finds, enough to fill its columns. */
    private static final int FOUND = 5 * SHOWN;

    private static final String STAGES = "('SCOPING'), ('OPTIONS'), ('TRADE_OFFS'), ('VERIFICATION'), ('PUBLICATION')";

    /** Each column is two walks along an index, one to show and one to count, and each ends after so many rows. */
    private static final String OPEN = "select " + Cards.COLUMNS + ", s.total from (values " + STAGES
            + ") column_of (stage) cross join lateral (select count(*) as total from (select 1 from %1$s limit "
            + COUNTED
            + ") c) s cross join lateral (select x.id from %2$s order by x.due_at, x.id limit :shown) top"
            + " join decision d on d.id = top.id join team t on t.id = d.team_id join person p on p.id = d.author_id"
            + " order by d.due_at, d.id";

    private static final String IN_STAGE =
            "decision d where d.stage = column_of.stage and d.stage in ('SCOPING', 'OPTIONS',"
                    + " 'TRADE_OFFS', 'VERIFICATION', 'PUBLICATION') and %s";
    private static final String FIRST = "(select d.id, d.due_at from %s order by d.due_at, d.id limit :shown) x";
    private static final String ENDED = "select " + Cards.COLUMNS + Cards.FROM
            + "where d.stage in ('PUBLISHED', 'DECLINED', 'REJECTED', 'WITHDRAWN') and %s"
            + " order by d.stage_since desc, d.id desc limit :shown";

    /** One stage's decisions: the first of them, and how many there are. */
    public record Column(Stage stage, int total, List<Card> cards) {
        /** There are more than are counted. */
        public boolean uncounted() {
            return total >= COUNTED;
        }

        public int beyond() {
            return total - cards.size();
        }
    }

    private final EntityManager database;
    private final Search search;

    Board(EntityManager database, Search search) {
        this.database = database;
        this.search = search;
    }

    /** The five columns the actor sees, and what ended last. */
    public record View(List<Column> columns, List<Card> ended) {}

    /** The board. */
    public View view(Actor actor, CardFilter filter) {
        if (filter.words().isEmpty()) {
            return new View(columns(actor, CardCondition.of(actor, filter)), ended(CardCondition.of(actor, filter)));
        }
        List<Long> found = search.ids(actor, filter, Long.MAX_VALUE, FOUND);
        return new View(
                columns(actor, CardCondition.of(actor, filter).among(found)),
                ended(CardCondition.of(actor, filter).among(found)));
    }

    /** Whoever sees everything walks along all decisions of a stage; anybody else along those of each team of theirs. */
    @SuppressWarnings("unchecked")
    private List<Column> columns(Actor actor, CardCondition condition) {
        String all = IN_STAGE.formatted(condition.sql());
        String each = all + " and d.team_id = own.id";
        boolean everything = actor.seesEverything();
        String sql = everything
                ? OPEN.formatted(all, FIRST.formatted(all))
                : OPEN.formatted(
                        Newest.OF_TEAMS + "(select 1 from " + each + " limit " + COUNTED + ") o",
                        Newest.OF_TEAMS + FIRST.formatted(each));
        Query query = condition.bind(database.createNativeQuery(sql)).setParameter("shown", SHOWN);
        if (!everything) {
            query.setParameter("own", actor.memberships().keySet().toArray(Long[]::new));
        }
        List<Object[]> rows = query.getResultList();
        return Arrays.stream(Stage.values())
                .filter(stage -> stage.gate() != null)
                .map(stage -> column(stage, rows))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private List<Card> ended(CardCondition condition) {
        List<Object[]> rows = condition
                .bind(database.createNativeQuery(ENDED.formatted(condition.sql())))
                .setParameter("shown", SHOWN)
                .getResultList();
        return rows.stream().map(Cards::card).toList();
    }

    private static Column column(Stage stage, List<Object[]> rows) {
        List<Object[]> own =
                rows.stream().filter(row -> stage.name().equals(row[5])).toList();
        int total = own.isEmpty() ? 0 : ((Number) own.get(0)[15]).intValue();
        return new Column(stage, total, own.stream().map(Cards::card).toList());
    }
}
