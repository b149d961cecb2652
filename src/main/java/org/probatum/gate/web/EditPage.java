package org.probatum.gate.web;

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
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Part;
import org.probatum.people.Access;
import org.probatum.people.Visit;
import org.probatum.shared.Problem;
import org.probatum.shared.web.Form;
import org.probatum.shared.web.Input;
import org.probatum.shared.web.Sent;

/** Edits one part of a decision's material. What was typed survives a refusal, and each reason stands at its field. */
@Path("/decisions/{key: [A-Z]{2,6}-[0-9]{1,9}}/edit")
@Produces(MediaType.TEXT_HTML)
public class EditPage {
    private static final String SCHEMA = "decision-1";

    private final EditDesk desks;
    private final Revision revision;
    private final Input input;
    private final Visit visit;

    EditPage(EditDesk desks, Revision revision, Input input, Visit visit) {
        this.desks = desks;
        this.revision = revision;
        this.input = input;
        this.visit = visit;
    }

    /** The form of a part; version is the one that sending it answers for. */
    @CheckedTemplate(basePath = "edit", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Show(
            EditDesk.Frame frame,
            Form form,
            List<Section> sections,
            @Nullable Problem refusal,
            boolean stale) implements TemplateInstance {}

    @GET
    @Path("{part}")
    @RolesAllowed(Access.READ)
    public TemplateInstance show(@PathParam("key") String key, @PathParam("part") String slug) {
        Part part = part(slug);
        EditDesk.Desk desk = desks.lay(visit.actor(), key, part);
        Form form = Form.of(input.schema(SCHEMA), Revision.schemaPart(part), Revision.filed(desk.decision(), part));
        return page(desk, form, null);
    }

    @POST
    @Path("{part}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Access.FILE)
    public Response save(
            @PathParam("key") String key, @PathParam("part") String slug, MultivaluedMap<String, String> sent) {
        Part part = part(slug);
        Form form = Form.sent(input.schema(SCHEMA), Revision.schemaPart(part), sent);
        try {
            revision.revise(visit.actor(), key, Sent.version(sent), part, form);
            String next = "more".equals(sent.getFirst("then")) ? "/edit/" + slug : "#" + slug;
            return Response.seeOther(URI.create("/decisions/" + key + next)).build();
        } catch (Problem refused) {
            if (refused.status() == 404) {
                throw refused;
            }
            return Response.status(refused.status())
                    .entity(page(desks.lay(visit.actor(), key, part), form.refused(refused.violations()), refused))
                    .build();
        }
    }

    private static TemplateInstance page(EditDesk.Desk desk, Form form, @Nullable Problem refusal) {
        return new Show(
                desk.frame(),
                form,
                PartForms.of(
                        desk.frame().part(),
                        form,
                        desk.names().choices(),
                        desk.frame().part() == Part.OPTIONS ? ClaimRow.of(desk.laid()) : List.of()),
                refusal,
                refusal != null && refusal.status() == 412);
    }

    private static Part part(String slug) {
        return Arrays.stream(Part.values())
                .filter(part -> part.words().equals(slug))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("part \"" + slug + "\" of a decision"));
    }
}
