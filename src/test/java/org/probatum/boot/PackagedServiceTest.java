package org.probatum.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.probatum.decision.Stage;
import org.probatum.people.Secret;
import org.probatum.shared.Json;
import org.probatum.support.PackagedService;
import org.probatum.workflow.step.WaitStates;

/** The service as it is shipped, without any setting: one life of it, from its first start over a crash to the next. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PackagedServiceTest {
    private static final Path DATA = Path.of("target", "packaged-service");
    private static final String SETTING = "probatum.data=" + DATA;
    private static final List<String> ROAD = List.of("SCOPING", "SCOPING?", "OPTIONS");
    private static final int ACKNOWLEDGED = 40;

    private static PackagedService service;

    @BeforeAll
    static void start() {
        delete(DATA);
        service = PackagedService.started(SETTING);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @Order(1)
    void says_where_it_is_and_who_signs_in_and_nothing_of_its_libraries() {
        assertThat(service.output())
                .contains("Probatum is at  " + service.address(), "mira", "ivo", "dana", "audra", "paul")
                .contains("every password: probatum", "The demo has told the stories of 40 decisions")
                .doesNotContain("ENGINE-", "flyway", "EmbeddedPostgres", "WARN", "ERROR");
        assertThat(service.output().lines().filter(line -> line.contains(" INFO ")))
                .hasSizeLessThan(10);
    }

    @Test
    @Order(2)
    void tells_forty_decisions_of_three_teams_at_every_stage_and_outcome() throws SQLException {
        try (Connection database = PackagedService.database(DATA)) {
            assertThat(PackagedService.rows(database, "select count(*), count(distinct team_id) from decision"))
                    .containsExactly("40 3");
            assertThat(PackagedService.rows(database, "select distinct stage, in_review from decision"))
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(Stage.values())
                            .filter(stage -> stage != Stage.INTAKE)
                            .flatMap(stage ->
                                    stage.ended() ? Stream.of(stage + " f") : Stream.of(stage + " f", stage + " t"))
                            .toList());
            assertThat(disagreements(database)).isEmpty();
        }
    }

    @Test
    @Order(3)
    void lets_the_demo_accounts_in_by_their_password_alone() {
        for (String username : List.of("mira", "ivo", "dana", "audra", "paul")) {
            HttpResponse<String> inbox = service.signIn(username, "probatum");

            assertThat(inbox.statusCode()).as(username).isEqualTo(200);
            assertThat(inbox.uri().getPath()).doesNotContain("sign-in");
        }
        assertThat(service.signIn("mira", "guess").statusCode()).isEqualTo(401);
    }

    @Test
    @Order(4)
    void keeps_its_database_durable() throws SQLException {
        try (Connection database = PackagedService.database(DATA)) {
            assertThat(PackagedService.rows(
                            database,
                            "select name, setting from pg_settings"
                                    + " where name in ('fsync', 'synchronous_commit', 'full_page_writes') order by 1"))
                    .containsExactly("fsync on", "full_page_writes on", "synchronous_commit on");
        }
    }

    @Test
    @Order(5)
    void refuses_a_second_start_on_its_folder_in_one_line_and_goes_on() {
        PackagedService second = PackagedService.launch(SETTING);

        assertThat(second.exitCode()).isNotZero();
        assertThat(second.output().lines())
                .singleElement()
                .asString()
                .startsWith("Another Probatum is using")
                .contains("-Dprobatum.data=");
        assertThat(service.signIn("mira", "probatum").statusCode()).isEqualTo(200);
    }

    @Test
    @Order(6)
    void keeps_everything_over_a_restart_and_tells_no_story_twice() throws SQLException {
        String everything = "select md5(string_agg(d::text, '' order by id)) from decision d"
                + " union all select md5(string_agg(e::text, '' order by id)) from decision_event e"
                + " union all select md5(string_agg(r::text, '' order by key)) from record r"
                + " union all select md5(string_agg(p::text, '' order by id)) from person p";
        List<String> before;
        try (Connection database = PackagedService.database(DATA)) {
            before = PackagedService.rows(database, everything);
        }

        service.stop();
        service = PackagedService.started(SETTING);

        try (Connection database = PackagedService.database(DATA)) {
            assertThat(PackagedService.rows(database, everything)).isEqualTo(before);
        }
        assertThat(service.output()).doesNotContain("The demo has told");
        assertThat(service.signIn("mira", "probatum").statusCode()).isEqualTo(200);
    }

    @Test
    @Order(7)
    void has_everything_it_acknowledged_when_it_is_killed_under_load_and_started_again() throws Exception {
        String mira = token("mira");
        String ivo = token("ivo");
        Map<String, String> acknowledged = new ConcurrentHashMap<>();
        CountDownLatch enough = new CountDownLatch(ACKNOWLEDGED);
        List<CompletableFuture<Void>> load = Stream.generate(
                        () -> CompletableFuture.runAsync(() -> fileAndVote(mira, ivo, acknowledged, enough)))
                .limit(2)
                .toList();

        assertThat(enough.await(2, TimeUnit.MINUTES)).isTrue();
        service.kill();
        load.forEach(one -> one.exceptionally(gone -> null).join());
        service = PackagedService.started(SETTING);

        acknowledged.forEach((key, stage) -> {
            HttpResponse<String> decision = service.call("GET", "/api/v1/decisions/" + key, mira, "");
            assertThat(decision.statusCode()).as(key).isEqualTo(200);
            assertThat(ROAD.indexOf(stage(decision)))
                    .as("%s, acknowledged at %s", key, stage)
                    .isBetween(ROAD.indexOf(stage), ROAD.indexOf(stage) + 1);
        });
        try (Connection database = PackagedService.database(DATA)) {
            assertThat(disagreements(database)).isEmpty();
            assertThat(PackagedService.rows(database, """
                            select e.id_ from act_ru_execution e where e.parent_id_ is null and e.super_exec_ is null
                            and not exists (select from decision d where d.id::text = e.business_key_
                                and d.stage not in ('PUBLISHED', 'DECLINED', 'REJECTED', 'WITHDRAWN'))"""))
                    .as("processes of no open decision")
                    .isEmpty();
        }
    }

    /** Files decisions, hands them in and passes their first gate until the service is gone. */
    private static void fileAndVote(String author, String reviewer, Map<String, String> done, CountDownLatch enough) {
        while (true) {
            HttpResponse<String> filed = service.call("POST", "/api/v1/decisions", author, SCOPED);
            String key = Json.read(filed.body(), Map.class).get("key").toString();
            String address = "/api/v1/decisions/" + key;
            acknowledge(done, key, filed, enough);
            String tag = filed.headers().firstValue("ETag").orElseThrow();
            acknowledge(done, key, service.call("POST", address + "/submissions", author, "", "If-Match", tag), enough);
            Object material = Json.read(
                            service.call("GET", address + "/gates/scope", reviewer, "")
                                    .body(),
                            Map.class)
                    .get("material");
            String ballot = Json.write(Map.of("vote", "APPROVE", "comment", "Read it", "material", material));
            acknowledge(done, key, service.call("POST", address + "/gates/scope/reviews", reviewer, ballot), enough);
        }
    }

    private static void acknowledge(
            Map<String, String> done, String key, HttpResponse<String> answer, CountDownLatch enough) {
        if (answer.statusCode() != 201) {
            throw new AssertionError(answer.body());
        }
        done.put(key, stage(answer));
        enough.countDown();
    }

    private static String stage(HttpResponse<String> answer) {
        Map<?, ?> decision = Json.read(answer.body(), Map.class);
        return decision.get("stage") + (Boolean.TRUE.equals(decision.get("inReview")) ? "?" : "");
    }

    /** Open decisions whose process waits elsewhere than they stand, or nowhere. */
    private static List<String> disagreements(Connection database) throws SQLException {
        return PackagedService.rows(database, """
                        select d.key, d.stage, d.in_review, coalesce(c.act_id_, t.task_def_key_)
                        from decision d left join act_ru_task t on t.id_ = d.task_id
                        left join act_ru_execution p on p.id_ = t.proc_inst_id_
                        left join act_ru_execution c on c.id_ = p.super_exec_
                        where d.stage not in ('PUBLISHED', 'DECLINED', 'REJECTED', 'WITHDRAWN')""").stream()
                .filter(row -> {
                    String[] words = row.split(" ");
                    return !WaitStates.elementOf(Stage.valueOf(words[1]), words[2].equals("t"))
                            .equals(words[3]);
                })
                .toList();
    }

    private static String token(String username) throws SQLException {
        Secret secret = Secret.fresh("prb_");
        try (Connection database = PackagedService.database(DATA);
                Statement statement = database.createStatement()) {
            statement.execute("insert into api_token (id, secret_hash, person_id, name, scopes, created_at, expires_at)"
                    + " select -id, '\\x" + java.util.HexFormat.of().formatHex(secret.hash())
                    + "', id, 'load', '{read,file,review}', now(), now() + interval '1 day' from person"
                    + " where username = '" + username + "'");
        }
        return secret.words();
    }

    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As far as the scope gate asks. */
    private static final String SCOPED = """
            {"apiVersion": "probatum/v1", "kind": "Decision", "team": "credit-risk", "category": "MODEL",
             "title": "Filed under load", "productionImpact": "NONE", "dataSensitivity": "INTERNAL",
             "reversibility": "EASY", "scope": {
               "outcomes": [{"metric": "auc", "direction": "HIGHER", "target": 0.79, "statement": "Rank well"}],
               "constraints": [{"statement": "p99 at or below 30 ms", "hard": true}],
               "criteria": [{"id": "auc-test", "metric": "auc", "dataset": "a", "split": "test", "direction": "HIGHER",
                             "margin": 0.01, "tolerance": {"absolute": 0.002}, "seeds": 5}]}}""";
}
