package org.probatum.decision.web;

import jakarta.persistence.Query;
import org.probatum.decision.Stage;
import org.probatum.people.Actor;

/**
 * The newest decisions that match a filter, as SQL. What is narrowed to a stage is read along an index that knows the stage:
 * for whoever sees everything, along all of them; for anybody else, along those of each team of theirs, since an index that
 * has to pass over other teams' decisions costs more the more teams there are. Published ones everybody sees.
 */
final class Newest {
    /** Each team of theirs, to be followed by what is read of one. */
    static final String OF_TEAMS = "unnest(cast(:own as bigint[])) own (id) cross join lateral ";

    private static final String IDS =
            "select d.id from decision d where %s and d.id < :below order by d.id desc limit :limit";
    private static final String TITLED =
            "select x.id from (select d.id, d.title from decision d where %s and d.id < :below"
                    + " order by d.id desc limit %d) x where %s order by x.id desc limit :limit";
    private static final String COUNT =
            "select count(*) from (select 1 from decision d where %s and d.id < :below limit %d) counted";

    private final Actor actor;
    private final boolean byTeam;
    private final CardCondition condition;

    Newest(Actor actor, CardFilter filter) {
        this.actor = actor;
        this.byTeam = filter.stage() != null && filter.stage() != Stage.PUBLISHED && !actor.seesEverything();
        this.condition = CardCondition.of(actor, filter).at(filter);
    }

    /** Of {@code :limit} at most, below {@code :below}. */
    String ids() {
        return gathered(IDS.formatted(one()));
    }

    /** The same of those among the first so many (of each team) whose titles have all of the words. */
    String ids(Words words, int walked) {
        return gathered(TITLED.formatted(one(), walked, words.all("x.title")));
    }

    /** How many there are below {@code :below}, counted as far as so many. */
    String count(int most) {
        return COUNT.formatted(condition.sql(), most);
    }

    /** The parameters of the filter. */
    Query bind(Query query) {
        return condition.bind(query);
    }

    /** The parameters of the filter, and whose teams are read one by one. */
    Query bindTeams(Query query) {
        return byTeam
                ? bind(query).setParameter("own", actor.memberships().keySet().toArray(Long[]::new))
                : bind(query);
    }

    private String one() {
        return byTeam ? condition.sql() + " and d.team_id = own.id" : condition.sql();
    }

    private String gathered(String each) {
        return byTeam ? "select n.id from " + OF_TEAMS + "(" + each + ") n order by n.id desc limit :limit" : each;
    }
}
