package org.probatum.people.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;
import org.probatum.people.Access;
import org.probatum.people.Competence;
import org.probatum.people.CreatePerson;
import org.probatum.people.People;
import org.probatum.people.Person;
import org.probatum.people.PlatformRole;
import org.probatum.people.Visit;
import org.probatum.shared.web.Cursor;
import org.probatum.shared.web.Input;

/** People for programs; platform owners only. */
@Path("/api/v1/people")
@Produces(MediaType.APPLICATION_JSON)
@Consumes({MediaType.APPLICATION_JSON, Input.YAML, "application/x-yaml", "text/yaml"})
public class PersonResource {
    private final People people;
    private final CreatePerson createPerson;
    private final Input input;
    private final Visit visit;

    PersonResource(People people, CreatePerson createPerson, Input input, Visit visit) {
        this.people = people;
        this.createPerson = createPerson;
        this.input = input;
        this.visit = visit;
    }

    /** An account, without anything secret. */
    record PersonAnswer(
            String username,
            String name,
            String email,
            List<Competence> competences,
            List<PlatformRole> platformRoles) {
        static PersonAnswer of(Person person) {
            return new PersonAnswer(
                    person.username(),
                    person.name(),
                    person.email(),
                    person.competences().stream().sorted().toList(),
                    person.platformRoles().stream().sorted().toList());
        }
    }

    /** A page of the accounts, and the address of the next when there is one. */
    record Page(List<PersonAnswer> items, @Nullable String next) {}

    /** The accounts by username, after one of them. */
    @GET
    @RolesAllowed(Access.ADMIN)
    public Page list(@QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable String asked) {
        int limit = Cursor.limit(asked);
        List<PersonAnswer> found =
                people.find("username > ?1 order by username", after == null ? "" : after).page(0, limit + 1).stream()
                        .map(PersonAnswer::of)
                        .toList();
        if (found.size() <= limit) {
            return new Page(found, null);
        }
        String last = found.get(limit - 1).username();
        return new Page(found.subList(0, limit), "/api/v1/people?limit=" + limit + "&after=" + last);
    }

    @POST
    @RolesAllowed(Access.ADMIN)
    @RequestBody(ref = "requests-1.person")
    public Response create(byte @Nullable [] body, @HeaderParam(HttpHeaders.CONTENT_TYPE) String type) {
        Person person = createPerson.create(
                visit.actor(), input.read(body, type, "requests-1", "person", CreatePerson.NewPerson.class));
        return Response.status(201).entity(PersonAnswer.of(person)).build();
    }
}
