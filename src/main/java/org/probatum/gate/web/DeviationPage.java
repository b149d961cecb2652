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
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.deviation.AnswerDeviation;
import org.probatum.decision.deviation.Deviate;
import org.probatum.decision.deviation.ExplainDeviation;
import org.probatum.people.Access;
import org.probatum.people.Visit;
import org.probatum.shared.Problem;
import org.probatum.shared.web.Form;
import org.probatum.shared.web.Input;
import org.probatum.shared.web.Once;
import org.probatum.shared.web.Sent;

/** Deviations from sealed criteria: what each changed, why, who lets it stand; and the form that makes another. */
@Path("/decisions/{key: [A-Z]{2,6}-[0-9]{1,9}}/deviations")
@Produces(MediaType.TEXT_HTML)
public class DeviationPage {
    private static final String SCHEMA = "decision-1";
    private static final String PART = "deviation";

    private final DeviationDesk desk;
    private final Deviate deviate;
    private final ExplainDeviation explainDeviation;
    private final AnswerDeviation answerDeviation;
    private final Input input;
    private final Once once;
    private final Visit visit;

    DeviationPage(
            DeviationDesk desk,
            Deviate deviate,
            ExplainDeviation explainDeviation,
            AnswerDeviation answerDeviation,
            Input input,
            Once once,
            Visit visit) {
        this.desk = desk;
        this.deviate = deviate;
        this.explainDeviation = explainDeviation;
        this.answerDeviation = answerDeviation;
        this.input = input;
        this.once = once;
        this.visit = visit;
    }

    /** The deviations, and what was typed into which form when it was refused. */
    @CheckedTemplate(basePath = "gate", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record DeviationList(
            DeviationDesk.Frame frame, @Nullable Problem refusal, Typed typed, String nonce)
            implements TemplateInstance {}

    /** The form that changes sealed criteria. */
    @CheckedTemplate(basePath = "gate", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record DeviationForm(
            DeviationDesk.Frame frame,
            Form form,
            List<Section> sections,
            @Nullable Problem refusal,
            boolean stale) implements TemplateInstance {}

    /** Why. */
    record Explained(String explanation) {}

    @GET
    @RolesAllowed(Access.READ)
    public TemplateInstance show(@PathParam("key") String key) {
        return list(key, null, "", Sent.nothing());
    }

    @GET
    @Path("new")
    @RolesAllowed(Access.READ)
    public TemplateInstance form(@PathParam("key") String key) {
        DeviationDesk.Frame frame = desk.lay(visit.actor(), key);
        return form(frame, Form.of(input.schema(SCHEMA), PART, new Deviate.Terms(frame.criteria(), null)), null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Access.FILE)
    public Response deviate(@PathParam("key") String key, MultivaluedMap<String, String> sent) {
        Form form = Form.sent(input.schema(SCHEMA), PART, sent);
        try {
            if (!form.violations().isEmpty()) {
                throw Problem.invalid(form.violations());
            }
            Deviate.Terms terms = input.form(form.values(), SCHEMA, PART, Deviate.Terms.class);
            deviate.deviate(visit.actor(), key, Sent.version(sent), terms);
            return back(key);
        } catch (Problem refused) {
            if (refused.status() == 404) {
                throw refused;
            }
            return Response.status(refused.status())
                    .entity(form(desk.lay(visit.actor(), key), form.refused(refused.violations()), refused))
                    .build();
        }
    }

    @POST
    @Path("{deviation: [0-9]{1,9}}/explanations")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Access.FILE)
    public Response explain(
            @PathParam("key") String key, @PathParam("deviation") int number, MultivaluedMap<String, String> sent) {
        try {
            String text = input.form(sent, "requests-1", "deviationExplanation", Explained.class)
                    .explanation();
            once.answer(visit.actor().id(), Sent.once(sent), "explain " + key + " " + number + " " + text, () -> {
                explainDeviation.explain(visit.actor(), key, number, text);
                return Sent.done("/decisions/" + key + "/deviations");
            });
            return back(key);
        } catch (Problem refused) {
            return refused(key, refused, "explain-" + number, sent);
        }
    }

    @POST
    @Path("{deviation: [0-9]{1,9}}/answers")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Access.REVIEW)
    public Response answer(
            @PathParam("key") String key, @PathParam("deviation") int number, MultivaluedMap<String, String> sent) {
        try {
            AnswerDeviation.Terms terms =
                    input.form(sent, "requests-1", "deviationAnswer", AnswerDeviation.Terms.class);
            once.answer(visit.actor().id(), Sent.once(sent), "answer " + key + " " + number + " " + terms, () -> {
                answerDeviation.answer(visit.actor(), key, number, terms);
                return Sent.done("/decisions/" + key + "/deviations");
            });
            return back(key);
        } catch (Problem refused) {
            return refused(key, refused, "answer-" + number, sent);
        }
    }

    private static Response back(String key) {
        return Response.seeOther(URI.create("/decisions/" + key + "/deviations"))
                .build();
    }

    private Response refused(String key, Problem refused, String form, MultivaluedMap<String, String> sent) {
        if (refused.status() == 404) {
            throw refused;
        }
        return Response.status(refused.status())
                .entity(list(key, refused, form, sent))
                .build();
    }

    private TemplateInstance list(
            String key, @Nullable Problem refusal, String form, MultivaluedMap<String, String> sent) {
        return new DeviationList(
                desk.lay(visit.actor(), key),
                refusal,
                new Typed(form, sent),
                UUID.randomUUID().toString());
    }

    private static TemplateInstance form(DeviationDesk.Frame frame, Form form, @Nullable Problem refusal) {
        return new DeviationForm(
                frame,
                form,
                List.of(
                        CriteriaForm.of(
                                form,
                                "The tests that decide, as they are to be. Changing them back to what was sealed takes deviations back."),
                        Section.of(
                                "Explanation",
                                "Why they have to change after they were sealed. It is shown beside the change for ever; it can be given later.",
                                form.field("/explanation", "Why").saying(""))),
                refusal,
                refusal != null && refusal.status() == 412);
    }
}
