package org.probatum.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.probatum.people.Secret;

/**
 * How long a candidate of each table takes over ten thousand past decisions: some are taken through their whole life over
 * HTTP, then copied with all their events and reviews. Run by {@code ./mvnw -Pbench verify -Dbench.main=org.probatum.bench.Backtests}.
 */
public final class Backtests {
    private static final int DECISIONS = 10_000;
    private static final double WANTED_SECONDS = 30;
    private static final int POLL_MILLIS = 100;
    private static final String[][] CHANGES = {
        {"intake-boundary", "IntakeBoundary", "list contains(tags, \"api-lifecycle\")", "list contains(tags, \"trees\")"
        },
        {"decision-tier", "DecisionTier", "<text>\"CRITICAL\"</text>", "<text>\"HIGH\"</text>"},
        {"gate-terms", "GateTerms", "<text>\"1 × REVIEWER", "<text>\"2 × REVIEWER"},
        {"risk-rating", "RiskRating", "<text>\"MEDIUM\"</text>", "<text>\"HIGH\"</text>"},
        {"requirement-policy", "RequirementPolicy", "<text>\"REQUIRED\"</text>", "<text>\"ADVISORY\"</text>"},
    };
    private static final String COPY = """
            create temp table copied as select b.id as old, nextval('decision_seq') as fresh, g
                from generate_series(1, %d) g
                join lateral (select id from decision where key not like 'ZZ-%%' order by id offset (g %% greatest(1,
                    (select count(*) from decision where key not like 'ZZ-%%'))) limit 1) b on true;
            insert into decision select (jsonb_populate_record(d, jsonb_build_object('id', c.fresh, 'key', 'ZZ-' || c.fresh,
                'task_id', null, 'category', (array['MODEL','DATA','FEATURES','TRAINING','EVALUATION','SERVING'])[1 + c.g %% 6],
                'production_impact', (array['NONE','INDIRECT','DIRECT'])[1 + c.g / 6 %% 3],
                'data_sensitivity', (array['PUBLIC','INTERNAL','PERSONAL','SPECIAL'])[1 + c.g / 18 %% 4]))).*
                from copied c join decision d on d.id = c.old;
            insert into decision_event select (jsonb_populate_record(e, jsonb_build_object(
                'id', nextval('decision_event_seq'), 'decision_id', c.fresh))).*
                from copied c join decision_event e on e.decision_id = c.old;
            insert into review select (jsonb_populate_record(r, jsonb_build_object(
                'id', nextval('review_seq'), 'decision_id', c.fresh))).*
                from copied c join review r on r.decision_id = c.old;
            analyze;
            """;

    private Backtests() {}

    public static void main(String... args) throws Exception {
        Settings settings = Settings.read();
        boolean met = true;
        try (Database database = Database.fresh(settings.data(), false);
                Service service = Service.start(settings, database.environment());
                Connection connection = database.connect("postgres")) {
            new Load(service, database, People.seat(connection, 2)).run("seed", 2, 10);
            try (Statement statement = connection.createStatement()) {
                statement.execute(COPY.formatted(DECISIONS));
            }
            String token = owner(connection);
            try (Wire wire = new Wire(service.port())) {
                for (String[] change : CHANGES) {
                    met &= measure(wire, connection, token, change);
                }
            }
        }
        System.exit(met ? 0 : 1);
    }

    private static boolean measure(Wire wire, Connection connection, String token, String[] change)
            throws IOException, SQLException, InterruptedException {
        String dmn = Files.readString(Path.of("processes", change[1] + ".dmn"));
        int rules = dmn.indexOf("<rule ");
        String candidate = dmn.substring(0, rules) + dmn.substring(rules).replace(change[2], change[3]);
        String versions = "/api/v1/policies/" + change[0] + "/versions";
        Wire.Answer kept =
                wire.call("POST", versions, token, "", "{\"why\":\"A candidate\",\"dmn\":" + quoted(candidate) + "}");
        String version = field(kept.body(), "version");
        long begun = System.nanoTime();
        Wire.Answer started = wire.call("POST", versions + "/" + version + "/backtests", token, "", "{\"all\":true}");
        String test = "/api/v1/policies/backtests/" + field(started.body(), "id");
        String body = wire.call("GET", test, token, "", null).body();
        while (body.contains("\"RUNNING\"")) {
            Thread.sleep(POLL_MILLIS);
            body = wire.call("GET", test, token, "", null).body();
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        boolean met = body.contains("\"DONE\"") && seconds <= WANTED_SECONDS;
        System.out.printf(
                Locale.ROOT,
                "bench: backtest of %-18s %6s decisions %7s flips %6.1f s  wanted ≤ %.0f s  %s%n",
                change[0],
                field(body, "done"),
                field(body, "flips"),
                seconds,
                WANTED_SECONDS,
                met ? "met" : "missed");
        return met;
    }

    private static String owner(Connection connection) throws SQLException {
        Secret secret = Secret.fresh("prb_");
        try (PreparedStatement insert = connection.prepareStatement("""
                with owner as (insert into person (id, username, name, email, platform_roles)
                    values (nextval('people_seq'), 'owner', 'Owner', 'owner@example.org', array['PLATFORM_OWNER']) returning id)
                insert into api_token (id, secret_hash, person_id, name, scopes, created_at, expires_at)
                select nextval('people_seq'), ?, id, 'bench', array['read','admin'], now(), now() + interval '1 day' from owner""")) {
            insert.setBytes(1, secret.hash());
            insert.executeUpdate();
        }
        return secret.words();
    }

    private static String field(String json, String name) {
        Matcher found = Pattern.compile("\"" + name + "\":\"?([^,\"}]+)").matcher(json);
        if (!found.find()) {
            throw new IllegalStateException("no " + name + " in " + json);
        }
        return found.group(1);
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
