package org.probatum.inbox.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.probatum.inbox.Inbox;
import org.probatum.people.PlatformRole;
import org.probatum.people.TeamRole;
import org.probatum.people.Visit;

/** What the frame of every page says of whoever looks at it. Templates call it {@code viewer}. */
@Named("viewer")
@RequestScoped
public class Viewer {
    private final Visit visit;
    private final Inbox inbox;
    private final Clock clock;
    private final boolean demo;
    private Inbox.@Nullable Count count;

    Viewer(
            Visit visit,
            Inbox inbox,
            Clock clock,
            @ConfigProperty(name = "probatum.demo", defaultValue = "false") boolean demo) {
        this.visit = visit;
        this.inbox = inbox;
        this.clock = clock;
        this.demo = demo;
    }

    public boolean isSignedIn() {
        return visit.isSignedIn();
    }

    public String getName() {
        return visit.actor().name();
    }

    public String getInitials() {
        return Arrays.stream(getName().split("\\s+"))
                .filter(part -> !part.isEmpty())
                .limit(2)
                .map(part -> part.substring(0, part.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining());
    }

    public boolean isOwner() {
        return visit.isSignedIn() && visit.actor().platformRoles().contains(PlatformRole.PLATFORM_OWNER);
    }

    /** Belongs to a team as somebody who files. */
    public boolean isFiling() {
        return visit.isSignedIn()
                && visit.actor().memberships().values().stream().anyMatch(roles -> roles.contains(TeamRole.MEMBER));
    }

    public boolean isDemo() {
        return demo;
    }

    /** How many items wait, as the frame shows it. */
    public int getOpen() {
        return count().open();
    }

    public int getLate() {
        return count().late();
    }

    /** How many escalations wait for whoever looks. */
    public int getEscalated() {
        return count().escalations();
    }

    /** How many notifications are unread. */
    public int getUnread() {
        return count().unread();
    }

    private Inbox.Count count() {
        if (count == null) {
            count = inbox.count(visit.actor(), clock.instant());
        }
        return count;
    }
}
