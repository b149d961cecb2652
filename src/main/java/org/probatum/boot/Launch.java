package org.probatum.boot;

import io.quarkus.runtime.Quarkus;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Starts the service; without a database to go to, with one of its own and the demo on it. */
final class Launch {
    private static final Logger LOG = Logger.getLogger(Launch.class);
    private static final long STOP_WITHIN_SECONDS = 20;

    private Launch() {}

    static void start() {
        if (Rehearsal.isAsked()) {
            Rehearsal.run();
            return;
        }
        if (hasDatabase()) {
            Quarkus.run(null, Launch::ended);
            return;
        }
        CountDownLatch stopped = new CountDownLatch(1);
        try {
            Path folder = Path.of(ConfigProvider.getConfig()
                    .getOptionalValue("probatum.data", String.class)
                    .orElse("data"));
            EmbeddedDatabase database = EmbeddedDatabase.start(folder);
            database.configure();
            LOG.infof("The database under %s is up.", folder);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                await(stopped);
                database.close();
            }));
            Quarkus.run(null, (exitCode, fault) -> {
                stopped.countDown();
                ended(exitCode, fault);
            });
        } catch (EmbeddedDatabase.Unavailable e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } finally {
            stopped.countDown();
        }
    }

    private static boolean hasDatabase() {
        return ConfigProvider.getConfig()
                .getOptionalValue("quarkus.datasource.jdbc.url", String.class)
                .isPresent();
    }

    /** A start that failed says why in a line, before the details if there are any. */
    private static void ended(int exitCode, @Nullable Throwable fault) {
        if (fault != null) {
            Throwable root = fault;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            String why = "Probatum did not start: " + root.getMessage();
            if (root instanceof StartRefused) {
                System.err.println(why);
            } else {
                LOG.error(why, fault);
            }
        }
        System.exit(exitCode);
    }

    /** The database stops after the service that writes to it. */
    private static void await(CountDownLatch stopped) {
        try {
            if (!stopped.await(STOP_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                System.err.println(
                        "The service has not stopped within " + STOP_WITHIN_SECONDS + " s; its database stops now.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
