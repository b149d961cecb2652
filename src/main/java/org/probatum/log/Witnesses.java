package org.probatum.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.probatum.log.note.Malformed;

/** The witnesses that whoever runs the service has named, and how many of them a checkpoint needs. */
@ApplicationScoped
class Witnesses {
    private final List<Witness> named = new ArrayList<>();
    private final int quorum;

    Witnesses(
            @ConfigProperty(name = "probatum.log.witnesses") Optional<List<String>> witnesses,
            @ConfigProperty(name = "probatum.log.witness-quorum", defaultValue = "0") int quorum) {
        witnesses.orElse(List.of()).forEach(text -> named.add(parsed(text)));
        long names = named.stream().map(one -> one.key().name()).distinct().count();
        if (names < named.size()) {
            throw new IllegalStateException("probatum.log.witnesses names a witness twice. Name each once.");
        }
        if (quorum < 0 || quorum > named.size()) {
            throw new IllegalStateException("probatum.log.witness-quorum is " + quorum + ", with " + named.size()
                    + " witnesses. It is a number from 0 to that.");
        }
        this.quorum = quorum;
    }

    List<Witness> named() {
        return List.copyOf(named);
    }

    /** Their keys, as cosignatures are kept under them. */
    String[] keys() {
        return named.stream().map(one -> one.key().text()).toArray(String[]::new);
    }

    /** How many must have cosigned a checkpoint before it is given out. */
    int quorum() {
        return quorum;
    }

    private static Witness parsed(String text) {
        try {
            return Witness.parse(text);
        } catch (Malformed fault) {
            throw new IllegalStateException(
                    "probatum.log.witnesses has \"" + text + "\": " + fault.getMessage()
                            + ". It looks like https://witness.example.org witness.example.org+1a2b3c4d+<base64>.",
                    fault);
        }
    }
}
