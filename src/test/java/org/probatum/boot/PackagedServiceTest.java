package org.probatum.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.probatum.decision.Stage;
import org.probatum.log.note.Cosigner;
import org.probatum.support.Load;
import org.probatum.support.PackagedService;
import org.probatum.workflow.step.WaitStates;

/** The service as it is shipped, without any setting: one life of it, from its first start over a crash to the next. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PackagedServiceTest {
    private static final Path DATA = Path.of("target", "packaged-service");
    private static final String SETTING = "probatum.data=" + DATA;
    private static final String WITNESS = "probatum.log.witnesses=https://witness.invalid "
            + Cosigner.generate("witness.example").key().text();
    private static final int ACKNOWLEDGED = 40;

    private static PackagedService service;

    @BeforeAll
    static void start() {
        delete(DATA);
        service = PackagedService.started(SETTING, WITNESS);
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
                .contains("every password: probatum", "The demo has told the stories of 41 decisions")
                .doesNotContain("ENGINE-", "org.flywaydb", "EmbeddedPostgres", "WARN", "ERROR");
        assertThat(service.output().lines().filter(line -> line.contains(" INFO ")))
                .hasSizeLessThan(10);
    }

    @Test
    @Order(1)
    void shows_to_auditors_how_each_witness_stands() throws SQLException {
        String auditor;
        try (Connection database = PackagedService.database(DATA)) {
            auditor = PackagedService.token(database, "audra");
        }

        String page = service.call("GET", "/log/integrity", auditor, "", "Accept", "text/html")
                .body();

        assertThat(page).contains("Witnesses", "silent", "witness.example");
    }

    @Test
    @Order(2)
    void runs_the_demos_real_model_again_and_finds_what_it_started_after_a_crash() throws Exception {
        try (Connection database = PackagedService.database(DATA)) {
            eventually(database, "select count(*) > 0 from rerun where state = 'STARTED'");
        }

        service.kill();
        service = PackagedService.started(SETTING);

        try (Connection database = PackagedService.database(DATA)) {
            eventually(database, "select bool_and(state = 'OVER') from rerun");
            assertThat(PackagedService.rows(database, """
                            select d.stage, d.in_review, d.stopped, count(*), count(distinct r.run_id), string_agg(distinct v.verdict, ',')
                            from decision d join rerun r on r.decision_id = d.id join rerun_verdict v on v.rerun_id = r.id
                            join run on run.id = r.run_id where run.name like 'credit-gbm%' group by d.id order by d.id"""))
                    .containsExactly("VERIFICATION t f 5 5 BITWISE", "VERIFICATION f t 5 5 NOT_REPRODUCED");
            assertThat(PackagedService.rows(
                            database,
                            "select count(*), count(distinct rerun_id) from rerun_verdict where rerun_id is not null"))
                    .containsExactly("20 20");
        }
    }

    @Test
    @Order(3)
    void tells_decisions_of_three_teams_at_every_stage_and_outcome() throws SQLException {
        try (Connection database = PackagedService.database(DATA)) {
            assertThat(PackagedService.rows(database, "select count(*), count(distinct team_id) from decision"))
                    .containsExactly("43 3");
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
    @Order(4)
    void lets_the_demo_accounts_in_by_their_password_alone() {
        for (String username : List.of("mira", "ivo", "dana", "audra", "paul")) {
            HttpResponse<String> inbox = service.signIn(username, "probatum");

            assertThat(inbox.statusCode()).as(username).isEqualTo(200);
            assertThat(inbox.uri().getPath()).doesNotContain("sign-in");
        }
        assertThat(service.signIn("mira", "guess").statusCode()).isEqualTo(401);
    }

    @Test
    @Order(5)
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
    @Order(6)
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
    @Order(7)
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
    @Order(8)
    void has_everything_it_acknowledged_when_it_is_killed_under_load_and_started_again() throws Exception {
        Load load;
        try (Connection database = PackagedService.database(DATA)) {
            load = Load.of(service, database, ACKNOWLEDGED);
        }

        service.kill();
        load.ended();
        service = PackagedService.started(SETTING);

        load.isKeptBy(service);
        try (Connection database = PackagedService.database(DATA)) {
            assertThat(disagreements(database)).isEmpty();
            assertThat(PackagedService.rows(database, """
                            select e.id_ from act_ru_execution e join act_re_procdef p on p.id_ = e.proc_def_id_
                            where e.parent_id_ is null and e.super_exec_ is null and p.key_ = 'ExperimentDecision'
                            and not exists (select from decision d where d.id::text = e.business_key_
                                and d.stage not in ('PUBLISHED', 'DECLINED', 'REJECTED', 'WITHDRAWN'))"""))
                    .as("processes of no open decision")
                    .isEmpty();
        }
    }

    /** Open decisions whose process waits elsewhere than they stand, or nowhere. */
    private static List<String> disagreements(Connection database) throws SQLException {
        return PackagedService.rows(database, """
                        select d.key, d.stage, d.in_review, coalesce(c.act_id_, t.task_def_key_), d.stopped
                        from decision d left join act_ru_task t on t.id_ = d.task_id
                        left join act_ru_execution p on p.id_ = t.proc_inst_id_
                        left join act_ru_execution c on c.id_ = p.super_exec_
                        where d.stage not in ('PUBLISHED', 'DECLINED', 'REJECTED', 'WITHDRAWN')""").stream()
                .filter(row -> {
                    String[] words = row.split(" ");
                    return !(words[4].equals("t")
                                    ? "Task_RepairEvidence"
                                    : WaitStates.elementOf(Stage.valueOf(words[1]), words[2].equals("t")))
                            .equals(words[3]);
                })
                .toList();
    }

    private static void eventually(Connection database, String holds) throws SQLException, InterruptedException {
        for (int i = 0; i < 1_200; i++) {
            if (PackagedService.rows(database, holds).equals(List.of("t"))) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("not within two minutes: " + holds + "\n"
                + PackagedService.rows(database, "select run_id, state, words, ending from rerun order by id"));
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
}
