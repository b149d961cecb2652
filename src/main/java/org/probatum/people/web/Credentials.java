package org.probatum.people.web;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.probatum.people.Actor;
import org.probatum.people.Actors;
import org.probatum.people.Secret;
import org.probatum.people.Visit;
import org.probatum.shared.Problem;
import org.probatum.shared.web.EarlyRefusals;

/** Reads who is asking: a session cookie from browsers, a bearer token from programs. */
@ApplicationScoped
public class Credentials implements HttpAuthenticationMechanism {
    /** The session's cookie. */
    public static final String COOKIE = "probatum-session";

    private static final String TILES = "/log/tile/";
    private static final String BEARER = "Bearer ";

    /** A secret to be recognised. */
    public static final class Shown extends BaseAuthenticationRequest {
        final Secret secret;
        final boolean token;

        Shown(Secret secret, boolean token) {
            this.secret = secret;
            this.token = token;
        }
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        Shown shown = shown(context);
        return shown == null
                ? Uni.createFrom().optional(Optional.<SecurityIdentity>empty())
                : identities
                        .authenticate(shown)
                        .onFailure(AuthenticationFailedException.class)
                        .recoverWithUni(failure -> shown.token
                                ? Uni.createFrom().failure(failure)
                                : Uni.createFrom().optional(Optional.<SecurityIdentity>empty()));
    }

    private static @Nullable Shown shown(RoutingContext context) {
        String header = context.request().getHeader("Authorization");
        if (header != null) {
            return new Shown(new Secret(header.startsWith(BEARER) ? header.substring(BEARER.length()) : ""), true);
        }
        Cookie cookie = context.request().getCookie(COOKIE);
        return cookie == null ? null : new Shown(new Secret(cookie.getValue()), false);
    }

    /** The API, and those files of the log that are not for everybody, are asked by programs. */
    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        String path = context.normalizedPath();
        return Uni.createFrom()
                .item(
                        path.startsWith("/api/") || path.startsWith(TILES)
                                ? new ChallengeData(401, "WWW-Authenticate", "Bearer realm=\"probatum\"")
                                : new ChallengeData(
                                        302,
                                        "Location",
                                        "/sign-in?next=" + URLEncoder.encode(path, StandardCharsets.UTF_8)));
    }

    /** Programs are told in words who they are not; browsers are sent to the sign-in page. */
    @Override
    public Uni<Boolean> sendChallenge(RoutingContext context) {
        return HttpAuthenticationMechanism.super.sendChallenge(context).invoke(() -> {
            if (context.response().getStatusCode() == 401 && !context.response().headWritten()) {
                EarlyRefusals.answer(
                        context, Problem.unauthorized("Sign in, or send a token that is known and not expired."));
            }
        });
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(Shown.class);
    }

    /** Recognises secrets. */
    @ApplicationScoped
    public static class Recognition implements IdentityProvider<Shown> {
        private final Actors actors;

        Recognition(Actors actors) {
            this.actors = actors;
        }

        @Override
        public Class<Shown> getRequestType() {
            return Shown.class;
        }

        @Override
        public Uni<SecurityIdentity> authenticate(Shown shown, AuthenticationRequestContext context) {
            return context.runBlocking(
                    () -> (shown.token ? actors.byToken(shown.secret) : actors.bySession(shown.secret))
                            .map(Recognition::identity)
                            .orElseThrow(AuthenticationFailedException::new));
        }

        private static SecurityIdentity identity(Actor actor) {
            return QuarkusSecurityIdentity.builder()
                    .setPrincipal(new QuarkusPrincipal(actor.username()))
                    .addRoles(actor.access())
                    .addAttribute(Visit.ACTOR, actor)
                    .build();
        }
    }
}
