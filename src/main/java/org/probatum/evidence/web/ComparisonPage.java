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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.decision.Decisions;
import org.probatum.decision.Part;
import org.probatum.decision.ReviseMaterial;
import org.probatum.evidence.Runs;
import org.probatum.evidence.comparison.Comparisons;
import org.probatum.evidence.comparison.FileComparison;
import org.probatum.evidence.comparison.FiledComparison;
import org.probatum.evidence.comparison.FiledComparisons;
import org.probatum.evidence.comparison.Mismatch;
import org.probatum.evidence.comparison.Named;
import org.probatum.evidence.comparison.Point;
import org.probatum.evidence.history.Histories;
import org.probatum.people.Access;
import org.probatum.people.People;
import org.probatum.people.Visit;
import org.probatum.shared.Problem;
import org.probatum.shared.web.Filled;
import org.probatum.shared.web.Input;
import org.probatum.shared.web.Once;
import org.probatum.shared.web.Sent;

/** A comparison of options on one criterion: what was found, the pictures and the numbers behind them, and putting it on record. */
@Path("/decisions/{key: [A-Z]{2,6}-[0-9]{1,9}}/comparisons")
@Produces(MediaType.TEXT_HTML)
public class ComparisonPage {
    private final FileComparison fileComparison;
    private final Decisions decisions;
    private final Runs runs;
    private final FiledComparisons comparisons;
    private final Histories histories;
    private final People people;
    private final Input input;
    private final Once once;
    private final Visit visit;

    ComparisonPage(
            FileComparison fileComparison,
            Decisions decisions,
            Runs runs,
            FiledComparisons comparisons,
            Histories histories,
            People people,
            Input input,
            Once once,
            Visit visit) {
        this.fileComparison = fileComparison;
        this.decisions = decisions;
        this.runs = runs;
        this.comparisons = comparisons;
        this.histories = histories;
        this.people = people;
        this.input = input;
        this.once = once;
        this.visit = visit;
    }

    /** What is on record, as the page tells it. */
    record OnRecord(
            String by, Instant at, String digest, boolean current, boolean holds, List<Named> named, int runs) {}

    /** A difference that would be named, and what was typed about it or is on record. */
    record Asked(int index, Mismatch mismatch, String typed) {}

    /** The page; closed says why nothing can be filed, and is empty when it can. Asked are the differences that would be named. */
    @CheckedTemplate(basePath = "evidence", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ComparisonSheet(
            ComparisonView view,
            HistoryView history,
            @Nullable OnRecord filed,
            String closed,
            List<Asked> asked,
            Filled form,
            String nonce)
            implements TemplateInstance {}

    @GET
    @Path("{criterion}")
    @RolesAllowed(Access.READ)
    public TemplateInstance show(@PathParam("key") String key, @PathParam("criterion") String criterion) {
        return page(key, criterion, Filled.BLANK);
    }

    @POST
    @Path("{criterion}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Access.FILE)
    public Response file(
            @PathParam("key") String key,
            @PathParam("criterion") String criterion,
            MultivaluedMap<String, String> sent) {
        String address = "/decisions/" + key + "/comparisons/" + criterion;
        try {
            sent.putSingle("/criterion", criterion);
            FileComparison.Terms terms = input.form(sent, "requests-1", "comparison", FileComparison.Terms.class);
            once.answer(visit.actor().id(), Sent.once(sent), "compare " + key + " " + terms, () -> {
                fileComparison.file(visit.actor(), key, terms);
                return Sent.done(address);
            });
            return Response.seeOther(URI.create(address)).build();
        } catch (Problem refused) {
            if (refused.status() == 404) {
                throw refused;
            }
            return Response.status(refused.status())
                    .entity(page(key, criterion, Filled.refused(sent, refused)))
                    .build();
        }
    }

    private TemplateInstance page(String key, String criterion, Filled form) {
        Decision decision = decisions.visible(visit.actor(), key);
        Comparisons.Judged judged = Comparisons.of(
                        decision.material(), runs.of(decision.id()), comparisons.of(decision.id()))
                .on(criterion)
                .orElseThrow(() -> Problem.notFound("criterion \"" + criterion + "\" of " + key));
        return new ComparisonSheet(
                ComparisonView.of(decision, judged),
                history(judged),
                filed(judged),
                closed(decision),
                asked(judged.comparison().mismatches(), form),
                form,
                UUID.randomUUID().toString());
    }

    private static List<Asked> asked(List<Mismatch> mismatches, Filled form) {
        return IntStream.range(0, mismatches.size())
                .mapToObj(i -> new Asked(
                        i,
                        mismatches.get(i),
                        form.isRefused()
                                ? form.value("/differences/" + i + "/words")
                                : Objects.requireNonNullElse(mismatches.get(i).named(), "")))
                .toList();
    }

    private HistoryView history(Comparisons.Judged judged) {
        List<Long> measured = judged.comparison().groups().stream()
                .flatMap(group -> group.points().stream())
                .map(Point::run)
                .limit(HistoryView.MOST)
                .toList();
        String metric = judged.comparison().criterion().metric();
        return HistoryView.of(
                judged.comparison(), metric == null || measured.isEmpty() ? List.of() : histories.of(measured, metric));
    }

    private @Nullable OnRecord filed(Comparisons.Judged judged) {
        FiledComparison filed = judged.filed();
        return filed == null
                ? null
                : new OnRecord(
                        Objects.requireNonNullElse(
                                people.names(List.of(filed.filedBy())).get(filed.filedBy()), "somebody"),
                        filed.filedAt(),
                        filed.digest(),
                        judged.current(),
                        judged.holds(),
                        filed.filing().named(),
                        filed.filing().runs().size());
    }

    private String closed(Decision decision) {
        try {
            ReviseMaterial.requireOpen(visit.actor(), decision, Part.RUNS);
            return "";
        } catch (Problem refused) {
            return refused.detail();
        }
    }
}
