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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.AssessTradeOff;
import org.probatum.decision.AssessTradeOff.Assessment;
import org.probatum.decision.Decision;
import org.probatum.decision.Decisions;
import org.probatum.decision.Part;
import org.probatum.decision.material.Dimension;
import org.probatum.decision.material.TradeOff;
import org.probatum.people.Access;
import org.probatum.people.Visit;
import org.probatum.shared.Problem;
import org.probatum.shared.web.Form;
import org.probatum.shared.web.Input;
import org.probatum.shared.web.Sent;

/** The grid of options and dimensions: whoever worked on the material proposes, whoever is competent and uninvolved assesses. */
@Path("/decisions/{key: [A-Z]{2,6}-[0-9]{1,9}}/edit")
@Produces(MediaType.TEXT_HTML)
public class TradeOffsPage {
    private static final String SCHEMA = "requests-1";
    private static final String PART = "assessments";

    private final EditDesk desks;
    private final AssessTradeOff assessTradeOff;
    private final Decisions decisions;
    private final Input input;
    private final Visit visit;

    TradeOffsPage(EditDesk desks, AssessTradeOff assessTradeOff, Decisions decisions, Input input, Visit visit) {
        this.desks = desks;
        this.assessTradeOff = assessTradeOff;
        this.decisions = decisions;
        this.input = input;
        this.visit = visit;
    }

    @CheckedTemplate(basePath = "edit", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record TradeOffs(
            EditDesk.Frame frame,
            Form form,
            AssessmentGrid grid,
            @Nullable Problem refusal,
            boolean stale) implements TemplateInstance {}

    @GET
    @Path("trade-offs")
    @RolesAllowed(Access.READ)
    public TemplateInstance show(@PathParam("key") String key) {
        EditDesk.Desk desk = desks.lay(visit.actor(), key, Part.TRADE_OFFS);
        return page(desk, Form.of(input.schema(SCHEMA), PART, filed(desk.decision())), null);
    }

    @POST
    @Path("trade-offs")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Access.REVIEW, Access.FILE})
    public Response save(@PathParam("key") String key, MultivaluedMap<String, String> sent) {
        Form form = Form.sent(input.schema(SCHEMA), PART, sent);
        try {
            int seen = Sent.version(sent);
            if (!form.violations().isEmpty()) {
                throw Problem.invalid(form.violations());
            }
            Said said = input.form(form.values(), SCHEMA, PART, Said.class);
            Decision decision = decisions.visible(visit.actor(), key);
            assessTradeOff.assessAll(visit.actor(), key, seen, changed(decision, said));
            String next = "more".equals(sent.getFirst("then")) ? "/edit/trade-offs" : "#trade-offs";
            return Response.seeOther(URI.create("/decisions/" + key + next)).build();
        } catch (Problem refused) {
            if (refused.status() == 404) {
                throw refused;
            }
            return Response.status(refused.status())
                    .entity(page(
                            desks.lay(visit.actor(), key, Part.TRADE_OFFS),
                            form.refused(refused.violations()),
                            refused))
                    .build();
        }
    }

    /** Assessments by option and dimension, as the form and the schema have them. */
    static final class Said extends LinkedHashMap<String, Map<Dimension, Assessment>> {
        private static final long serialVersionUID = 1L;
    }

    private static Said filed(Decision decision) {
        Said said = new Said();
        decision.material().tradeOffs().forEach(t -> said.computeIfAbsent(t.option(), option -> new LinkedHashMap<>())
                .put(t.dimension(), new Assessment(t.rating(), t.reason(), t.evidence())));
        return said;
    }

    /** What the form says otherwise than what is on file. */
    private static List<AssessTradeOff.Cell> changed(Decision decision, Said said) {
        List<AssessTradeOff.Cell> cells = new ArrayList<>();
        said.forEach((option, byDimension) -> byDimension.forEach((dimension, assessment) -> {
            boolean same = decision.material().tradeOffs().stream()
                    .anyMatch(t -> t.isOf(option, dimension) && isSame(t, assessment));
            if (!same) {
                cells.add(new AssessTradeOff.Cell(option, dimension, assessment));
            }
        }));
        return cells;
    }

    private static boolean isSame(TradeOff standing, Assessment said) {
        return Objects.equals(standing.rating(), said.rating())
                && Objects.equals(standing.reason(), said.reason())
                && standing.evidence().equals(Objects.requireNonNullElse(said.evidence(), List.of()));
    }

    private TemplateInstance page(EditDesk.Desk desk, Form form, @Nullable Problem refusal) {
        return new TradeOffs(
                desk.frame(),
                form,
                AssessmentGrid.of(visit.actor(), desk.decision(), form, desk.names()),
                refusal,
                refusal != null && refusal.status() == 412);
    }
}
