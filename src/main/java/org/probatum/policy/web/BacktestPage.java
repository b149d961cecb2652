package org.probatum.policy.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probatum.people.Access;
import org.probatum.people.Visit;
import org.probatum.policy.Table;
import org.probatum.policy.backtest.Backtests;
import org.probatum.shared.Json;

/** A backtest: how far it is, and each outcome that would flip, on pages or as a file. */
@Path("/policies/backtests")
public class BacktestPage {
    private static final int SHOWN = 100;

    private final Backtests backtests;
    private final Visit visit;

    BacktestPage(Backtests backtests, Visit visit) {
        this.backtests = backtests;
        this.visit = visit;
    }

    /** The page; older is where the next page begins, 0 when there is none. */
    @CheckedTemplate(basePath = "policy", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record BacktestSheet(Backtests.Backtest test, Table table, List<Backtests.Line> flips, int next, boolean first)
            implements TemplateInstance {}

    @GET
    @Path("{backtest:[0-9]+}")
    @Produces(MediaType.TEXT_HTML)
    @RolesAllowed(Access.READ)
    public TemplateInstance show(@PathParam("backtest") String id, @QueryParam("after") @Nullable String after) {
        Backtests.Backtest test = backtests.of(PolicyAnswers.number(id));
        int from = after != null && after.matches("[0-9]{1,9}") ? Integer.parseInt(after) : 0;
        List<Backtests.Line> flips =
                test.running() ? List.of() : backtests.flips(visit.actor(), test.id(), from, SHOWN);
        int last = flips.size() < SHOWN ? 0 : flips.get(flips.size() - 1).place();
        return new BacktestSheet(test, Table.byId(test.table()), flips, last, from == 0);
    }

    @GET
    @Path("{backtest:[0-9]+}.json")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Access.READ)
    public Response json(@PathParam("backtest") String id) {
        Backtests.Backtest test = backtests.of(PolicyAnswers.number(id));
        List<Backtests.Line> flips = new ArrayList<>();
        backtests.each(visit.actor(), test.id(), flips::add);
        return file(id, "json", Json.write(new PolicyAnswers.BacktestAnswer(test, flips, null)));
    }

    @GET
    @Path("{backtest:[0-9]+}.csv")
    @Produces("text/csv;charset=UTF-8")
    @RolesAllowed(Access.READ)
    public Response csv(@PathParam("backtest") String id) {
        Backtests.Backtest test = backtests.of(PolicyAnswers.number(id));
        StringBuilder csv = new StringBuilder("decision,team,kind,of,was,would be,consequence\r\n");
        backtests.each(visit.actor(), test.id(), line -> csv.append(String.join(
                        ",",
                        cell(line.key()),
                        cell(line.team()),
                        cell(line.kind()),
                        cell(line.subject()),
                        cell(line.was()),
                        cell(line.would()),
                        cell(line.consequence())))
                .append("\r\n"));
        return file(id, "csv", csv.toString());
    }

    private static Response file(String id, String kind, String content) {
        return Response.ok(content)
                .header("Content-Disposition", "attachment; filename=\"backtest-" + id + "." + kind + "\"")
                .build();
    }

    /** Quoted as RFC 4180 has it; what a spreadsheet would take for a formula is text. */
    private static String cell(String text) {
        String safe = text.matches("(?s)[=+\\-@\\t].*") ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
