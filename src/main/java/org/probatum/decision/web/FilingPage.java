package org.probatum.decision.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.DecisionFile;
import org.probatum.decision.FileDecision;
import org.probatum.people.Access;
import org.probatum.people.TeamRole;
import org.probatum.people.Teams;
import org.probatum.people.Visit;
import org.probatum.shared.Digest;
import org.probatum.shared.Problem;
import org.probatum.shared.Violation;
import org.probatum.shared.web.Field;
import org.probatum.shared.web.Form;
import org.probatum.shared.web.Input;
import org.probatum.shared.web.Once;
import org.probatum.shared.web.Sent;

/** Filing a decision: by a short form, or by a whole file that is checked first. Sent twice, it is filed once. */
@Path("/decisions")
@Produces(MediaType.TEXT_HTML)
public class FilingPage {
    private static final String SCHEMA = "decision-1";

    private final FileDecision fileDecision;
    private final Teams teams;
    private final Input input;
    private final Once once;
    private final Visit visit;

    FilingPage(FileDecision fileDecision, Teams teams, Input input, Once once, Visit visit) {
        this.fileDecision = fileDecision;
        this.teams = teams;
        this.input = input;
        this.once = once;
        this.visit = visit;
    }

    /** A pasted file: its text, what was found in it, and whether it was looked at and nothing was. */
    record Paste(String text, List<Violation> found, boolean good) {
        static final Paste EMPTY = new Paste("", List.of(), false);
    }

    @CheckedTemplate(basePath = "filing", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Show(boolean member, List<Field> fields, List<Violation> wrong, String refusal, Paste paste, String nonce)
            implements TemplateInstance {}

    @GET
    @Path("new")
    @RolesAllowed(Access.READ)
    public TemplateInstance form() {
        return page(empty(), "", Paste.EMPTY, nonce());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Access.FILE)
    public Response file(MultivaluedMap<String, String> sent) {
        sent.putSingle("/apiVersion", "probatum/v1");
        sent.putSingle("/kind", "Decision");
        Form form = Form.sent(input.schema(SCHEMA), "", sent);
        try {
            return filed(
                    sent, form.values().toString(), () -> input.form(form.values(), SCHEMA, "", DecisionFile.class));
        } catch (Problem refused) {
            return Response.status(refused.status())
                    .entity(page(
                            form.refused(refused.violations()),
                            refused.violations().isEmpty() ? refused.detail() : "",
                            Paste.EMPTY,
                            nonce(sent, refused)))
                    .build();
        }
    }

    @POST
    @Path("check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Access.FILE)
    public Response check(MultivaluedMap<String, String> sent) {
        String text = text(sent);
        try {
            read(text);
            return Response.ok(page(empty(), "", new Paste(text, List.of(), true), nonce(sent, null)))
                    .build();
        } catch (Problem refused) {
            return refused(text, refused, sent);
        }
    }

    @POST
    @Path("file")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Access.FILE)
    public Response paste(MultivaluedMap<String, String> sent) {
        String text = text(sent);
        try {
            return filed(sent, Digest.of(text), () -> read(text));
        } catch (Problem refused) {
            return refused(text, refused, sent);
        }
    }

    private Response filed(MultivaluedMap<String, String> sent, String request, Supplier<DecisionFile> file) {
        Once.Answer answer = once.answer(
                visit.actor().id(),
                Sent.once(sent),
                "file by page " + request,
                () -> Sent.done("/decisions/"
                        + fileDecision.file(visit.actor(), file.get()).key()));
        return Response.seeOther(URI.create(Objects.requireNonNull(answer.location())))
                .build();
    }

    private Response refused(String text, Problem refused, MultivaluedMap<String, String> sent) {
        List<Violation> found =
                refused.violations().isEmpty() ? List.of(Violation.at("", refused.detail(), "")) : refused.violations();
        return Response.status(refused.status())
                .entity(page(empty(), "", new Paste(text, found, false), nonce(sent, refused)))
                .build();
    }

    private DecisionFile read(String text) {
        String type = text.stripLeading().startsWith("{") ? MediaType.APPLICATION_JSON : Input.YAML;
        return input.read(text.getBytes(StandardCharsets.UTF_8), type, SCHEMA, "", DecisionFile.class);
    }

    private static String text(MultivaluedMap<String, String> sent) {
        return Objects.requireNonNullElse(sent.getFirst("text"), "").replace("\r\n", "\n");
    }

    private Form empty() {
        return Form.sent(input.schema(SCHEMA), "", new MultivaluedHashMap<>());
    }

    private TemplateInstance page(Form form, String refusal, Paste paste, String nonce) {
        List<Field.Choice> mine = mine();
        return new Show(
                !mine.isEmpty(),
                List.of(
                        form.field("/team", "Team")
                                .saying("The team that decides.")
                                .among(mine)
                                .settled(),
                        form.field("/title", "Title").saying("The decision in one line, 3 to 200 characters."),
                        form.field("/category", "Category"),
                        form.field("/subject", "What it is about at heart")
                                .saying("Left open, it is machine learning."),
                        form.field("/productionImpact", "Production impact"),
                        form.field("/dataSensitivity", "Data sensitivity"),
                        form.field("/reversibility", "Going back is"),
                        form.field("/tags", "Tags")
                                .saying("One a line: short words to find it by, such as credit-scoring.")),
                form.violations(),
                refusal,
                paste,
                nonce);
    }

    /** The teams the viewer files for. */
    private List<Field.Choice> mine() {
        return teams.of(visit.actor()).stream()
                .filter(team -> visit.actor().holds(TeamRole.MEMBER, team.id()))
                .map(team -> new Field.Choice(team.slug(), team.name()))
                .toList();
    }

    /** The form keeps its name until it has been used up. */
    private static String nonce(MultivaluedMap<String, String> sent, @Nullable Problem refused) {
        String name = Sent.once(sent);
        boolean used = refused != null && refused.type().equals("idempotency-key-reused");
        return name == null || used ? nonce() : name;
    }

    private static String nonce() {
        return UUID.randomUUID().toString();
    }
}
