package org.probatum.decision;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.material.Criterion;
import org.probatum.decision.material.Material;
import org.probatum.decision.material.Option;
import org.probatum.decision.material.Risk;
import org.probatum.people.People;
import org.probatum.shared.Problem;
import org.probatum.shared.Violation;

/** What a schema cannot say: that names point at something that is there, and ids name one thing each. */
@ApplicationScoped
class Coherence {
    private final People people;
    private final Decisions decisions;

    Coherence(People people, Decisions decisions) {
        this.people = people;
        this.decisions = decisions;
    }

    /** Refuses material that does not hang together, naming every place. */
    void require(Material material, long teamId) {
        List<Violation> found = new ArrayList<>();
        List<Option> options = material.choice().options();
        unique(found, "/scope/criteria", material.scope().criteria(), Criterion::id);
        unique(found, "/options", options, Option::id);
        unique(found, "/risks", material.risks(), Risk::id);
        List<String> ids = options.stream().map(Option::id).toList();
        String selected = material.choice().selected();
        if (selected != null && !ids.contains(selected)) {
            found.add(Violation.at("/selected", "no option is called \"" + selected + "\"", oneOf(ids)));
        }
        for (int i = 0; i < material.tradeOffs().size(); i++) {
            String option = material.tradeOffs().get(i).option();
            if (!ids.contains(option)) {
                found.add(Violation.at(
                        "/tradeOffs/" + i + "/option", "no option is called \"" + option + "\"", oneOf(ids)));
            }
        }
        Set<String> unknown = people.unknownIn(teamId, material.people().toList());
        for (int i = 0; i < material.risks().size(); i++) {
            known(
                    found,
                    unknown,
                    "/risks/" + i + "/owner",
                    material.risks().get(i).owner());
        }
        if (material.rollback() != null) {
            known(found, unknown, "/rollback/owner", material.rollback().owner());
        }
        for (int i = 0; i < material.followUps().size(); i++) {
            known(
                    found,
                    unknown,
                    "/followUps/" + i + "/accountable",
                    material.followUps().get(i).accountable());
        }
        List<String> superseded = material.summary().superseded();
        Set<String> known = decisions.named(teamId, superseded).stream()
                .map(Decisions.Named::key)
                .collect(Collectors.toSet());
        for (int i = 0; i < superseded.size(); i++) {
            if (!known.contains(superseded.get(i))) {
                found.add(Violation.at(
                        "/summary/supersedes/" + i,
                        "the team has no decision " + superseded.get(i),
                        "the key of a published decision of the team's own"));
            }
        }
        if (!found.isEmpty()) {
            throw Problem.invalid(found);
        }
    }

    private static <T> void unique(
            List<Violation> found, String pointer, List<T> items, Function<T, @Nullable String> id) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            String one = id.apply(items.get(i));
            if (one != null && !seen.add(one)) {
                found.add(
                        Violation.at(pointer + "/" + i + "/id", "the id \"" + one + "\" is taken", "an id of its own"));
            }
        }
    }

    private static void known(List<Violation> found, Set<String> unknown, String pointer, @Nullable String username) {
        if (username != null && unknown.contains(username)) {
            found.add(Violation.at(
                    pointer, "nobody in the team signs in as \"" + username + "\"", "the username of a team member"));
        }
    }

    private static String oneOf(List<String> ids) {
        return ids.isEmpty() ? "list the option first" : "one of " + String.join(", ", ids);
    }
}
