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
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.probatum.publication.Bundles;
import org.probatum.publication.Record;
import org.probatum.publication.Records;
import org.probatum.risk.web.Holding;
import org.probatum.risk.web.Holding.Standing;
import org.probatum.shared.Json;
import org.probatum.shared.Problem;

/**
 * A record in the formats programs take, tagged so that whoever has it need not fetch it again: its JSON with its digest, for ever;
 * what is set of it for reading with the digest and how often it was said since whether it holds, and weakly (RFC 9110, 8.8.1),
 * since a later release may set it better.
 */
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
    private final Holding holding;

    Renderings(Records records, RecordPrint print, Bundles bundles, Holding holding) {
        this.records = records;
        this.print = print;
        this.bundles = bundles;
        this.holding = holding;
    }

    /** The record as Markdown, under the headings of MADR. */
    @CheckedTemplate(basePath = "publication", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Madr(RecordView view, Standing standing) implements TemplateInstance {}

    /** The record itself; what was not published is not there. */
    Record record(String key) {
        return records.byKey(key).orElseThrow(() -> Problem.notFound("record " + key));
    }

    Response markdown(String key, Request request) {
        return answer(
                key,
                request,
                MARKDOWN_TEXT,
                (record, standing) -> set(record, standing, "md"),
                (record, standing) -> Objects.requireNonNull(new Madr(RecordView.of(record), standing).render()));
    }

    Response json(String key, Request request) {
        return answer(
                key,
                request,
                MediaType.APPLICATION_JSON_TYPE,
                (record, standing) -> new EntityTag(record.digest()),
                (record, standing) -> Json.write(record.document()));
    }

    /** The record as in-toto statement, in a DSSE envelope signed with the key the log has now, hence without a tag. */
    Response statement(String key) {
        Record record = record(key);
        return Response.ok(Json.write(bundles.attestation(record)), STATEMENT)
                .links(links(record, holding.of(key)))
                .build();
    }

    /** Read first and set then: nothing of the database is held while the pages are made. */
    Response pdf(String key, Request request) {
        Response answer =
                answer(key, request, PDF_PAGES, (record, standing) -> set(record, standing, "pdf"), print::of);
        return Response.fromResponse(answer)
                .header("Content-Disposition", "inline; filename=\"" + key + ".pdf\"")
                .build();
    }

    private Response answer(
            String key,
            Request request,
            MediaType type,
            BiFunction<Record, Standing, EntityTag> tagged,
            BiFunction<Record, Standing, Object> body) {
        Record record = record(key);
        Standing standing = holding.of(key);
        EntityTag tag = tagged.apply(record, standing);
        Response.ResponseBuilder known = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer = known == null ? Response.ok(body.apply(record, standing), type) : known;
        return answer.tag(tag).links(links(record, standing)).build();
    }

    private static EntityTag set(Record record, Standing standing, String format) {
        return new EntityTag(record.digest() + "." + standing.said().size() + "." + format, true);
    }

    /** What it took the place of, and what took its place since (RFC 5829): its JSON stays as it was published. */
    private static Link[] links(Record record, Standing standing) {
        List<String> before = record.document().material().summary().superseded();
        return Stream.concat(
                        before.stream().map(key -> link(key, "predecessor-version")),
                        standing.successor().stream().map(key -> link(key, "successor-version")))
                .toArray(Link[]::new);
    }

    private static Link link(String key, String relation) {
        return Link.fromUri("/log/" + key).rel(relation).build();
    }
}
