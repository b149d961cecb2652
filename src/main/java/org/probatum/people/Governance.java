package org.probatum.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells of every change of who may decide and by what rules, in the transaction that makes it: the log keeps it. */
@ApplicationScoped
public class Governance {
    /**
     * A change.
     *
     * @param by null when the service did it
     * @param type its stable name, such as MembershipSet
     * @param team the short name of the team whose matter it is; null for a matter of all
     * @param said what was changed, never a secret
     */
    public record Change(
            @Nullable Actor by, String type, @Nullable String team, Map<String, ?> said) {}

    private final Event<Change> listeners;

    Governance(Event<Change> listeners) {
        this.listeners = listeners;
    }

    /** Tells whoever keeps such changes. */
    public void changed(@Nullable Actor by, String type, @Nullable Team team, Map<String, ?> said) {
        listeners.fire(new Change(by, type, team == null ? null : team.slug(), said));
    }
}
