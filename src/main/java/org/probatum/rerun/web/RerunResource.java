package org.probatum.rerun.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;
import org.probatum.people.Access;
import org.probatum.people.Visit;
import org.probatum.rerun.Printed;
import org.probatum.rerun.queue.CancelRerun;
import org.probatum.rerun.queue.OrderReruns;
import org.probatum.rerun.queue.Rerun;
import org.probatum.shared.Json;
import org.probatum.shared.web.Input;
import org.probatum.shared.web.Once;

/** Reruns of a decision's runs, for programs: ordered, followed until they are over, cancelled. */
@Path("/api/v1/decisions/{key}/reruns")
@Produces(MediaType.APPLICATION_JSON)
@Consumes({MediaType.APPLICATION_JSON, Input.YAML, "application/x-yaml", "text/yaml"})
public class RerunResource {
    private final RerunDesk desk;
    private final RerunLog log;
    private final OrderReruns orderReruns;
    private final CancelRerun cancelRerun;
    private final Input input;
    private final Once once;
    private final Visit visit;

    RerunResource(
            RerunDesk desk,
            RerunLog log,
            OrderReruns orderReruns,
            CancelRerun cancelRerun,
            Input input,
            Once once,
            Visit visit) {
        this.desk = desk;
        this.log = log;
        this.orderReruns = orderReruns;
        this.cancelRerun = cancelRerun;
        this.input = input;
        this.once = once;
        this.visit = visit;
    }

    /** All of a decision, newest first. */
    @GET
    @RolesAllowed(Access.READ)
    public List<RerunLine> list(@PathParam("key") String key) {
        return desk.table(visit.actor(), key).lines();
    }

    /** Has runs run again: those named, or every decisive run that is not reproduced yet. */
    @POST
    @RolesAllowed(Access.FILE)
    @RequestBody(ref = "requests-1.rerunOrder")
    public Response order(
            @PathParam("key") String key,
            byte @Nullable [] body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
            @HeaderParam("Idempotency-Key") @Nullable String name) {
        OrderReruns.Wish wish = input.read(body, type, "requests-1", "rerunOrder", OrderReruns.Wish.class);
        Once.Answer answer = once.answer(visit.actor().id(), name, "rerun " + key + " " + wish, () -> {
            List<Long> ids = orderReruns.order(visit.actor(), key, wish).stream()
                    .map(Rerun::id)
                    .toList();
            return new Once.Answer(
                    201,
                    "/api/v1/decisions/" + key + "/reruns",
                    null,
                    Json.write(desk.table(visit.actor(), key).lines().stream()
                            .filter(line -> ids.contains(line.id()))
                            .toList()));
        });
        return Response.status(answer.status())
                .type(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.LOCATION, answer.location())
                .entity(answer.body())
                .build();
    }

    @GET
    @Path("{rerun: [0-9]{1,18}}")
    @RolesAllowed(Access.READ)
    public RerunLine show(@PathParam("key") String key, @PathParam("rerun") long id) {
        return desk.sheet(visit.actor(), key, id).line();
    }

    /** What it printed from a byte on; an empty answer when there is nothing more yet. Where to go on is in a header. */
    @GET
    @Path("{rerun: [0-9]{1,18}}/log")
    @Produces(MediaType.TEXT_PLAIN)
    @RolesAllowed(Access.READ)
    public Response printed(
            @PathParam("key") String key, @PathParam("rerun") long id, @QueryParam("from") @Nullable String from) {
        long start = from != null && from.matches("[0-9]{1,15}") ? Long.parseLong(from) : 0;
        Printed printed = log.read(visit.actor(), key, id, start);
        return Response.ok(printed.bytes(), "text/plain; charset=utf-8")
                .header("Probatum-Next-Byte", printed.next())
                .build();
    }

    @POST
    @Path("{rerun: [0-9]{1,18}}/cancellation")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Access.FILE)
    public RerunLine cancel(@PathParam("key") String key, @PathParam("rerun") long id) {
        cancelRerun.cancel(visit.actor(), key, id);
        return desk.sheet(visit.actor(), key, id).line();
    }
}
