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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.probatum.people.Access;
import org.probatum.people.Actor;
import org.probatum.people.Team;
import org.probatum.people.Teams;
import org.probatum.people.Visit;
import org.probatum.policy.ActivateVersion;
import org.probatum.policy.Difference;
import org.probatum.policy.PlatformOwners;
import org.probatum.policy.PolicyVersion;
import org.probatum.policy.PolicyVersions;
import org.probatum.policy.Table;
import org.probatum.policy.backtest.Backtests;
import org.probatum.policy.backtest.StartBacktest;
import org.probatum.shared.Problem;
import org.probatum.shared.web.Filled;
import org.probatum.shared.web.Input;
import org.probatum.shared.web.Once;
import org.probatum.shared.web.Sent;

/** A version of a table: what it says, how it differs, what it would have changed, and the way to put it in force. */
@Path("/policies/{table}/versions/{number:[0-9]{1,9}}")
@Produces(MediaType.TEXT_HTML)
public class VersionPage {
    private final PolicyVersions versions;
    private final PlatformOwners owners;
    private final Backtests backtests;
    private final StartBacktest startBacktest;
    private final ActivateVersion activateVersion;
    private final Teams teams;
    private final Input input;
    private final Once once;
    private final Visit visit;

    VersionPage(
            PolicyVersions versions,
            PlatformOwners owners,
            Backtests backtests,
            StartBacktest startBacktest,
            ActivateVersion activateVersion,
            Teams teams,
            Input input,
            Once once,
            Visit visit) {
        this.versions = versions;
        this.owners = owners;
        this.backtests = backtests;
        this.startBacktest = startBacktest;
        this.activateVersion = activateVersion;
        this.teams = teams;
        this.input = input;
        this.once = once;
        this.visit = visit;
    }

    /** How it differs from another version. */
    record Compared(int against, List<Difference.RuleChange> changes) {}

    /** What the actor may do with it, and who else could. */
    record Keeping(
            boolean may,
            boolean inForce,
            PolicyVersions.@Nullable Waiting waiting,
            boolean yours,
            List<String> others,
            List<Team> teams) {}

    /** The page. */
    @CheckedTemplate(basePath = "policy", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record VersionSheet(
            Table table,
            PolicyVersions.Entry entry,
            GridView view,
            List<PolicyVersions.Entry> history,
            @Nullable Compared compared,
            Keeping keeping,
            List<Backtests.Backtest> backtests,
            Filled form,
            String nonce)
            implements TemplateInstance {}

    @GET
    @RolesAllowed(Access.READ)
    public TemplateInstance show(
            @PathParam("table") String slug,
            @PathParam("number") String number,
            @QueryParam("against") @Nullable String against) {
        return page(PolicyAnswers.table(slug), PolicyAnswers.number(number), against, Filled.BLANK);
    }

    /** The DMN that was uploaded. */
    @GET
    @Path("dmn")
    @Produces(MediaType.APPLICATION_XML)
    @RolesAllowed(Access.READ)
    public Response dmn(@PathParam("table") String slug, @PathParam("number") String number) {
        Table table = PolicyAnswers.table(slug);
        PolicyVersion version = versions.of(table, PolicyAnswers.number(number));
        String name = table.id() + "-" + version.number() + ".dmn";
        return Response.ok(version.dmn())
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }

    @POST
    @Path("backtests")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Access.ADMIN)
    public Response backtest(
            @PathParam("table") String slug, @PathParam("number") String number, MultivaluedMap<String, String> sent) {
        return done(slug, number, sent, () -> {
            StartBacktest.Wish wish = input.form(sent, "requests-1", "backtest", StartBacktest.Wish.class);
            return once.answer(visit.actor().id(), Sent.once(sent), "backtest " + slug + number + wish, () -> {
                Table table = PolicyAnswers.table(slug);
                long id = startBacktest.start(visit.actor(), table, PolicyAnswers.number(number), wish);
                return Sent.done("/policies/backtests/" + id);
            });
        });
    }

    @POST
    @Path("activations")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Access.ADMIN)
    public Response activate(
            @PathParam("table") String slug, @PathParam("number") String number, MultivaluedMap<String, String> sent) {
        return done(slug, number, sent, () -> {
            String why = input.form(sent, "requests-1", "activation", PolicyResource.Activation.class)
                    .why();
            return once.answer(visit.actor().id(), Sent.once(sent), "activate " + slug + number + why, () -> {
                activateVersion.activate(visit.actor(), PolicyAnswers.table(slug), PolicyAnswers.number(number), why);
                return Sent.done("/policies/" + slug + "/versions/" + number);
            });
        });
    }

    private Response done(String slug, String number, MultivaluedMap<String, String> sent, Supplier<Once.Answer> act) {
        try {
            return Response.seeOther(URI.create(Objects.requireNonNull(act.get().location())))
                    .build();
        } catch (Problem refusal) {
            if (refusal.status() == 404) {
                throw refusal;
            }
            return Response.status(refusal.status())
                    .entity(page(
                            PolicyAnswers.table(slug),
                            PolicyAnswers.number(number),
                            null,
                            Filled.refused(sent, refusal)))
                    .build();
        }
    }

    private VersionSheet page(Table table, int number, @Nullable String against, Filled form) {
        PolicyVersion version = versions.of(table, number);
        PolicyVersion inForce = versions.inForce(table);
        List<PolicyVersions.Entry> history = versions.history(table);
        int other = against != null && against.matches("[0-9]{1,9}")
                ? Integer.parseInt(against)
                : inForce.number() == number ? number - 1 : inForce.number();
        PolicyVersions.Waiting waiting = versions.waiting(table)
                .filter(proposal -> proposal.number() == number)
                .orElse(null);
        return new VersionSheet(
                table,
                history.stream().filter(e -> e.number() == number).findFirst().orElseThrow(),
                GridView.of(version.grid(), List.of()),
                history,
                other < 1 || other == number ? null : compared(version, other, inForce),
                keeping(inForce.id() == version.id(), waiting),
                backtests.ofVersion(version.id()),
                form,
                UUID.randomUUID().toString());
    }

    private Compared compared(PolicyVersion version, int other, PolicyVersion inForce) {
        PolicyVersion against = other == inForce.number() ? inForce : versions.of(version.table(), other);
        return new Compared(other, Difference.between(against.grid(), version.grid()));
    }

    private Keeping keeping(boolean inForce, PolicyVersions.@Nullable Waiting waiting) {
        Actor actor = visit.actor();
        boolean may = actor.access().contains(Access.ADMIN);
        return new Keeping(
                may,
                inForce,
                waiting,
                waiting != null && waiting.proposerId() == actor.id(),
                may && !inForce ? owners.otherThan(actor.id()) : List.of(),
                may ? teams.seenBy(actor) : List.of());
    }
}
