package org.probatum.support;

import org.probatum.people.Actor;

/** Somebody in a test: who they are to actions, and the API token they call with. */
public record Player(Actor actor, String token) {
    public String username() {
        return actor.username();
    }

    public long id() {
        return actor.id();
    }
}
