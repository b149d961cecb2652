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
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Part;
import org.probatum.evidence.AttachRun;
import org.probatum.evidence.TrackingPlan;
import org.probatum.evidence.manifest.Manifest;
import org.probatum.people.Access;
import org.probatum.people.Visit;
import org.probatum.shared.Digest;
import org.probatum.shared.Problem;
import org.probatum.shared.Violation;
import org.probatum.shared.web.Input;
import org.probatum.shared.web.Once;
import org.probatum.shared.web.Sent;

/** Attaches a run by its manifest, lists what is attached, and says what every run has to record. */
@Path("/decisions/{key: [A-Z]{2,6}-[0-9]{1,9}}/edit")
@Produces(MediaType.TEXT_HTML)
public class RunsPage {
    private static final int SHOWN = 300;

    private final EditDesk desks;
    private final AttachRun attachRun;
    private final Input input;
    private final Once once;
    private final Visit visit;

    RunsPage(EditDesk desks, AttachRun attachRun, Input input, Once once, Visit visit) {
        this.desks = desks;
        this.attachRun = attachRun;
        this.input = input;
        this.once = once;
        this.visit = visit;
    }

    @CheckedTemplate(basePath = "edit", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Runs(
            EditDesk.Frame frame,
            List<RunRow> runs,
            int all,
            List<TrackingPlan.Entry> plan,
            String text,
            List<Violation> found,
            String nonce)
            implements TemplateInstance {}

    @GET
    @Path("runs")
    @RolesAllowed(Access.READ)
    public TemplateInstance show(@PathParam("key") String key) {
        return page(key, "", null);
    }

    @POST
    @Path("runs")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Access.FILE)
    public Response attach(@PathParam("key") String key, MultivaluedMap<String, String> sent) {
        String text = Objects.requireNonNullElse(sent.getFirst("text"), "").replace("\r\n", "\n");
        try {
            String type = text.stripLeading().startsWith("{") ? MediaType.APPLICATION_JSON : Input.YAML;
            Manifest manifest = input.read(text.getBytes(StandardCharsets.UTF_8), type, "run-1", "", Manifest.class);
            once.answer(visit.actor().id(), Sent.once(sent), "attach " + key + " " + Digest.of(text), () -> {
                attachRun.attach(visit.actor(), key, manifest);
                return Sent.done("/decisions/" + key + "/edit/runs");
            });
            return Response.seeOther(URI.create("/decisions/" + key + "/edit/runs"))
                    .build();
        } catch (Problem refused) {
            if (refused.status() == 404) {
                throw refused;
            }
            return Response.status(refused.status())
                    .entity(page(key, text, refused))
                    .build();
        }
    }

    private TemplateInstance page(String key, String text, @Nullable Problem refusal) {
        EditDesk.Desk desk = desks.lay(visit.actor(), key, Part.RUNS);
        List<Violation> found = refusal == null
                ? List.of()
                : refusal.violations().isEmpty()
                        ? List.of(Violation.at("", refusal.detail(), ""))
                        : refusal.violations();
        return new Runs(
                desk.frame(),
                RunRow.of(
                                desk.decision().material(),
                                desk.laid().runs(),
                                desk.laid().plan(),
                                desk.laid().disturbances())
                        .stream()
                        .limit(SHOWN)
                        .toList(),
                desk.laid().runs().size(),
                desk.laid().plan().entries(),
                text,
                found,
                UUID.randomUUID().toString());
    }
}
