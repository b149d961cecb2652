package org.probatum.people;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import org.probatum.shared.Problem;

/** The request's actor, for resources to hand to actions. */
@RequestScoped
public class Visit {
    /** The identity's attribute that holds the actor. */
    public static final String ACTOR = "probatum.actor";

    private final SecurityIdentity identity;

    Visit(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Whoever is signed in; routes open to everybody must ask {@link #isSignedIn} first. */
    public Actor actor() {
        Actor actor = identity.getAttribute(ACTOR);
        if (actor == null) {
            throw Problem.forbidden("sign-in-needed", "Sign in first.");
        }
        return actor;
    }

    public boolean isSignedIn() {
        return !identity.isAnonymous();
    }
}
