package org.probatum.gate.requirement;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.probatum.decision.Decisions;
import org.probatum.decision.Gate;
import org.probatum.decision.Stage;
import org.probatum.gate.Case;
import org.probatum.gate.Finding;
import org.probatum.gate.Requirement;

/** What it takes the place of was published, and nothing else took that place before. */
@Singleton
class PlaceTaken implements Requirement {
    @Override
    public Question asks() {
        return new Question(
                "publication.supersedes",
                "Each decision whose place it takes is published, and neither revoked nor superseded",
                Gate.PUBLICATION,
                30,
                false);
    }

    @Override
    public Finding judge(Case laid) {
        List<Decisions.Named> named = laid.superseded();
        if (named.isEmpty()) {
            return new Finding.NotApplicable("It takes the place of no other decision.");
        }
        String own = laid.decision().key();
        List<String> wrong =
                named.stream().flatMap(one -> standsInTheWay(one, own).stream()).toList();
        return wrong.isEmpty()
                ? new Finding.Satisfied("It takes the place of "
                        + named.stream().map(Decisions.Named::key).collect(Collectors.joining(", ")) + ".")
                : new Finding.Unsatisfied(
                        String.join(" ", wrong),
                        "Name in the summary only published decisions whose place is not taken, or none.");
    }

    private static Optional<String> standsInTheWay(Decisions.Named one, String own) {
        if (one.key().equals(own)) {
            return Optional.of(own + " is this decision itself.");
        } else if (one.stage() != Stage.PUBLISHED) {
            return Optional.of(one.key() + " is not published.");
        } else if (!one.validity().ended() || own.equals(one.successor())) {
            return Optional.empty();
        }
        return Optional.of(one.key()
                + (one.successor() == null ? " is revoked." : " was superseded by " + one.successor() + " already."));
    }
}
