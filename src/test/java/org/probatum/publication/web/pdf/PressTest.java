package org.probatum.publication.web.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.probatum.shared.Problem;
import org.probatum.support.Pdf;

/** Pages set as PDF: readable for everybody, the same each time, and nothing fetched for them. */
class PressTest {
    private static final Imprint IMPRINT =
            new Imprint(Instant.parse("2026-11-26T10:00:00.123Z"), "sha256:" + "fedcba9876543210".repeat(4));

    private final Press press = new Press();

    @Test
    void fetches_nothing_whatever_the_page_names(@TempDir Path folder) throws Exception {
        AtomicInteger calls = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            calls.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        Path image = folder.resolve("image.png");
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", image.toFile());
        Path words = Files.writeString(folder.resolve("words.css"), "p:after { content: 'out of a file' }");
        try {
            for (String address : List.of(
                    "http://127.0.0.1:" + server.getAddress().getPort() + "/x",
                    image.toUri().toString(),
                    "file:" + image,
                    words.toUri().toString(),
                    "jar:" + words.toUri() + "!/x",
                    "classpath:/fonts/DejaVuSans.ttf",
                    "data:image/png;base64,iVBORw0KGgo=")) {
                try (Pdf pdf = new Pdf(press.print(grasping(address), IMPRINT))) {
                    assertThat(pdf.images()).as(address).isZero();
                    assertThat(pdf.text()).as(address).contains("What is here").doesNotContain("out of a file");
                }
            }
        } finally {
            server.stop(0);
        }
        assertThat(calls).hasValue(0);
    }

    @Test
    void takes_no_document_type_and_so_no_entity() {
        String page = "<!DOCTYPE html [<!ENTITY secret SYSTEM \"file:///etc/passwd\">]>" + page("<p>&secret;</p>");

        assertThatThrownBy(() -> press.print(page, IMPRINT)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void runs_no_script_of_a_picture() throws IOException {
        String picture =
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\" onload=\"nothing()\"><title>A</title>"
                        + "<script type=\"text/ecmascript\">throw 1</script><rect width=\"9\" height=\"9\"/></svg>";

        try (Pdf pdf = new Pdf(press.print(page(picture + "<p>after it</p>"), IMPRINT))) {
            assertThat(pdf.text()).contains("after it");
        }
    }

    @Test
    void shows_a_sign_for_what_no_letter_is_there_for() throws IOException {
        String letters = "Latin Åéß, Ελληνικά, Кириллица, ✓ ✕ ◐ ● ○ ≥ ≤ − ± × … – “ ” ‘ ’ · → №, affine final fluff";

        try (Pdf pdf =
                new Pdf(press.print(page("<p>" + letters + "</p><p>[中文\uD83E\uDDE0\u0001\uD800]</p>"), IMPRINT))) {
            String text = pdf.text();
            assertThat(text).contains(letters);
            assertThat(text).contains("[\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD]");
        }
    }

    @Test
    void gives_the_same_bytes_for_the_same_page_even_when_many_are_set_at_once() throws Exception {
        String page = page("<h2>A</h2><p>one, <i>two</i>, <b>three</b> ✕</p>" + plot());
        byte[] first = press.print(page, IMPRINT);
        ExecutorService many = Executors.newFixedThreadPool(4);
        try {
            List<Callable<byte[]>> jobs = IntStream.range(0, 12)
                    .<Callable<byte[]>>mapToObj(i -> () -> press.print(page, IMPRINT))
                    .toList();
            for (Future<byte[]> job : many.invokeAll(jobs)) {
                assertThat(job.get()).isEqualTo(first);
            }
        } finally {
            many.shutdown();
        }
        assertThat(press.print(page, new Imprint(IMPRINT.at(), "sha256:" + "0123456789abcdef".repeat(4))))
                .isNotEqualTo(first);
    }

    @Test
    void lets_few_wait_so_that_others_are_answered_meanwhile() throws Exception {
        String page = page("<p>" + "word ".repeat(20_000) + "</p>");
        ExecutorService many = Executors.newFixedThreadPool(12);
        try {
            List<Callable<byte[]>> jobs = IntStream.range(0, 12)
                    .<Callable<byte[]>>mapToObj(i -> () -> press.print(page, IMPRINT))
                    .toList();
            List<Integer> refused = new ArrayList<>();
            for (Future<byte[]> job : many.invokeAll(jobs)) {
                try {
                    job.get();
                } catch (ExecutionException e) {
                    refused.add(((Problem) e.getCause()).status());
                }
            }
            assertThat(refused).hasSizeBetween(1, 8).containsOnly(503);
        } finally {
            many.shutdown();
        }
    }

    @Test
    @Timeout(60)
    void sets_words_without_end_and_lines_without_a_break() throws IOException {
        String page = page("<p>" + "all work and no play ".repeat(20_000) + "</p><p>" + "x".repeat(20_000)
                + "</p><table><tbody>" + "<tr><td>a</td><td>word</td></tr>".repeat(2_000) + "</tbody></table>");

        try (Pdf pdf = new Pdf(press.print(page, IMPRINT))) {
            assertThat(pdf.pages()).isGreaterThan(100);
        }
    }

    @Test
    void cuts_a_picture_that_is_too_wide_into_strips_that_say_which_they_are() throws IOException {
        String wide = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 3000 300\"><title>The road</title>"
                + "<desc>From here to there</desc><rect width=\"3000\" height=\"300\"/></svg>";

        try (Pdf pdf = new Pdf(press.print(page(wide), IMPRINT))) {
            assertThat(pdf.tags("Figure"))
                    .extracting(Pdf.Tag::alternate)
                    .hasSize(4)
                    .startsWith("The road. From here to there. Strip 1 of 4, left to right.")
                    .endsWith("The road. From here to there. Strip 4 of 4, left to right.");
        }
    }

    private static String grasping(String address) {
        return page("<p>What is here</p><link rel=\"stylesheet\" href=\"" + address + "\"/><style>@import url("
                + address
                + "); @font-face { font-family: x; src: url(" + address + "); } body { background: url(" + address
                + "); } li { list-style-image: url(" + address + "); } p { font-family: x }</style><img src=\""
                + address
                + "\" alt=\"\"/><ul><li>one</li></ul><object data=\"" + address + "\" type=\"image/png\"></object>"
                + "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 9 9\">"
                + "<title>A</title><style>@import url(" + address + ");</style><image xlink:href=\"" + address
                + "\" width=\"9\" height=\"9\"/><use xlink:href=\"" + address + "#a\"/></svg><iframe src=\"" + address
                + "\"></iframe><script src=\"" + address + "\"></script>");
    }

    private static String plot() {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"plot\" viewBox=\"0 0 860 100\"><title>A plot</title>"
                + "<text x=\"9\" y=\"9\">words ✕ 中</text><path class=\"run s1\" d=\"M1 1h9v9z\"/></svg>";
    }

    private static String page(String body) {
        return "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\"><head><title>A page</title></head><body>"
                + body + "</body></html>";
    }
}
