package org.probatum.risk.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probatum.people.Access;
import org.probatum.people.Actor;
import org.probatum.people.Visit;
import org.probatum.shared.Json;

/** The register as files: all that the filter lets through, written a thousand rows at a time. */
@Path("/")
public class RegisterFiles {
    private static final int BATCH = 1_000;
    private static final String HEAD = "decision,decision title,stage,team,risk,title,state,inherent level,"
            + "inherent points,residual level,residual points,owner,due,accepted until,verification";

    private final Register register;
    private final Visit visit;

    RegisterFiles(Register register, Visit visit) {
        this.register = register;
        this.visit = visit;
    }

    /** Writes one row. */
    private interface Line {
        void write(Writer out, RegisterRow row, boolean first) throws IOException;
    }

    @GET
    @Path("risks.csv")
    @Produces("text/csv")
    @RolesAllowed(Access.READ)
    public Response csv(@BeanParam RiskQuery query) {
        return file("csv", HEAD + "\r\n", "", query, (out, row, first) -> out.write(line(row)));
    }

    @GET
    @Path("risks.json")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Access.READ)
    public Response json(@BeanParam RiskQuery query) {
        return file(
                "json", "[", "]\n", query, (out, row, first) -> out.write((first ? "\n" : ",\n") + Json.write(row)));
    }

    private Response file(String kind, String head, String foot, RiskQuery query, Line line) {
        RiskFilter filter = RiskFilter.of(query);
        RiskPlace start = RiskPlace.of(query.after);
        Actor actor = visit.actor();
        StreamingOutput body = sent -> {
            Writer out = new BufferedWriter(new OutputStreamWriter(sent, StandardCharsets.UTF_8));
            out.write(head);
            boolean first = true;
            @Nullable RiskPlace after = start;
            while (after != null) {
                Register.Slice slice = register.slice(actor, filter, after, BATCH);
                for (RegisterRow row : slice.items()) {
                    line.write(out, row, first);
                    first = false;
                }
                after = slice.next();
            }
            out.write(foot);
            out.flush();
        };
        return Response.ok(body)
                .header("Content-Disposition", "attachment; filename=\"risks." + kind + "\"")
                .build();
    }

    private static String line(RegisterRow row) {
        return Stream.of(
                                row.decision(),
                                row.decisionTitle(),
                                row.stage().name(),
                                row.team(),
                                row.risk(),
                                row.title(),
                                row.state().name(),
                                row.inherentLevel(),
                                row.inherentPoints(),
                                row.residualLevel(),
                                row.points(),
                                row.owner(),
                                row.due(),
                                row.acceptedUntil(),
                                row.verification())
                        .map(RegisterFiles::cell)
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    /** RFC 4180; what a spreadsheet would take for a formula is led by an apostrophe, which makes it text. */
    private static String cell(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        String safe = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
        return safe.matches("(?s).*[\",\\r\\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
