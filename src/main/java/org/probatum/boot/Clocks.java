package org.probatum.boot;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The one clock of the service; tests put their own in its place. */
final class Clocks {
    @Produces
    @DefaultBean
    @Singleton
    Clock clock(@ConfigProperty(name = "probatum.demo", defaultValue = "false") boolean demo) {
        return demo ? new DemoClock() : Clock.systemUTC();
    }
}
