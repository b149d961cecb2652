package org.probatum.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.probatum.log.note.Malformed;
import org.probatum.log.note.NoteKey;
import org.probatum.log.note.NoteSigner;

/**
 * The key that signs checkpoints, kept outside the database, and the one it takes over from while keys are changed. Without a
 * key the log is not sequenced: what happens waits, and is in it once there is one.
 */
@ApplicationScoped
public class LogKeys {
    private final @Nullable NoteSigner signer;
    private final @Nullable NoteSigner retiring;

    LogKeys(
            @ConfigProperty(name = "probatum.log.key") Optional<String> key,
            @ConfigProperty(name = "probatum.log.retiring-key") Optional<String> retiring) {
        this.signer = signer("probatum.log.key", key);
        this.retiring = signer("probatum.log.retiring-key", retiring);
    }

    /** Whoever signs; empty where no key was given. */
    public Optional<NoteSigner> signer() {
        return Optional.ofNullable(signer);
    }

    /** Whoever signed until now, during a change of keys. */
    Optional<NoteSigner> retiring() {
        return Optional.ofNullable(retiring);
    }

    /** The public key. */
    public Optional<NoteKey> key() {
        return signer().map(NoteSigner::key);
    }

    private static @Nullable NoteSigner signer(String name, Optional<String> key) {
        if (key.isEmpty()) {
            return null;
        }
        try {
            return NoteSigner.parse(key.get().strip());
        } catch (Malformed fault) {
            throw new IllegalStateException(
                    name + " is no key of a log: " + fault.getMessage()
                            + ". It looks like PRIVATE+KEY+<name>+<id>+<base64>;"
                            + " \"log-key <name>\" on the command line draws one.",
                    fault);
        }
    }
}
