package org.probatum.policy.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probatum.people.Access;
import org.probatum.people.Visit;
import org.probatum.policy.CheckTable;
import org.probatum.policy.Column;
import org.probatum.policy.Flaw;
import org.probatum.policy.PolicyVersion;
import org.probatum.policy.PolicyVersions;
import org.probatum.policy.Table;
import org.probatum.policy.UploadVersion;
import org.probatum.shared.Problem;
import org.probatum.shared.web.Filled;
import org.probatum.shared.web.Input;
import org.probatum.shared.web.Once;
import org.probatum.shared.web.Sent;

/** The five tables: which version of each is in force, what it says, and its history; platform owners upload here. */
@Path("/policies")
@Produces(MediaType.TEXT_HTML)
public class PoliciesPage {
    private final PolicyVersions versions;
    private final CheckTable checkTable;
    private final UploadVersion uploadVersion;
    private final Input input;
    private final Once once;
    private final Visit visit;

    PoliciesPage(
            PolicyVersions versions,
            CheckTable checkTable,
            UploadVersion uploadVersion,
            Input input,
            Once once,
            Visit visit) {
        this.versions = versions;
        this.checkTable = checkTable;
        this.uploadVersion = uploadVersion;
        this.input = input;
        this.once = once;
        this.visit = visit;
    }

    /** A new version as a form sends it. */
    record Upload(String dmn, String why) {}

    /** A table and what is in force of it. */
    record Line(Table table, PolicyVersions.Span inForce, String asks, String answers) {}

    /** All tables. */
    @CheckedTemplate(basePath = "policy", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Overview(List<Line> lines, List<PolicyVersions.Span> changes) implements TemplateInstance {}

    /** A refused upload as far as it could be read. */
    record Refused(@Nullable GridView view, List<Flaw> flaws) {}

    /** One table. */
    @CheckedTemplate(basePath = "policy", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record TableSheet(
            Table table,
            PolicyVersions.Span inForce,
            GridView view,
            List<PolicyVersions.Entry> history,
            List<PolicyVersions.Span> spans,
            PolicyVersions.@Nullable Waiting waiting,
            boolean keeping,
            Filled form,
            @Nullable Refused refused,
            String nonce)
            implements TemplateInstance {}

    @GET
    @RolesAllowed(Access.READ)
    public TemplateInstance overview() {
        List<PolicyVersions.Span> spans = versions.spans();
        List<Line> lines = Arrays.stream(Table.values())
                .map(table -> new Line(table, newest(spans, table), names(table.inputs()), names(table.outputs())))
                .toList();
        List<PolicyVersions.Span> changes = new ArrayList<>(spans);
        Collections.reverse(changes);
        return new Overview(lines, changes.subList(0, Math.min(20, changes.size())));
    }

    @GET
    @Path("{table}")
    @RolesAllowed(Access.READ)
    public TemplateInstance table(@PathParam("table") String slug) {
        return sheet(PolicyAnswers.table(slug), Filled.BLANK, null);
    }

    @POST
    @Path("{table}/versions")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Access.ADMIN)
    public Response upload(@PathParam("table") String slug, MultivaluedMap<String, String> sent) {
        Table table = PolicyAnswers.table(slug);
        try {
            Upload upload = input.form(sent, "requests-1", "policy-version", Upload.class);
            Once.Answer answer =
                    once.answer(visit.actor().id(), Sent.once(sent), "upload " + slug + " " + upload, () -> {
                        PolicyVersion version = PolicyAnswers.kept(
                                uploadVersion.upload(visit.actor(), table, upload.dmn(), upload.why()));
                        return Sent.done("/policies/" + slug + "/versions/" + version.number());
                    });
            return Response.seeOther(URI.create(Objects.requireNonNull(answer.location())))
                    .build();
        } catch (Problem refusal) {
            String dmn = Objects.requireNonNullElse(sent.getFirst("/dmn"), "");
            List<Flaw> flaws = dmn.isBlank() ? List.of() : checkTable.check(table, dmn);
            GridView view = checkTable
                    .readable(table, dmn)
                    .map(grid -> GridView.of(grid, flaws))
                    .orElse(null);
            return Response.status(refusal.status())
                    .entity(sheet(table, Filled.refused(sent, refusal), new Refused(view, flaws)))
                    .build();
        }
    }

    private TableSheet sheet(Table table, Filled form, @Nullable Refused refused) {
        List<PolicyVersions.Span> spans = versions.spans().stream()
                .filter(span -> span.table().equals(table.id()))
                .toList();
        return new TableSheet(
                table,
                newest(spans, table),
                GridView.of(versions.inForce(table).grid(), List.of()),
                versions.history(table),
                spans,
                versions.waiting(table).orElse(null),
                visit.actor().access().contains(Access.ADMIN),
                form,
                refused,
                UUID.randomUUID().toString());
    }

    private static PolicyVersions.Span newest(List<PolicyVersions.Span> spans, Table table) {
        return spans.stream()
                .filter(span -> span.table().equals(table.id()) && span.until() == null)
                .findFirst()
                .orElseThrow();
    }

    private static String names(List<Column> columns) {
        return String.join(", ", columns.stream().map(Column::spoken).toList());
    }
}
