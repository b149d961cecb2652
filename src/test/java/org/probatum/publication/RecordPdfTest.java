package org.probatum.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.probatum.decision.Gate;
import org.probatum.publication.web.RecordPrint;
import org.probatum.risk.web.Holding;
import org.probatum.shared.Json;
import org.probatum.support.Api;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Database;
import org.probatum.support.Deviating;
import org.probatum.support.Drafts;
import org.probatum.support.Pdf;
import org.probatum.support.Road;
import org.probatum.support.TestDatabase;
import org.probatum.support.Verdicting;

/** The record as a PDF: everything it says and draws, for whoever sees the pages and for whoever hears them. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordPdfTest {
    private static final String TITLE =
            "Rank by “trees” ≥ Ωmega, Жук ✓ ✕ ◐ 中 <img src=\"file:///etc/passwd\"/> url(http://127.0.0.1:9/x)";

    @Inject
    Casting casting;

    @Inject
    Verdicting verdicting;

    @Inject
    RecordPrint print;

    private Cast cast;
    private String key;
    private Response answer;
    private Pdf pdf;

    /** One decision for all: compared, its criteria changed, run again twice. */
    @BeforeEach
    void publish() {
        if (pdf != null) {
            return;
        }
        cast = casting.cast();
        ObjectNode decision = Drafts.decision(cast).put("title", TITLE);
        ((ObjectNode) decision.at("/options/1")).put("title", TITLE);
        key = Api.as(cast.author()).filed(decision);
        Road.attach(cast, key);
        Road.pass(cast, key, Gate.SCOPE);
        Deviating.approved(cast, key, 0.012);
        Road.compare(cast, key);
        Road.pass(cast, key, Gate.OPTIONS);
        Road.assess(cast, key);
        Road.pass(cast, key, Gate.TRADE_OFFS);
        verdicting.measured(key, Map.of("trees", 0.811));
        verdicting.measured(key, Map.of("trees-2", 0.8161));
        Road.pass(cast, key, Gate.VERIFICATION);
        Road.pass(cast, key, Gate.PUBLICATION);
        answer = fetched();
        pdf = new Pdf(answer.asByteArray());
    }

    @Test
    void is_offered_beside_the_other_formats() {
        answer.then()
                .statusCode(200)
                .contentType(equalTo("application/pdf"))
                .header("Vary", equalTo("Accept"))
                .header("Content-Disposition", equalTo("inline; filename=\"" + key + ".pdf\""));
        Response json = Api.as(cast.author()).get(key, "/record");
        assertThat(answer.header("ETag")).startsWith("W/" + json.header("ETag").replaceFirst("\"$", ""));
        Response linked = Api.as(cast.author()).request().accept("*/*").get("/log/" + key + ".pdf");
        assertThat(linked.asByteArray()).isEqualTo(answer.asByteArray());
        String page = Api.as(cast.author())
                .request()
                .accept("text/html")
                .get("/log/" + key)
                .asString();
        assertThat(page).contains("href=\"/log/" + key + ".pdf\" download>PDF</a>");
    }

    @Test
    void need_not_be_made_again_for_whoever_has_it() {
        Api.as(cast.author())
                .request()
                .accept("application/pdf")
                .header("If-None-Match", answer.header("ETag"))
                .get("/api/v1/decisions/" + key + "/record")
                .then()
                .statusCode(304);
    }

    @Test
    void is_the_same_bytes_each_time() {
        assertThat(fetched().asByteArray()).isEqualTo(answer.asByteArray());
    }

    @Test
    void holds_no_transaction_while_it_is_made() {
        CompletableFuture<?> made = CompletableFuture.allOf(
                CompletableFuture.runAsync(this::fetched), CompletableFuture.runAsync(this::fetched));

        do {
            assertThat(Database.value("select count(*) from pg_stat_activity where state like 'idle in transaction%'"
                            + " and usename = 'probatum' and now() - state_change > interval '50 ms'"))
                    .isEqualTo("0");
        } while (!made.isDone());
    }

    @Test
    void says_what_it_is() throws IOException {
        PDDocument document = pdf.document();
        PDDocumentCatalog catalog = document.getDocumentCatalog();
        Instant published =
                Instant.parse(Api.as(cast.author()).get(key, "/record").path("publishedAt"));

        assertThat(document.getDocumentInformation().getTitle()).isEqualTo(key + ": " + TITLE);
        assertThat(document.getDocumentInformation().getAuthor())
                .isEqualTo(Api.as(cast.author()).get(key, "/record").path("team"));
        assertThat(document.getDocumentInformation().getCreationDate().toInstant())
                .isEqualTo(published.truncatedTo(ChronoUnit.SECONDS));
        assertThat(catalog.getLanguage()).isEqualTo("en");
        assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
        assertThat(catalog.getMarkInfo().isMarked()).isTrue();
        assertThat(new String(catalog.getMetadata().toByteArray(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("<pdfuaid:part>1</pdfuaid:part>")
                .contains("<pdfaid:part>2</pdfaid:part>", "<pdfaid:conformance>A</pdfaid:conformance>")
                .contains("<xmp:CreateDate>" + published.truncatedTo(ChronoUnit.SECONDS) + "</xmp:CreateDate>");
    }

    @Test
    void has_its_letters_with_it() throws IOException {
        assertThat(pdf.fonts()).isNotEmpty().allSatisfy(font -> assertThat(font.isEmbedded())
                .as(font.getName())
                .isTrue());
        assertThat(pdf.images()).isZero();
    }

    @Test
    void can_be_read_without_being_seen() throws IOException {
        String spoken = TITLE.replace('中', '\uFFFD');
        assertThat(pdf.tags("H1")).extracting(Pdf.Tag::words).containsExactly(spoken);
        assertThat(pdf.tags("H2"))
                .extracting(Pdf.Tag::words)
                .containsExactly(
                        "Summary",
                        "Outcomes",
                        "Options",
                        "Run again",
                        "Rationale",
                        "Risks",
                        "Rollout and rollback",
                        "Follow-ups",
                        "Gates passed",
                        "The road it took",
                        "Evidence and seals");
        assertThat(pdf.tags("TH"))
                .extracting(Pdf.Tag::words)
                .contains("Threshold", "Security", "95 % interval", "inline:trees", "scope.criteria");
        assertThat(pdf.tags("TH")).extracting(Pdf.Tag::scope).containsOnly("Row", "Column");
        assertThat(pdf.tags("LI")).isNotEmpty();
        assertThat(pdf.text())
                .contains(spoken, "The margin was drawn from a run that had seen the test split")
                .contains("Two one-sided tests by Welch", "Measured; as it was before");
    }

    @Test
    void draws_what_was_compared_and_run_again_and_the_road_and_says_each_in_words() throws IOException {
        List<Pdf.Tag> figures = pdf.tags("Figure");

        assertThat(figures).allSatisfy(figure -> assertThat(figure.alternate()).isNotBlank());
        assertThat(figures)
                .extracting(Pdf.Tag::alternate)
                .anySatisfy(words -> assertThat(words).startsWith("What each option gains on the status quo in auc. "))
                .anySatisfy(words -> assertThat(words).startsWith("auc of each run, recorded and re-run. "))
                .anySatisfy(
                        words -> assertThat(words).startsWith("Difference of the means of auc, re-run less recorded."))
                .anySatisfy(words -> assertThat(words)
                        .startsWith("The process of a decision. ")
                        .endsWith("Strip 1 of 4, left to right."));
        assertThat(pdf.drawings()).isEqualTo(figures.size());
    }

    @Test
    void can_be_gone_through_by_its_outline_and_told_apart_on_every_page() throws IOException {
        assertThat(pdf.outline())
                .contains("  Summary", "    Context", "    Trade-offs", "  Gates passed", "    Publication gate");
        String text = pdf.text();
        String digest = Database.value("select digest from record where key = '" + key + "'");
        for (int page = 1; page <= pdf.pages(); page++) {
            assertThat(text).contains("Page " + page + " of " + pdf.pages());
        }
        assertThat(text.split(digest, -1).length - 1).isGreaterThanOrEqualTo(pdf.pages());
    }

    @Test
    @Timeout(60)
    void holds_a_large_record() throws IOException {
        Record large = new Record(1, 1, Json.read(large().toString(), RecordDocument.class), "");

        try (Pdf pages = new Pdf(print.of(large, Holding.Standing.UNQUESTIONED))) {
            assertThat(pages.pages()).isBetween(20, 80);
            assertThat(pages.text()).contains("inline:run-1-14", "the last word");
        }
    }

    /** Thirty runs, each run again, and texts as long as anybody writes. */
    private ObjectNode large() {
        ObjectNode record =
                Drafts.object(Api.as(cast.author()).get(key, "/record").asString());
        String words = "The quick brown fox jumps over the lazy dog; съешь же ещё этих мягких булок. ".repeat(100);
        ((ObjectNode) record.at("/material/summary"))
                .put("context", words + "x".repeat(900) + "\n\n" + words + "the last word");
        record.at("/material/tradeOffs").forEach(one -> ((ObjectNode) one).put("reason", words.substring(0, 1900)));
        ArrayNode runs = record.withArray("runs").removeAll();
        ObjectNode verdict = record.withArray("reproductions").get(0).deepCopy();
        ArrayNode verdicts = record.withArray("reproductions").removeAll();
        for (int option = 0; option < 2; option++) {
            ArrayNode cited = ((ArrayNode) record.at("/material/choice/options/" + option + "/runs")).removeAll();
            ArrayNode pairs = ((ArrayNode) verdict.at("/judgement/measures/0/pairs")).removeAll();
            for (int i = 0; i < 15; i++) {
                String name = "run-" + option + "-" + i;
                cited.add("inline:" + name);
                pairs.addObject()
                        .put("reference", "inline:" + name)
                        .put("recorded", 0.78 + i / 1000.0)
                        .put("rerun", 0.781);
                runs.addObject()
                        .put("name", name)
                        .put("digest", "sha256:" + "ab".repeat(32))
                        .putArray("metrics");
            }
            for (int i = 0; i < 15; i++) {
                ObjectNode one = verdict.deepCopy().put("run", "inline:run-" + option + "-" + i);
                ((ObjectNode) one.get("judgement"))
                        .put("reference", one.get("run").asText());
                verdicts.add(one);
            }
        }
        return record;
    }

    private Response fetched() {
        return Api.as(cast.author()).request().accept("application/pdf").get("/api/v1/decisions/" + key + "/record");
    }
}
