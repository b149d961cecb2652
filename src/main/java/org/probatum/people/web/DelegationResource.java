package org.probatum.people.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.probatum.people.Access;
import org.probatum.people.Delegate;
import org.probatum.people.Delegations;
import org.probatum.people.EndDelegation;
import org.probatum.people.Visit;
import org.probatum.shared.Json;
import org.probatum.shared.web.Input;
import org.probatum.shared.web.Once;

/** Who stands in for whom, for programs: the delegations one gave, received or made for another, past ones too. */
@Path("/api/v1/delegations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes({MediaType.APPLICATION_JSON, Input.YAML, "application/x-yaml", "text/yaml"})
public class DelegationResource {
    private final Delegate delegate;
    private final EndDelegation endDelegation;
    private final Delegations delegations;
    private final Input input;
    private final Once once;
    private final Visit visit;
    private final Clock clock;

    DelegationResource(
            Delegate delegate,
            EndDelegation endDelegation,
            Delegations delegations,
            Input input,
            Once once,
            Visit visit,
            Clock clock) {
        this.delegate = delegate;
        this.endDelegation = endDelegation;
        this.delegations = delegations;
        this.input = input;
        this.once = once;
        this.visit = visit;
        this.clock = clock;
    }

    /** A delegation by usernames; the state is one of planned, in force, over and ended. */
    record DelegationAnswer(
            long id,
            String from,
            String to,
            @Nullable String team,
            Instant fromAt,
            Instant untilAt,
            String reason,
            Instant madeAt,
            String madeBy,
            @Nullable Instant endedAt,
            String state) {
        static DelegationAnswer of(Delegations.Line line, Instant now) {
            return new DelegationAnswer(
                    line.id(),
                    line.absent(),
                    line.delegate(),
                    line.team(),
                    line.fromAt(),
                    line.untilAt(),
                    line.reason(),
                    line.madeAt(),
                    line.maker(),
                    line.endedAt(),
                    line.state(now));
        }
    }

    @GET
    @RolesAllowed(Access.READ)
    public List<DelegationAnswer> list() {
        Instant now = clock.instant();
        return delegations.concerning(visit.actor().id()).stream()
                .map(line -> DelegationAnswer.of(line, now))
                .toList();
    }

    @POST
    @RolesAllowed(Access.REVIEW)
    @RequestBody(ref = "requests-1.delegation")
    @APIResponseSchema(value = DelegationAnswer.class, responseCode = "201")
    public Response make(
            byte @Nullable [] body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            @HeaderParam("Idempotency-Key") @Nullable String name) {
        Delegate.Wanted wanted = input.read(body, type, "requests-1", "delegation", Delegate.Wanted.class);
        Once.Answer answer = once.answer(visit.actor().id(), name, "delegate " + wanted, () -> {
            long id = delegate.delegate(visit.actor(), wanted).id();
            DelegationAnswer made = DelegationAnswer.of(delegations.line(id), clock.instant());
            return new Once.Answer(201, "/api/v1/delegations/" + id, null, Json.write(made));
        });
        return Response.status(answer.status())
                .location(URI.create(String.valueOf(answer.location())))
                .entity(answer.body())
                .build();
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Access.REVIEW)
    public void end(@PathParam("id") long id) {
        endDelegation.end(visit.actor(), id);
    }
}
