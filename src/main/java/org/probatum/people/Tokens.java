package org.probatum.people;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.probatum.shared.Problem;

/** A person's API tokens: issued to oneself, listed and revoked by oneself. */
@ApplicationScoped
public class Tokens implements PanacheRepository<ApiToken> {
    /** A token as issued: the only time its secret is seen. */
    public record Issued(ApiToken token, Secret secret) {}

    private final Clock clock;
    private final Governance governance;

    Tokens(Clock clock, Governance governance) {
        this.clock = clock;
        this.governance = governance;
    }

    /** Issues a token that reaches no further than the sign-in that asks for it. */
    @Transactional
    public Issued issue(Actor actor, String name, Set<String> scopes, Duration lasts) {
        if (!actor.access().containsAll(scopes)) {
            throw Problem.forbidden(
                    "token-reaches-no-further",
                    "A token reaches no further than the one who issues it: " + actor.access() + ".");
        }
        Secret secret = Secret.fresh("prb_");
        Instant now = clock.instant();
        ApiToken token = new ApiToken(secret, actor.id(), name, scopes, now, now.plus(lasts));
        persist(token);
        governance.changed(
                actor,
                "TokenIssued",
                null,
                Map.of("token", token.id(), "name", name, "scopes", scopes, "expiresAt", now.plus(lasts)));
        return new Issued(token, secret);
    }

    public List<ApiToken> of(Actor actor) {
        return list("personId = ?1 order by id desc", actor.id());
    }

    /** Revokes a token of one's own; it is dead for the next request. */
    @Transactional
    public void revoke(Actor actor, long id) {
        ApiToken token = find("id = ?1 and personId = ?2", id, actor.id())
                .firstResultOptional()
                .orElseThrow(() -> Problem.notFound("token " + id));
        if (token.revokedAt == null) {
            token.revokedAt = clock.instant();
            governance.changed(actor, "TokenRevoked", null, Map.of("token", id));
        }
    }
}
