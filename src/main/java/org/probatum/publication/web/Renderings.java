package org.probatum.publication.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.probatum.publication.Bundles;
import org.probatum.publication.Record;
import org.probatum.publication.Records;
import org.probatum.shared.Json;
import org.probatum.shared.Problem;

/** A record in the formats programs take, each tagged with the record's digest: whoever has it need not fetch it again. */
@ApplicationScoped
public class Renderings {
    static final String MARKDOWN = "text/markdown";

    static final String PDF = "application/pdf";

    static final String IN_TOTO = "application/vnd.in-toto+json";

    static final MediaType STATEMENT = new MediaType("application", "vnd.in-toto+json");
    static final MediaType PDF_PAGES = new MediaType("application", "pdf");
    static final MediaType MARKDOWN_TEXT = new MediaType("text", "markdown", "UTF-8");

    private final Records records;
    private final RecordPrint print;
    private final Bundles bundles;

    Renderings(Records records, RecordPrint print, Bundles bundles) {
        this.records = records;
        this.print = print;
        this.bundles = bundles;
    }

    /** The record as Markdown, under the headings of MADR. */
    @CheckedTemplate(basePath = "publication", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Madr(RecordView view) implements TemplateInstance {}

    /** The record itself; what was not published is not there. */
    Record record(String key) {
        return records.byKey(key).orElseThrow(() -> Problem.notFound("record " + key));
    }

    Response markdown(String key, Request request) {
        return answer(
                key,
                request,
                MARKDOWN_TEXT,
                record -> Objects.requireNonNull(new Madr(RecordView.of(record)).render()));
    }

    Response json(String key, Request request) {
        return answer(key, request, MediaType.APPLICATION_JSON_TYPE, record -> Json.write(record.document()));
    }

    /** The record as in-toto statement, in a DSSE envelope signed with the key of the log. */
    Response statement(String key, Request request) {
        return answer(key, request, STATEMENT, record -> Json.write(bundles.attestation(record)));
    }

    /** Read first and set then: nothing of the database is held while the pages are made. */
    Response pdf(String key, Request request) {
        Response answer = answer(key, request, PDF_PAGES, print::of);
        return Response.fromResponse(answer)
                .header("Content-Disposition", "inline; filename=\"" + key + ".pdf\"")
                .build();
    }

    private Response answer(String key, Request request, MediaType type, Function<Record, Object> body) {
        Record record = record(key);
        EntityTag tag = new EntityTag(record.digest());
        Response.ResponseBuilder known = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer = known == null ? Response.ok(body.apply(record), type) : known;
        return answer.tag(tag).links(links(record)).header("Vary", "Accept").build();
    }

    /** What it took the place of, and what took its place since (RFC 5829): a record says as it was published for ever. */
    private Link[] links(Record record) {
        List<String> before = record.document().material().summary().superseded();
        return Stream.concat(
                        before.stream().map(key -> link(key, "predecessor-version")),
                        records.successor(record).stream().map(key -> link(key, "successor-version")))
                .toArray(Link[]::new);
    }

    private static Link link(String key, String relation) {
        return Link.fromUri("/log/" + key).rel(relation).build();
    }
}
