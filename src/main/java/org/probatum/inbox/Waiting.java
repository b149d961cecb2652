package org.probatum.inbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probatum.people.Actor;
import org.probatum.people.Competence;
import org.probatum.people.StandIn;
import org.probatum.people.TeamRole;

/** For whom something may wait that is the actor's to do: for themselves first, and for absent people where they cannot do it themselves. */
record Waiting(List<Person> people, List<Fit> fits) {
    /** One whose own items count, in one team or in all; absent is their id when it is not the actor. */
    record Person(long id, @Nullable Long team, @Nullable Long absent) {}

    /** A slot of a team, the absent person it is filled for, and who must not be excluded. */
    record Fit(long team, String slot, @Nullable Long absent, String barred) {}

    private record Place(long team, String slot) {}

    static Waiting of(Actor actor, @Nullable Long only) {
        List<Person> people = new ArrayList<>(List.of(new Person(actor.id(), only, null)));
        Map<Place, Fit> fits = new LinkedHashMap<>();
        actor.memberships().forEach((team, roles) -> add(fits, actor, only, team, roles, actor.competences(), null));
        for (StandIn absent : actor.standsFor()) {
            absent.lent().forEach((team, roles) -> {
                if (only == null || only.equals(team)) {
                    people.add(new Person(absent.id(), team, absent.id()));
                }
                add(fits, actor, only, team, roles, absent.competences(), absent.id());
            });
        }
        return new Waiting(people, List.copyOf(fits.values()));
    }

    private static void add(
            Map<Place, Fit> fits,
            Actor actor,
            @Nullable Long only,
            long team,
            Set<TeamRole> roles,
            Set<Competence> competences,
            @Nullable Long absent) {
        if (only != null && only != team) {
            return;
        }
        String barred = Stream.concat(
                        Stream.of(actor.id()),
                        actor.standsFor().stream()
                                .filter(person -> person.covers(team))
                                .map(StandIn::id))
                .map(String::valueOf)
                .collect(Collectors.joining(",", "{", "}"));
        Stream.concat(roles.stream().map(TeamRole::name), competences.stream().map(Competence::name))
                .forEach(slot -> fits.putIfAbsent(new Place(team, slot), new Fit(team, slot, absent, barred)));
    }

    /** The people as columns: their ids, the teams they are narrowed to, and their ids once more where they are absent. */
    List<Object[]> whose() {
        return List.of(
                people.stream().map(Person::id).toArray(),
                people.stream().map(Person::team).toArray(),
                people.stream().map(Person::absent).toArray());
    }

    Object[] teams() {
        return fits.stream().map(Fit::team).toArray();
    }

    Object[] slots() {
        return fits.stream().map(Fit::slot).toArray();
    }

    Object[] absent() {
        return fits.stream().map(Fit::absent).toArray();
    }

    Object[] barred() {
        return fits.stream().map(Fit::barred).toArray();
    }
}
