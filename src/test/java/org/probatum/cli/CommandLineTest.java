package org.probatum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.probatum.shared.Json;
import org.probatum.support.PackagedService;

/** The command line as it is shipped, against the service as it is shipped. */
class CommandLineTest {
    private static final Path DATA = Path.of("target", "packaged-command-line");
    private static final String SCOPED = """
            apiVersion: probatum/v1
            kind: Decision
            team: credit-risk
            category: MODEL
            title: Filed by command line
            productionImpact: NONE
            dataSensitivity: INTERNAL
            reversibility: EASY
            scope:
              outcomes: [{metric: auc, direction: HIGHER, target: 0.79, statement: Rank well}]
              constraints: [{statement: p99 at or below 30 ms, hard: true}]
              criteria: [{id: auc-test, metric: auc, dataset: a, split: test, direction: HIGHER,
                          margin: 0.01, tolerance: {absolute: 0.002}, seeds: 5}]
            """;
    private static final Map<String, String> BAD = bad();

    private static PackagedService service;
    private static Map<String, String> author;
    private static Map<String, String> auditor;
    private static String reviewer;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws SQLException {
        delete(DATA);
        service = PackagedService.started("probatum.data=" + DATA);
        try (Connection database = PackagedService.database(DATA)) {
            author = environment(PackagedService.token(database, "mira"));
            auditor = environment(PackagedService.token(database, "audra"));
            reviewer = PackagedService.token(database, "ivo");
        }
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void checks_as_the_service_does_word_for_word() throws IOException {
        List<String> words = new ArrayList<>(List.of("check", "--json"));
        for (Map.Entry<String, String> bad : BAD.entrySet()) {
            words.add(file(bad.getKey(), bad.getValue()).toString());
        }

        Told told = Told.packaged(Map.of(), words.toArray(String[]::new));

        assertThat(told.exit()).isEqualTo(1);
        int i = 0;
        for (Map.Entry<String, String> bad : BAD.entrySet()) {
            JsonNode offline = told.json().path("files").path(i++).path("violations");
            String type = bad.getKey().endsWith(".json") ? "application/json" : "application/yaml";
            JsonNode answer = Json.read(post(bad.getValue(), type), JsonNode.class);

            assertThat(offline).as(bad.getKey()).isNotEmpty().isEqualTo(answer.path("violations"));
        }
    }

    @Test
    void files_hands_in_and_waits_for_the_gate_that_somebody_else_opens() throws IOException {
        Path file = file("decision.yaml", SCOPED);

        Told filed = Told.packaged(author, "file", file.toString(), "--idempotency-key", "once", "--json");
        Told again = Told.packaged(author, "file", file.toString(), "--idempotency-key", "once");
        String key = filed.json().path("key").asText();

        assertThat(filed.exit()).isZero();
        assertThat(filed.json().path("address").asText()).isEqualTo(service.address() + "/decisions/" + key);
        assertThat(again).isEqualTo(new Told(0, key + "  " + service.address() + "/decisions/" + key + "\n", ""));

        assertThat(Told.packaged(author, "status", key)).satisfies(told -> {
            assertThat(told.exit()).isEqualTo(11);
            assertThat(told.out())
                    .startsWith(key + "  Scope, waits for its author\n")
                    .contains("  due ");
        });
        assertThat(Told.packaged(author, "submit", key)).isEqualTo(new Told(0, key + "  Scope, in review\n", ""));
        assertThat(Told.packaged(author, "submit", key)).satisfies(told -> {
            assertThat(told.exit()).isEqualTo(1);
            assertThat(told.err())
                    .contains("Not possible now", "is open already")
                    .hasLineCount(1);
        });
        assertThat(Told.packaged(author, "status", key, "--json")).satisfies(told -> {
            assertThat(told.exit()).isEqualTo(10);
            assertThat(told.json().path("openSeats")).isNotEmpty();
            assertThat(told.json().path("exit").asInt()).isEqualTo(10);
        });

        CompletableFuture<Told> waiting = CompletableFuture.supplyAsync(
                () -> Told.packaged(author, "status", key, "--wait", "2m", "--until", "options"));
        approve(key);

        assertThat(waiting.join()).satisfies(told -> {
            assertThat(told.exit()).isZero();
            assertThat(told.out())
                    .startsWith(key + "  Options, waits for its author\n")
                    .contains("  missing ");
        });
    }

    @Test
    void lists_what_a_gate_asks_for_one_a_line() throws IOException {
        Path file = file("short.yaml", SCOPED.substring(0, SCOPED.indexOf("scope:")));
        String key = Told.packaged(author, "file", file.toString(), "-q").out().split(" ", 2)[0];

        Told told = Told.packaged(author, "submit", key);
        Told json = Told.packaged(author, "submit", key, "--json");

        assertThat(told.exit()).isEqualTo(1);
        assertThat(told.out().lines())
                .anySatisfy(line -> assertThat(line).matches("scope\\.outcomes: .+; .+"))
                .anySatisfy(line -> assertThat(line).matches("scope\\.criteria: .+; .+"));
        assertThat(told.err()).contains("The Scope gate asks for more").hasLineCount(1);
        assertThat(json.exit()).isEqualTo(1);
        assertThat(json.json().path("type").asText()).isEqualTo("/problems/requirements-unmet");
        assertThat(json.json().path("violations"))
                .hasSize((int) told.out().lines().count());
    }

    @Test
    void places_what_only_the_service_can_know_in_the_file() throws IOException {
        Path file = file("nobody.yaml", SCOPED.replace("credit-risk", "nobodys"));

        Told told = Told.packaged(author, "file", file.toString());

        assertThat(told.exit()).isEqualTo(65);
        assertThat(told.err())
                .contains(file + ":3:7: you belong to no team \"nobodys\"; the short name of a team of yours");
    }

    @Test
    void tells_by_its_exit_code_where_a_decision_stands() throws SQLException {
        Map<String, Integer> exits = new LinkedHashMap<>();
        exits.put("stage = 'PUBLISHED' and validity in ('HOLDS', 'REAFFIRMED')", 0);
        exits.put("in_review", 10);
        exits.put("stage = 'OPTIONS' and not in_review", 11);
        exits.put("stage = 'REJECTED'", 13);
        exits.put("stage = 'DECLINED'", 13);
        exits.put("validity in ('QUESTIONED', 'REVOKED')", 14);
        for (Map.Entry<String, Integer> expected : exits.entrySet()) {
            String key = key(expected.getKey());

            Told told = Told.packaged(auditor, "status", key, "--quiet");

            assertThat(told.exit()).as(expected.getKey()).isEqualTo(expected.getValue());
            assertThat(told.out()).startsWith(key + "  ").hasLineCount(1);
        }
    }

    @Test
    void fetches_records_as_they_are_served() throws SQLException, IOException {
        String key = key("stage = 'PUBLISHED' and validity = 'HOLDS'");
        Path file = folder.resolve("record.html");

        assertThat(Told.packaged(auditor, "record", key).out())
                .startsWith("---\nstatus: accepted")
                .contains("\n# " + key, "\n## ");
        assertThat(Told.packaged(auditor, "record", key, "--format", "json")
                        .json()
                        .isObject())
                .isTrue();
        assertThat(Told.packaged(auditor, "record", key, "--format", "html", "-o", file.toString())
                        .exit())
                .isZero();
        assertThat(Files.readString(file)).contains("<html");
        assertThat(Told.packaged(auditor, "record", key("stage = 'OPTIONS'")).exit())
                .isEqualTo(66);
    }

    @Test
    void exports_everything_and_verifies_it_without_the_service() throws IOException, SQLException {
        Path file = folder.resolve("probatum.tar.gz");
        Path key = Files.writeString(
                folder.resolve("log.vkey"),
                service.call("GET", "/log/key", reviewer, "", "Accept", "*/*").body());
        Path kept = Files.writeString(
                folder.resolve("checkpoint"),
                service.call("GET", "/log/checkpoint", reviewer, "", "Accept", "*/*")
                        .body());

        assertThat(Told.packaged(author, "export", "-o", file.toString()).exit())
                .isEqualTo(77);
        assertThat(file).doesNotExist();
        assertThat(Told.packaged(auditor, "export", "-o", file.toString()).exit())
                .isZero();
        Told told = Told.packaged(
                Map.of(), "verify", file.toString(), "--key", key.toString(), "--checkpoint", kept.toString());

        assertThat(told.out()).startsWith("It holds\n").contains("kept checkpoint: the first", "holds records: ");
        assertThat(told.exit()).isZero();
        byte[] spoilt = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(spoilt, spoilt.length / 2));
        assertThat(Told.packaged(Map.of(), "verify", file.toString(), "--key", key.toString(), "-q"))
                .satisfies(cut -> assertThat(cut.exit()).isEqualTo(1))
                .satisfies(cut -> assertThat(cut.out()).contains("the archive is cut short"));
    }

    @Test
    void says_who_may_not_and_what_is_not_there() throws IOException {
        Path file = file("decision.yaml", SCOPED);

        Told auditors = Told.packaged(auditor, "file", file.toString());
        Told strangers = Told.packaged(environment("prb_unknownunknown"), "status", "CR-1", "--json");
        Told nothing = Told.packaged(author, "status", "CR-99999");

        assertThat(auditors.exit()).isIn(65, 77);
        assertThat(strangers.exit()).isEqualTo(77);
        assertThat(strangers.json().path("status").asInt()).isEqualTo(401);
        assertThat(strangers.out() + strangers.err()).doesNotContain("prb_unknownunknown");
        assertThat(nothing.exit()).isEqualTo(66);
        assertThat(nothing.err()).contains("CR-99999").hasLineCount(1);
    }

    @Test
    void starts_no_service_for_any_word_and_says_no_word_of_its_own() {
        Told unknown = Told.packaged(Map.of(), "serve");
        Told version = Told.packaged(Map.of(), "--version");

        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err())
                .contains("there is no command serve", "Usage: probatum")
                .doesNotContain("INFO", "WARN");
        assertThat(version.out()).matches("probatum [0-9].*\n");
        assertThat(version.err()).isEmpty();
    }

    @Test
    void writes_in_utf_8_whatever_the_locale() throws IOException {
        Path file = file("accent.yaml", SCOPED.replace("MODEL", "MODÈLE"));

        Told told = Told.packaged(Map.of("LC_ALL", "C"), "check", file.toString());

        assertThat(told.out()).contains("\"MODÈLE\" is not among");
    }

    private static Map<String, String> bad() {
        Map<String, String> bad = new LinkedHashMap<>();
        bad.put("word.yaml", SCOPED.replace("MODEL", "MODLE"));
        bad.put("key.yaml", SCOPED.replace("title:", "titel:"));
        bad.put("deep.yaml", SCOPED.replace("direction: HIGHER, target: 0.79", "direction: UP, target: high"));
        bad.put("type.yaml", SCOPED + "options: none\nselected: 7\n");
        bad.put("long.yaml", SCOPED.replace("Filed by", "Filed ".repeat(100)));
        bad.put("open.yaml", SCOPED + "tags: [a, b\n");
        bad.put("tab.yaml", SCOPED + "tags:\n\t- a\n");
        bad.put("twice.yaml", SCOPED + "title: Again\n");
        bad.put("alias.yaml", SCOPED + "tags: &a [x]\nselected: *a\n");
        bad.put("second.yaml", SCOPED + "---\nkind: Decision\n");
        bad.put("empty.yaml", "\n");
        bad.put("list.json", "[]");
        bad.put("comma.json", "{\"kind\": \"Decision\",}");
        bad.put("number.json", "{\"kind\": 01}");
        bad.put("wide.json", "{\"title\": \"\uD83D\uDE00\", \"category\": \"X\", \"kind\": null}");
        return bad;
    }

    private static Map<String, String> environment(String token) {
        return Map.of("PROBATUM_URL", service.address(), "PROBATUM_TOKEN", token);
    }

    private static String post(String body, String type) {
        return service.call("POST", "/api/v1/decisions", author.get("PROBATUM_TOKEN"), body, "Content-Type", type)
                .body();
    }

    private static void approve(String key) {
        String gate = "/api/v1/decisions/" + key + "/gates/scope";
        Object material = Json.read(service.call("GET", gate, reviewer, "").body(), Map.class)
                .get("material");
        String ballot = Json.write(Map.of("vote", "APPROVE", "comment", "Read it", "material", material));
        assertThat(service.call("POST", gate + "/reviews", reviewer, ballot).statusCode())
                .isEqualTo(201);
    }

    private static String key(String condition) throws SQLException {
        try (Connection database = PackagedService.database(DATA)) {
            return PackagedService.rows(
                            database, "select key from decision where " + condition + " order by id limit 1")
                    .get(0);
        }
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static void delete(Path folder) {
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
