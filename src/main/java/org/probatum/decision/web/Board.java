package org.probatum.decision.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.List;
import org.probatum.decision.Stage;
import org.probatum.decision.web.Cards.Card;
import org.probatum.people.Actor;

/** What is under way, by stage and most urgent first, and what ended last: two statements, however many decisions there are. */
@ApplicationScoped
public class Board {
    /** How many cards a column shows. */
    public static final int SHOWN = 12;

    private static final String OPEN = "select * from (select " + Cards.COLUMNS
            + ", count(*) over (partition by d.stage) as total,"
            + " row_number() over (partition by d.stage order by d.due_at, d.id) as place"
            + Cards.FROM + "where d.stage in ('SCOPING', 'OPTIONS', 'TRADE_OFFS', 'VERIFICATION', 'PUBLICATION') and "
            + CardFilter.CONDITION + ") ranked where place <= :shown order by place";
    private static final String ENDED = "select " + Cards.COLUMNS + Cards.FROM
            + "where d.stage in ('PUBLISHED', 'DECLINED', 'REJECTED', 'WITHDRAWN') and " + CardFilter.CONDITION
            + " order by d.stage_since desc, d.id desc limit :shown";

    /** One stage's decisions: the first of them, and how many there are. */
    public record Column(Stage stage, int total, List<Card> cards) {
        public int beyond() {
            return total - cards.size();
        }
    }

    private final EntityManager database;

    Board(EntityManager database) {
        this.database = database;
    }

    /** The five columns the actor sees. */
    @SuppressWarnings("unchecked")
    public List<Column> columns(Actor actor, CardFilter filter) {
        List<Object[]> rows = filter.bind(database.createNativeQuery(OPEN), actor)
                .setParameter("shown", SHOWN)
                .getResultList();
        return Arrays.stream(Stage.values())
                .filter(stage -> stage.gate() != null)
                .map(stage -> column(stage, rows))
                .toList();
    }

    /** What ended last. */
    @SuppressWarnings("unchecked")
    public List<Card> ended(Actor actor, CardFilter filter) {
        List<Object[]> rows = filter.bind(database.createNativeQuery(ENDED), actor)
                .setParameter("shown", SHOWN)
                .getResultList();
        return rows.stream().map(Cards::card).toList();
    }

    private static Column column(Stage stage, List<Object[]> rows) {
        List<Object[]> own =
                rows.stream().filter(row -> stage.name().equals(row[5])).toList();
        int total = own.isEmpty() ? 0 : ((Number) own.get(0)[14]).intValue();
        return new Column(stage, total, own.stream().map(Cards::card).toList());
    }
}
