package org.probatum.gate.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.material.TradeOff;
import org.probatum.people.Competence;
import org.probatum.people.People;
import org.probatum.people.People.Member;
import org.probatum.people.TeamRole;
import org.probatum.shared.web.Field;

/** The people of a decision's team: what they are called, and who of them may do what. */
final class Names {
    private final List<Member> members;
    private final Map<String, String> byUsername;
    private final Map<Long, String> byId;

    Names(List<Member> members) {
        this.members = members;
        this.byUsername = members.stream()
                .collect(Collectors.toMap(
                        m -> m.person().username(), m -> m.person().name()));
        this.byId = members.stream()
                .collect(Collectors.toMap(m -> m.person().id(), m -> m.person().name()));
    }

    /** The name behind a username; the username itself for somebody who left the team. */
    public String of(String username) {
        return byUsername.getOrDefault(username, username);
    }

    /** Who assessed something: "Ben Adeyemi", "Ben Adeyemi for Ann Lee". */
    String of(TradeOff said) {
        String by = said.assessedBy() == null ? "" : of(said.assessedBy());
        return said.onBehalfOf() == null ? by : by + " for " + of(said.onBehalfOf());
    }

    /** The name behind an id, asking the database only for somebody who left the team. */
    String of(long id, People people) {
        String name = byId.get(id);
        return name != null ? name : people.names(List.of(id)).getOrDefault(id, "somebody");
    }

    /** Who holds a role and is not excluded. */
    List<String> holding(TeamRole role, Collection<Long> excluded) {
        return fitting(role.name(), excluded);
    }

    /** Who has a role or competence by its name and is not excluded. */
    List<String> fitting(String takes, Collection<Long> excluded) {
        return members.stream()
                .filter(m -> !excluded.contains(m.person().id()))
                .filter(m -> m.roles().stream().anyMatch(role -> role.name().equals(takes))
                        || m.person().competences().stream()
                                .anyMatch(competence -> competence.name().equals(takes)))
                .map(m -> m.person().name())
                .toList();
    }

    /** Who is competent and not excluded. */
    List<String> competent(Competence competence, Collection<Long> excluded) {
        return fitting(competence.name(), excluded);
    }

    /** Everybody, to choose from. */
    List<Field.Choice> choices() {
        return members.stream()
                .map(m -> new Field.Choice(m.person().username(), m.person().name()))
                .toList();
    }

    /** "Dana Ruiz or Ivo Lang"; words of one's own when there is nobody. */
    static String either(List<String> names, String otherwise) {
        return names.isEmpty() ? otherwise : joined(names, " or ");
    }

    static String joined(List<String> names, @Nullable String last) {
        if (names.size() < 2) {
            return String.join("", names);
        }
        return String.join(", ", names.subList(0, names.size() - 1)) + last + names.get(names.size() - 1);
    }
}
