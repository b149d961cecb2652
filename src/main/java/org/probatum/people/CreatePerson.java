package org.probatum.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.probatum.shared.Problem;
import org.probatum.shared.Violation;

/** A platform owner makes an account. Without a password nobody signs in to it. */
@ApplicationScoped
public class CreatePerson {
    private static final int MOST_BYTES = 72;

    /** Who they are. */
    public record NewPerson(
            String username,
            String name,
            String email,
            @Nullable String password,
            @Nullable List<Competence> competences,
            @Nullable List<PlatformRole> platformRoles) {
        @Override
        public String toString() {
            return "NewPerson[" + username + "]";
        }
    }

    private final People people;
    private final Governance governance;

    CreatePerson(People people, Governance governance) {
        this.people = people;
        this.governance = governance;
    }

    @Transactional
    public Person create(Actor actor, NewPerson wanted) {
        String password = wanted.password();
        if (password != null && password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw Problem.invalid(List.of(
                    Violation.at("/password", "it is longer than is read of it", "at most " + MOST_BYTES + " bytes")));
        }
        if (people.byUsername(wanted.username()).isPresent()) {
            throw taken(wanted.username());
        }
        Person person = new Person(
                wanted.username(),
                wanted.name().strip(),
                wanted.email(),
                Objects.requireNonNullElse(wanted.platformRoles(), List.of()),
                Objects.requireNonNullElse(wanted.competences(), List.of()),
                false);
        if (password != null) {
            person.password(Password.of(password));
        }
        try {
            people.persistAndFlush(person);
        } catch (ConstraintViolationException e) {
            throw taken(wanted.username());
        }
        governance.changed(
                actor,
                "PersonCreated",
                null,
                Map.of(
                        "person", person.username(),
                        "competences", person.competences(),
                        "platformRoles", person.platformRoles()));
        return person;
    }

    private static Problem taken(String username) {
        return Problem.conflict("taken", "The username \"" + username + "\" belongs to somebody else.");
    }
}
