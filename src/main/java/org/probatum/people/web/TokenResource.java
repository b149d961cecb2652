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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;
import org.probatum.people.Access;
import org.probatum.people.ApiToken;
import org.probatum.people.Tokens;
import org.probatum.people.Visit;
import org.probatum.shared.web.Input;

/** One's own API tokens for programs. Issuing and revoking is more than reading: a token that only reads does neither. */
@Path("/api/v1/tokens")
@Produces(MediaType.APPLICATION_JSON)
@Consumes({MediaType.APPLICATION_JSON, Input.YAML, "application/x-yaml", "text/yaml"})
public class TokenResource {
    private final Tokens tokens;
    private final Input input;
    private final Visit visit;

    TokenResource(Tokens tokens, Input input, Visit visit) {
        this.tokens = tokens;
        this.input = input;
        this.visit = visit;
    }

    /** What is asked for: a name, how far it reaches, how many days it lasts. */
    record Wanted(String name, List<String> scopes, int days) {
        Tokens.Issued issue(Tokens tokens, Visit visit) {
            return tokens.issue(visit.actor(), name.strip(), Set.copyOf(scopes), Duration.ofDays(days));
        }
    }

    /** A token; its secret only in the answer that issues it. */
    record TokenAnswer(
            long id,
            String name,
            List<String> scopes,
            Instant created,
            Instant expires,
            @Nullable Instant revoked,
            @Nullable String token) {
        static TokenAnswer of(ApiToken token, @Nullable String secret) {
            return new TokenAnswer(
                    token.id(),
                    token.name(),
                    token.scopes(),
                    token.createdAt(),
                    token.expiresAt(),
                    token.revokedAt(),
                    secret);
        }
    }

    @GET
    @RolesAllowed(Access.READ)
    public List<TokenAnswer> list() {
        return tokens.of(visit.actor()).stream()
                .map(token -> TokenAnswer.of(token, null))
                .toList();
    }

    @POST
    @RolesAllowed(Access.FILE)
    @RequestBody(ref = "requests-1.token")
    public Response issue(byte @Nullable [] body, @HeaderParam(HttpHeaders.CONTENT_TYPE) String type) {
        Tokens.Issued issued =
                input.read(body, type, "requests-1", "token", Wanted.class).issue(tokens, visit);
        return Response.status(201)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(TokenAnswer.of(issued.token(), issued.secret().words()))
                .build();
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Access.FILE)
    public void revoke(@PathParam("id") long id) {
        tokens.revoke(visit.actor(), id);
    }
}
