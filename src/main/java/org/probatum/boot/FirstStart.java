package org.probatum.boot;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.probatum.people.Governance;
import org.probatum.people.Password;
import org.probatum.people.People;
import org.probatum.people.Person;
import org.probatum.people.PlatformRole;

/**
 * What happens when nobody is there yet: the demo brings its own people; any other service needs an explicit first
 * administrator, who makes the teams and the people, and starts with nothing else.
 */
@ApplicationScoped
class FirstStart {
    private static final Logger LOG = Logger.getLogger(FirstStart.class);

    private final People people;
    private final Governance governance;
    private final DemoPeople demoPeople;
    private final DemoDecisions demoDecisions;
    private final List<DemoChapter> chapters;
    private final boolean demo;
    private final Optional<String> username;
    private final Optional<String> password;

    FirstStart(
            People people,
            Governance governance,
            DemoPeople demoPeople,
            DemoDecisions demoDecisions,
            @All List<DemoChapter> chapters,
            @ConfigProperty(name = "probatum.demo", defaultValue = "false") boolean demo,
            @ConfigProperty(name = "probatum.admin.username") Optional<String> username,
            @ConfigProperty(name = "probatum.admin.password") Optional<String> password) {
        this.people = people;
        this.governance = governance;
        this.demoPeople = demoPeople;
        this.demoDecisions = demoDecisions;
        this.chapters = chapters.stream()
                .sorted(Comparator.comparingInt(DemoChapter::order))
                .toList();
        this.demo = demo;
        this.username = username;
        this.password = password;
    }

    void begin(@Observes @Priority(Interceptor.Priority.APPLICATION) StartupEvent started) {
        boolean nobody = QuarkusTransaction.requiringNew().call(() -> people.count() == 0);
        if (!nobody) {
            return;
        }
        if (demo) {
            demoPeople.seed();
            demoDecisions.tell();
            chapters.forEach(DemoChapter::tell);
            return;
        }
        QuarkusTransaction.requiringNew().run(this::admit);
    }

    private void admit() {
        if (username.isEmpty() || password.isEmpty() || password.get().length() < 12) {
            throw new StartRefused(
                    "Nobody can sign in yet. Name the first administrator: set PROBATUM_ADMIN_USERNAME and"
                            + " PROBATUM_ADMIN_PASSWORD (12 characters or more), start once, then unset the password.");
        }
        Person administrator = new Person(
                username.get(),
                username.get(),
                username.get() + "@localhost",
                Set.of(PlatformRole.PLATFORM_OWNER),
                Set.of(),
                false);
        administrator.password(Password.of(password.get()));
        people.persist(administrator);
        governance.changed(
                null,
                "PersonCreated",
                null,
                Map.of("person", username.get(), "platformRoles", administrator.platformRoles()));
        LOG.infof("%s is the first administrator.", username.get());
    }
}
