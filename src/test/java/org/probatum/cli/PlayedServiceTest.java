package org.probatum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers that the real service does not give, or not on demand: those of the deploy gate, of strangers, and none. */
class PlayedServiceTest {
    private static final String TOKEN = "prb_secretsecretsecret";
    private static final String DIGEST = "sha256:" + "ab".repeat(32);

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;
    private Map<String, String> environment;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
        environment = Map.of("PROBATUM_URL", address(), "PROBATUM_TOKEN", TOKEN);
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
    }

    @Test
    void admits_only_by_a_plain_yes() {
        answers("/api/v1/admissions", 200, """
                {"admitted": true, "reasons": [], "decision": "CR-42", "conditions": ["5 % of traffic"],
                 "expires": "2027-01-31T00:00:00Z", "attestation": {"payloadType": "application/vnd.in-toto+json"}}""");

        Told told = Told.here(environment, "admit", "--subject", DIGEST);
        Told json = Told.here(environment, "admit", "--subject", DIGEST, "--environment", "a b", "--json");

        assertThat(told)
                .isEqualTo(
                        new Told(0, "Admitted by CR-42 until 2027-01-31T00:00:00Z\ncondition: 5 % of traffic\n", ""));
        assertThat(json.json().at("/attestation/payloadType").asText()).isEqualTo("application/vnd.in-toto+json");
        assertThat(Told.here(environment, "admit", "--subject", DIGEST, "-q")).isEqualTo(new Told(0, "", ""));
        assertThat(asked.get(0))
                .isEqualTo("GET /api/v1/admissions?subject=sha256%3A" + "ab".repeat(32)
                        + "&environment=production Bearer " + TOKEN);
        assertThat(asked.get(1)).contains("&environment=a+b ");
    }

    @Test
    void denies_with_every_reason() {
        answers("/api/v1/admissions", 200, """
                {"admitted": false, "reasons": ["CR-42 is questioned", "it expired"], "decision": "CR-42"}""");

        Told told = Told.here(environment, "admit", "--subject", DIGEST, "--quiet");

        assertThat(told).isEqualTo(new Told(1, "Not admitted by CR-42\n  CR-42 is questioned\n  it expired\n", ""));
    }

    @Test
    void takes_nothing_else_for_a_yes() {
        for (String body :
                List.of("{\"admitted\": \"true\"}", "{\"admitted\": 1}", "{}", "[true]", "true", "", "<html>")) {
            answers("/api/v1/admissions", 200, body);

            assertThat(Told.here(environment, "admit", "--subject", DIGEST).exit())
                    .as(body)
                    .isEqualTo(76);
        }
        for (int status : new int[] {401, 403, 404, 500, 503}) {
            answers("/api/v1/admissions", status, "{\"admitted\": true}");

            assertThat(Told.here(environment, "admit", "--subject", DIGEST).exit())
                    .as("%d", status)
                    .isGreaterThanOrEqualTo(64);
        }
    }

    @Test
    void tells_a_redirect_and_does_not_follow_it_with_the_token() {
        server.createContext("/api", exchange -> {
            noted(exchange);
            exchange.getResponseHeaders().set("Location", address() + "/elsewhere?t=" + TOKEN);
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        answers("/elsewhere", 200, "{\"admitted\": true}");

        Told told = Told.here(environment, "admit", "--subject", DIGEST);

        assertThat(told.exit()).isEqualTo(76);
        assertThat(told.err())
                .contains("sends elsewhere", address() + "/elsewhere", "the token was not sent there")
                .doesNotContain(TOKEN);
        assertThat(asked).hasSize(1);
    }

    @Test
    void gives_up_on_a_service_that_answers_too_slowly_or_only_begins_to() {
        server.createContext("/api/v1/decisions/CR-1", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            wait(over);
        });
        server.createContext("/api/v1/decisions/CR-2", exchange -> wait(over));

        for (String key : List.of("CR-1", "CR-2")) {
            Told told = Told.here(environment, "status", key, "--timeout", "1s");

            assertThat(told.exit()).isEqualTo(69);
            assertThat(told.err()).contains("did not answer in time", "longer than 1s", "--timeout");
        }
    }

    @Test
    void says_that_nobody_is_there() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        Map<String, String> nobody = Map.of("PROBATUM_URL", "http://127.0.0.1:" + free, "PROBATUM_TOKEN", TOKEN);

        Told told = Told.here(nobody, "status", "CR-1");
        Told json = Told.here(nobody, "status", "CR-1", "--json");

        assertThat(told.exit()).isEqualTo(69);
        assertThat(told.err()).contains("cannot be reached", "127.0.0.1:" + free, "nothing listens there");
        assertThat(json.json().path("type").asText()).isEqualTo("/problems/unavailable");
        assertThat(json.json().path("exit").asInt()).isEqualTo(69);
        assertThat(json.err()).isEmpty();
    }

    @Test
    void says_that_a_name_leads_nowhere_and_when_the_token_can_be_read_on_its_way() {
        Map<String, String> open = Map.of("PROBATUM_URL", "http://probatum.invalid", "PROBATUM_TOKEN", TOKEN);
        Map<String, String> closed = Map.of("PROBATUM_URL", "https://probatum.invalid", "PROBATUM_TOKEN", TOKEN);

        assertThat(Told.here(open, "status", "CR-1").err())
                .contains("travels unencrypted to http://probatum.invalid", "nobody knows that name");
        assertThat(Told.here(closed, "status", "CR-1").err()).doesNotContain("unencrypted");
        assertThat(Told.here(environment, "status", "CR-1").err()).doesNotContain("unencrypted");
    }

    @Test
    void never_prints_the_token_whatever_is_wrong_with_it_or_said_of_it() {
        answers("/api", 403, "{\"title\": \"No\", \"detail\": \"not " + TOKEN + " \\u001b[2J\"}");
        for (Map<String, String> wrong : List.of(
                environment,
                Map.of("PROBATUM_URL", address(), "PROBATUM_TOKEN", TOKEN + "\nX-Evil: 1"),
                Map.of("PROBATUM_URL", address(), "PROBATUM_TOKEN", TOKEN + "é"),
                Map.of("PROBATUM_URL", "https://me:" + TOKEN + "@localhost", "PROBATUM_TOKEN", "x"),
                Map.of("PROBATUM_URL", "ht tp://" + TOKEN, "PROBATUM_TOKEN", "x"))) {
            for (String form : List.of("--json", "--quiet")) {
                Told told = Told.here(wrong, "status", "CR-1", form);

                assertThat(told.exit()).isIn(77, 78);
                assertThat(told.out() + told.err())
                        .doesNotContain(TOKEN, "\u001b")
                        .isNotBlank();
            }
        }
    }

    @Test
    void asks_for_the_settings_it_has_not() {
        assertThat(Told.here(Map.of(), "submit", "CR-1").err()).contains("PROBATUM_URL", "--url");
        assertThat(Told.here(Map.of("PROBATUM_URL", address()), "submit", "CR-1")
                        .err())
                .contains("PROBATUM_TOKEN", "--token-file");
        for (String none : List.of("probatum.example.org", "ftp://localhost", "http://localhost:99999")) {
            assertThat(Told.here(Map.of("PROBATUM_URL", none), "submit", "CR-1"))
                    .satisfies(told -> assertThat(told.exit()).isEqualTo(78))
                    .satisfies(told -> assertThat(told.err()).contains("begins with https://"));
        }
        assertThat(Told.here(Map.of("PROBATUM_URL", "HTTPS://localhost"), "submit", "CR-1")
                        .err())
                .contains("PROBATUM_TOKEN");
    }

    @Test
    void takes_address_and_token_from_the_command_line(@TempDir Path folder) throws IOException {
        answers("/below/api/v1/admissions", 200, "{\"admitted\": true}");
        Path token = Files.writeString(folder.resolve("token"), "prb_other\n");

        Told told = Told.here(
                Map.of(),
                "--url",
                address() + "/below/",
                "--token-file",
                token.toString(),
                "admit",
                "--subject",
                DIGEST);

        assertThat(told).isEqualTo(new Told(0, "Admitted\n", ""));
        assertThat(asked.get(0)).endsWith("Bearer prb_other");
    }

    /** Cut off by who sends it, by something on the way, and by nothing more coming: each time nothing is left. */
    @Test
    void keeps_nothing_of_an_export_that_did_not_arrive_whole(@TempDir Path folder) throws IOException {
        java.io.ByteArrayOutputStream packed = new java.io.ByteArrayOutputStream();
        try (var out = new java.util.zip.GZIPOutputStream(packed)) {
            out.write(new byte[100_000]);
        }
        byte[] whole = packed.toByteArray();
        List<String> how = new CopyOnWriteArrayList<>(List.of("whole", "cut", "broken", "silent"));
        server.createContext("/api/v1/export", exchange -> {
            String today = how.remove(0);
            int sent = today.equals("whole") ? whole.length : whole.length / 2;
            exchange.sendResponseHeaders(200, today.equals("broken") ? whole.length : 0);
            exchange.getResponseBody().write(whole, 0, sent);
            exchange.getResponseBody().flush();
            if (today.equals("silent")) {
                wait(over);
            }
            exchange.close();
        });
        Path file = folder.resolve("probatum.tar.gz");
        String[] words = {"export", "-o", file.toString(), "--timeout", "1s"};

        Told told = Told.here(environment, words);

        assertThat(told).isEqualTo(new Told(0, file + "  " + whole.length + " bytes\n", ""));
        assertThat(Files.readAllBytes(file)).isEqualTo(whole);
        Files.delete(file);
        for (String said : List.of("did not arrive whole", "cannot be reached", "did not answer in time")) {
            Told failed = Told.here(environment, words);

            assertThat(failed.exit()).as(said).isEqualTo(69);
            assertThat(failed.err()).contains(said);
            assertThat(folder).isEmptyDirectory();
        }
        for (String nowhere : List.of(folder + "/none/x", folder.toString())) {
            assertThat(Told.here(environment, "export", "-o", nowhere).exit()).isEqualTo(73);
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void passes_on_why_there_is_no_export(@TempDir Path folder) {
        answers("/api/v1/export", 403, "{\"title\": \"Not allowed\", \"detail\": \"auditors take it away\"}");

        Told told = Told.here(environment, "export", "-o", folder.resolve("x").toString());

        assertThat(told.exit()).isEqualTo(77);
        assertThat(told.err()).contains("auditors take it away");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void fetches_what_is_asked_for_byte_by_byte(@TempDir Path folder) throws IOException {
        answers("/api/v1/decisions/CR-1/bundle", 200, "{\"events\": []}\n");
        answers("/api/v1/decisions/CR-1/record", 200, "%PDF-\u0000");
        Path file = folder.resolve("record.pdf");

        assertThat(Told.here(environment, "bundle", "CR-1").out()).isEqualTo("{\"events\": []}\n");
        Told told = Told.here(environment, "record", "CR-1", "--format", "pdf", "-o", file.toString(), "--json");

        assertThat(Files.readString(file)).isEqualTo("%PDF-\u0000");
        assertThat(told.json().path("bytes").asInt()).isEqualTo(6);
        assertThat(asked).last().asString().contains("application/pdf");
        assertThat(Told.here(environment, "record", "CR-1", "-o", folder + "/none/x")
                        .exit())
                .isEqualTo(73);
    }

    @Test
    void waits_through_a_service_that_is_away_for_a_moment() {
        List<Integer> statuses = new CopyOnWriteArrayList<>(List.of(200, 503, 200));
        server.createContext("/api/v1/decisions/CR-1", exchange -> {
            int status = statuses.remove(0);
            String review = statuses.isEmpty() ? "false" : "true";
            send(exchange, status, "{\"key\": \"CR-1\", \"stage\": \"SCOPING\", \"inReview\": " + review + "}");
        });

        Told told = Told.here(environment, "status", "CR-1", "--wait", "1m");

        assertThat(told.exit()).isEqualTo(11);
        assertThat(told.err()).contains("still waiting");
        assertThat(told.out()).startsWith("CR-1  Scope, waits for its author");
    }

    @Test
    void waits_no_longer_than_it_is_told_to() {
        answers("/api", 200, "{\"key\": \"CR-1\", \"stage\": \"SCOPING\", \"inReview\": true}");

        assertThat(Told.here(environment, "status", "CR-1", "--wait", "1s").exit())
                .isEqualTo(10);
    }

    private void answers(String path, int status, String body) {
        try {
            server.removeContext(path);
        } catch (IllegalArgumentException e) {
            // There was none yet.
        }
        server.createContext(path, exchange -> {
            noted(exchange);
            send(exchange, status, body);
        });
    }

    private void noted(HttpExchange exchange) {
        String accept = exchange.getRequestHeaders().getFirst("Accept");
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI()
                + ("application/json".equals(accept) ? "" : " " + accept) + " "
                + exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static void wait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }
}
