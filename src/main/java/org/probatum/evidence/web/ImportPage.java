package org.probatum.evidence.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
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
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.decision.Decisions;
import org.probatum.decision.Part;
import org.probatum.evidence.tracker.Imports;
import org.probatum.evidence.tracker.StartImport;
import org.probatum.people.Access;
import org.probatum.people.Visit;
import org.probatum.shared.Problem;
import org.probatum.shared.Violation;
import org.probatum.shared.web.Filled;
import org.probatum.shared.web.Input;

/** Imports runs into a decision: looks for them in a tracker of its team, chooses, and shows how far it is. */
@Path("/decisions/{key: [A-Z]{2,6}-[0-9]{1,9}}")
@Produces(MediaType.TEXT_HTML)
public class ImportPage {
    private static final int SHOWN = 200;

    private final Decisions decisions;
    private final ImportDesk desk;
    private final Imports imports;
    private final StartImport startImport;
    private final Input input;
    private final Visit visit;

    ImportPage(
            Decisions decisions, ImportDesk desk, Imports imports, StartImport startImport, Input input, Visit visit) {
        this.decisions = decisions;
        this.desk = desk;
        this.imports = imports;
        this.startImport = startImport;
        this.input = input;
        this.visit = visit;
    }

    /** The decision the page is about; closed says why nothing is imported, null when something is. */
    record About(
            String key,
            String title,
            String team,
            String teamName,
            @Nullable String closed) {}

    /** Where to look, and what was found there. */
    @CheckedTemplate(basePath = "evidence", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ImportRuns(About about, ImportDesk.Sight sight, Filled form, List<Imports.Import> past)
            implements TemplateInstance {}

    /** How far an import is. */
    @CheckedTemplate(basePath = "evidence", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ImportProgress(About about, Imports.Import it, List<Imports.Line> lines) implements TemplateInstance {}

    @GET
    @Path("import")
    @RolesAllowed(Access.READ)
    public TemplateInstance look(@PathParam("key") String key, @BeanParam ImportDesk.Asked asked) {
        return page(key, asked, Filled.BLANK);
    }

    @POST
    @Path("import")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Access.FILE)
    public Response start(@PathParam("key") String key, MultivaluedMap<String, String> form) {
        try {
            StartImport.Wish wish = input.form(form, "requests-1", "import", StartImport.Wish.class);
            long id = startImport.start(visit.actor(), key, wish);
            return Response.seeOther(URI.create("/decisions/" + key + "/imports/" + id))
                    .build();
        } catch (Problem refusal) {
            if (refusal.status() == 404) {
                throw refusal;
            }
            return Response.status(refusal.status())
                    .entity(page(key, ImportDesk.Asked.again(form), Filled.refused(form, refusal)))
                    .build();
        }
    }

    @GET
    @Path("imports/{import}")
    @RolesAllowed(Access.READ)
    public TemplateInstance progress(@PathParam("key") String key, @PathParam("import") long id) {
        Decision decision = decisions.visible(visit.actor(), key);
        Imports.Import found = imports.of(decision.id(), id);
        return new ImportProgress(about(decision), found, imports.lines(id, 0, SHOWN, found.total() > SHOWN));
    }

    /** Lets an import that stopped go on. */
    @POST
    @Path("imports/{import}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Access.FILE)
    public Response goOn(
            @PathParam("key") String key, @PathParam("import") long id, MultivaluedMap<String, String> form) {
        if (!"yes".equals(form.getFirst("again"))) {
            throw Problem.invalid(
                    List.of(Violation.at("/again", "it does not say what to do", "yes, to let the import go on")));
        }
        startImport.goOn(visit.actor(), key, id);
        return Response.seeOther(URI.create("/decisions/" + key + "/imports/" + id))
                .build();
    }

    private ImportRuns page(String key, ImportDesk.Asked asked, Filled form) {
        Decision decision = decisions.visible(visit.actor(), key);
        About about = about(decision);
        ImportDesk.Sight sight =
                about.closed() == null ? desk.look(visit.actor(), decision, asked) : ImportDesk.Sight.NOTHING;
        return new ImportRuns(about, sight, form, imports.of(decision.id()));
    }

    private About about(Decision decision) {
        String closed = null;
        if (!visit.actor().holds(org.probatum.people.TeamRole.MEMBER, decision.teamId())) {
            closed = "Only members of " + decision.team().name() + " import runs into its decisions.";
        } else if (!Part.RUNS.openIn(decision.stage())) {
            closed = decision.key() + " is at " + decision.stage().title() + ": runs could be imported until the "
                    + Objects.requireNonNull(Part.RUNS.until().gate()).title() + " gate passed.";
        }
        return new About(
                decision.key(),
                decision.profile().title(),
                decision.team().slug(),
                decision.team().name(),
                closed);
    }
}
