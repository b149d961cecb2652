package org.probatum.rerun.web;

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
import org.probatum.people.Access;
import org.probatum.people.Visit;
import org.probatum.rerun.Printed;
import org.probatum.rerun.queue.CancelRerun;
import org.probatum.rerun.queue.OrderReruns;
import org.probatum.shared.web.Input;

/** Reruns as they go: what waits, what runs, what came of it; and the orders that start and end them. */
@Path("/decisions/{key: [A-Z]{2,6}-[0-9]{1,9}}/reruns")
@Produces(MediaType.TEXT_HTML)
public class RerunPage {
    private final RerunDesk desk;
    private final RerunLog log;
    private final OrderReruns orderReruns;
    private final CancelRerun cancelRerun;
    private final Input input;
    private final Visit visit;

    RerunPage(
            RerunDesk desk, RerunLog log, OrderReruns orderReruns, CancelRerun cancelRerun, Input input, Visit visit) {
        this.desk = desk;
        this.log = log;
        this.orderReruns = orderReruns;
        this.cancelRerun = cancelRerun;
        this.input = input;
        this.visit = visit;
    }

    /** All of a decision. */
    @CheckedTemplate(basePath = "rerun", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record RerunList(RerunDesk.Table table) implements TemplateInstance {}

    /** One of them, live while it runs. */
    @CheckedTemplate(basePath = "rerun", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record RerunSheet(RerunDesk.Sheet sheet, Printed printed) implements TemplateInstance {}

    @GET
    @RolesAllowed(Access.READ)
    public TemplateInstance list(@PathParam("key") String key) {
        return new RerunList(desk.table(visit.actor(), key));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Access.FILE)
    public Response order(@PathParam("key") String key, MultivaluedMap<String, String> sent) {
        OrderReruns.Wish wish = input.form(sent, "requests-1", "rerunOrder", OrderReruns.Wish.class);
        orderReruns.order(visit.actor(), key, wish);
        return back(key, "");
    }

    @GET
    @Path("{rerun: [0-9]{1,18}}")
    @RolesAllowed(Access.READ)
    public TemplateInstance show(@PathParam("key") String key, @PathParam("rerun") long id) {
        return new RerunSheet(desk.sheet(visit.actor(), key, id), log.read(visit.actor(), key, id, -1));
    }

    @POST
    @Path("{rerun: [0-9]{1,18}}/cancellation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Access.FILE)
    public Response cancel(@PathParam("key") String key, @PathParam("rerun") long id) {
        cancelRerun.cancel(visit.actor(), key, id);
        return back(key, "/" + id);
    }

    private static Response back(String key, String below) {
        return Response.seeOther(URI.create("/decisions/" + key + "/reruns" + below))
                .build();
    }
}
