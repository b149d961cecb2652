package org.probatum.evidence.web;

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
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Stage;
import org.probatum.evidence.lineage.Dependents;
import org.probatum.evidence.lineage.RecallSource;
import org.probatum.evidence.lineage.Recalls;
import org.probatum.evidence.lineage.Sources;
import org.probatum.evidence.lineage.Subject;
import org.probatum.evidence.lineage.WithdrawRecall;
import org.probatum.people.Access;
import org.probatum.people.Actor;
import org.probatum.people.Visit;
import org.probatum.shared.Problem;
import org.probatum.shared.web.Cursor;
import org.probatum.shared.web.Filled;
import org.probatum.shared.web.Input;
import org.probatum.shared.web.Once;
import org.probatum.shared.web.Sent;

/** Who depends on a thing, and calling it back; without a thing, what was recalled so far. */
@Path("/lineage")
@Produces(MediaType.TEXT_HTML)
public class DependentsPage {
    private static final int SHOWN = 30;

    private final Sources sources;
    private final Dependents dependents;
    private final Recalls recalls;
    private final RecallSource recallSource;
    private final WithdrawRecall withdrawRecall;
    private final Input input;
    private final Once once;
    private final Visit visit;

    DependentsPage(
            Sources sources,
            Dependents dependents,
            Recalls recalls,
            RecallSource recallSource,
            WithdrawRecall withdrawRecall,
            Input input,
            Once once,
            Visit visit) {
        this.sources = sources;
        this.dependents = dependents;
        this.recalls = recalls;
        this.recallSource = recallSource;
        this.withdrawRecall = withdrawRecall;
        this.input = input;
        this.once = once;
        this.visit = visit;
    }

    /** A stage, how many are there, and where those are listed. */
    record Count(Stage stage, int count, String address, boolean chosen) {}

    /** Something that the words name, and where it is asked about. */
    record Found(Subject subject, String address) {}

    /** A recall as whoever looks may see and withdraw it; how many decisions it reached is for whom that is work. */
    record RecallLine(Recalls.Told told, String address, boolean mayWithdraw, boolean seesReach) {}

    @CheckedTemplate(basePath = "evidence", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Dependence(
            String words,
            @Nullable Subject subject,
            List<Found> found,
            List<Count> counts,
            Dependents.@Nullable Page page,
            String next,
            List<RecallLine> recalls,
            boolean recalled,
            boolean named,
            boolean mayRecall,
            Filled typed,
            String nonce)
            implements TemplateInstance {}

    @GET
    @RolesAllowed(Access.READ)
    public TemplateInstance show(
            @QueryParam("of") @Nullable String of,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("stage") @Nullable String stage,
            @QueryParam("after") @Nullable String after) {
        return page(Asked.of(sources, of, kind, stage), after, Filled.BLANK);
    }

    @POST
    @Path("recalls")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Access.REVIEW)
    public Response recall(MultivaluedMap<String, String> sent) {
        String value = sent.getFirst("/value");
        try {
            RecallSource.Terms terms = input.form(sent, "requests-1", "recall", RecallSource.Terms.class);
            once.answer(visit.actor().id(), Sent.once(sent), "recall " + terms, () -> {
                recallSource.recall(visit.actor(), terms);
                return Sent.done("/lineage");
            });
            return back(Asked.encoded(terms.value()) + "&kind=" + terms.kind());
        } catch (Problem refused) {
            return Response.status(refused.status())
                    .entity(page(Asked.of(sources, value, null, null), null, Filled.refused(sent, refused)))
                    .build();
        }
    }

    @POST
    @Path("recalls/{id: [0-9]{1,18}}/withdrawals")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Access.REVIEW)
    public Response withdraw(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        WithdrawRecall.Terms terms = input.form(sent, "requests-1", "recallWithdrawal", WithdrawRecall.Terms.class);
        Recalls.Told told = withdrawRecall.withdraw(visit.actor(), id, terms);
        return back(Asked.encoded(told.subject().value()) + "&kind="
                + told.subject().kind());
    }

    private static Response back(String query) {
        return Response.seeOther(URI.create("/lineage?of=" + query)).build();
    }

    private TemplateInstance page(Asked asked, @Nullable String after, Filled typed) {
        Actor actor = visit.actor();
        Subject subject = asked.one();
        long below = after == null ? Long.MAX_VALUE : Cursor.number("after", after, Integer.MAX_VALUE);
        Dependents.Page page = subject == null ? null : dependents.page(actor, subject, asked.stage(), below, SHOWN);
        List<RecallLine> told = (subject == null ? recalls.newest(Long.MAX_VALUE, SHOWN) : recalls.of(List.of(subject)))
                .stream().map(one -> line(one, actor)).toList();
        return new Dependence(
                asked.words(),
                subject,
                asked.found().stream()
                        .map(one -> new Found(one, Asked.address(one)))
                        .toList(),
                subject == null ? List.of() : counts(asked, subject, dependents.counts(actor, subject)),
                page,
                subject == null || page == null || page.next() == null
                        ? ""
                        : Asked.address(subject) + (asked.stage() == null ? "" : "&stage=" + asked.stage()) + "&after="
                                + page.next(),
                told,
                subject != null && told.stream().anyMatch(one -> one.told().stands()),
                subject != null && !sources.isRecallable(subject),
                RecallSource.mayRecall(actor) && actor.access().contains(Access.REVIEW),
                typed,
                UUID.randomUUID().toString());
    }

    private static RecallLine line(Recalls.Told told, Actor actor) {
        return new RecallLine(
                told,
                Asked.address(told.subject()),
                WithdrawRecall.mayWithdraw(actor, told),
                actor.seesEverything() || told.recalledBy() == actor.id());
    }

    private static List<Count> counts(Asked asked, Subject subject, Map<Stage, Integer> counts) {
        return counts.entrySet().stream()
                .map(one -> new Count(
                        one.getKey(),
                        one.getValue(),
                        Asked.address(subject) + (one.getKey() == asked.stage() ? "" : "&stage=" + one.getKey()),
                        one.getKey() == asked.stage()))
                .toList();
    }
}
