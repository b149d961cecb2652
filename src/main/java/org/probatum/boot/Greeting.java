package org.probatum.boot;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the demo prints once it is up: where it is, and who can sign in. */
@ApplicationScoped
class Greeting {
    private static final String WORDS = """

              Probatum is at  http://localhost:%d

              sign in as      mira    author, credit risk              every password: %s
                              ivo     reviewer and publisher (security, performance)
                              dana    lead and risk owner (operability, maintainability)
                              audra   auditor: reads everything, changes nothing
                              paul    platform owner: keeps teams and people

              stop it with    Ctrl+C (what was done stays under %s)
            """;

    private final boolean demo;
    private final int port;
    private final String folder;

    Greeting(
            @ConfigProperty(name = "probatum.demo", defaultValue = "false") boolean demo,
            @ConfigProperty(name = "quarkus.http.port", defaultValue = "8080") int port,
            @ConfigProperty(name = "probatum.data", defaultValue = "data") String folder) {
        this.demo = demo;
        this.port = port;
        this.folder = folder;
    }

    void greet(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER + 100) StartupEvent started) {
        if (demo) {
            System.out.printf(WORDS, port, DemoPeople.PASSWORD, folder);
        }
    }
}
