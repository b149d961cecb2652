package org.probatum.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probatum.decision.Gate;
import org.probatum.support.Calls;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Player;
import org.probatum.support.Road;
import org.probatum.support.Route;
import org.probatum.support.Stored;
import org.probatum.support.TestDatabase;

/** Ten megabytes, announced or not, to every route that takes a body: answered, not read, not stored. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class LargeBodyTest {
    private static final int TEN_MEGABYTES = 10 * 1024 * 1024;
    private static final byte[] CHUNK = new byte[64 * 1024];

    @Inject
    Casting casting;

    @TestHTTPResource
    URI service;

    private Cast cast;
    private Calls calls;
    private Stored before;

    @BeforeEach
    void seat() {
        cast = casting.cast();
        calls = new Calls(cast, Road.at(cast, Gate.SCOPE));
        before = Stored.now();
    }

    @AfterEach
    void nothingIsStored() {
        assertThat(Stored.now()).isEqualTo(before);
    }

    @Test
    void is_answered_before_it_is_sent() throws IOException {
        for (Route route : Route.table()) {
            if (route.changes()) {
                String answer = exchange(route, "Content-Length: " + TEN_MEGABYTES + "\r\n", 0);

                requireRefusal(route, answer);
            }
        }
    }

    @Test
    void is_answered_when_nobody_said_how_large_it_is() throws IOException {
        for (Route route : Route.table()) {
            if (route.changes() && !route.sample().isEmpty()) {
                String answer = exchange(route, "Transfer-Encoding: chunked\r\n", TEN_MEGABYTES);

                if (route.ofApi()) {
                    requireRefusal(route, answer);
                } else {
                    assertThat(answer)
                            .as(route.words())
                            .startsWith("HTTP/1.1 413 ")
                            .doesNotContain("Exception");
                }
            }
        }
    }

    @Test
    void is_read_when_it_is_small_though_nobody_said_how_small() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(service.resolve("/api/v1/decisions"))
                .header("Authorization", "Bearer " + cast.author().token())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream("{\"kind\": 1}".getBytes(StandardCharsets.UTF_8))))
                .build();

        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("/kind");
    }

    @Test
    void leaves_the_service_answering() {
        for (String path : List.of("/api/v1/inbox", "/decisions/new")) {
            assertThat(Calls.request(cast.author()).get(path).statusCode()).isEqualTo(200);
        }
    }

    private static void requireRefusal(Route route, String answer) {
        assertThat(answer).as(route.words()).startsWith("HTTP/1.1 413 ");
        assertThat(answer).as(route.words()).contains("1 MB").doesNotContain("Exception");
        if (route.ofApi()) {
            assertThat(answer).as(route.words()).contains("application/problem+json", "/problems/too-large");
        } else {
            assertThat(answer).as(route.words()).contains("text/html");
        }
    }

    /** Sends the head and as much of the body in chunks as is taken, and gives all that is answered. */
    private String exchange(Route route, String length, int body) throws IOException {
        Player player = route.who().contains("admin") ? cast.administrator() : cast.author();
        String head = route.method() + " " + calls.path(route) + " HTTP/1.1\r\nHost: localhost\r\n" + length
                + "Authorization: Bearer " + player.token() + "\r\nCookie: probatum-csrf=" + Calls.CSRF
                + "\r\nIf-Match: \"1\"\r\nContent-Type: "
                + (route.ofApi() ? "application/json" : "application/x-www-form-urlencoded") + "\r\n\r\n";
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            pour(out, body);
            return answer(socket.getInputStream());
        }
    }

    private static void pour(OutputStream out, int body) {
        try {
            for (int sent = 0; sent < body; sent += CHUNK.length) {
                out.write((Integer.toHexString(CHUNK.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                out.write("x".repeat(CHUNK.length).getBytes(StandardCharsets.US_ASCII));
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                out.flush();
            }
        } catch (IOException refusedMidway) {
            // The answer is there already; nothing more is read.
        }
    }

    /** Reads until there is a whole answer: its head, and as many bytes as it says. */
    private static String answer(InputStream in) throws IOException {
        StringBuilder answer = new StringBuilder();
        byte[] buffer = new byte[8192];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            answer.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
            int end = answer.indexOf("\r\n\r\n");
            java.util.regex.Matcher length = java.util.regex.Pattern.compile("(?i)content-length: (\\d+)")
                    .matcher(answer);
            if (end >= 0 && length.find() && answer.length() >= end + 4 + Integer.parseInt(length.group(1))) {
                break;
            }
        }
        return answer.toString();
    }
}
