package org.probatum.people.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.probatum.people.Access;
import org.probatum.people.KeepCalendar;
import org.probatum.people.PublicHolidays;
import org.probatum.people.Team;
import org.probatum.people.Teams;
import org.probatum.people.Visit;
import org.probatum.shared.Problem;
import org.probatum.shared.Violation;
import org.probatum.shared.web.Filled;
import org.probatum.shared.web.Input;

/** When a team works: everybody in it sees the calendar, its lead or a platform owner keeps it here. */
@Path("/team/{slug}/calendar")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class CalendarPage {
    private final Teams teams;
    private final KeepCalendar keepCalendar;
    private final PublicHolidays publicHolidays;
    private final Input input;
    private final Visit visit;

    CalendarPage(Teams teams, KeepCalendar keepCalendar, PublicHolidays publicHolidays, Input input, Visit visit) {
        this.teams = teams;
        this.keepCalendar = keepCalendar;
        this.publicHolidays = publicHolidays;
        this.input = input;
        this.visit = visit;
    }

    /** A day off no more. */
    record Removal(LocalDate day) {}

    @CheckedTemplate(basePath = "people", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CalendarSheet(
            Team team,
            List<KeepCalendar.Holiday> holidays,
            List<DayOfWeek> days,
            boolean keeping,
            Map<String, String> countries,
            Filled typed,
            String form)
            implements TemplateInstance {}

    @GET
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Access.READ)
    public TemplateInstance show(@PathParam("slug") String slug) {
        return page(slug, Filled.BLANK, "");
    }

    @POST
    @RolesAllowed({Access.REVIEW, Access.ADMIN})
    public Response set(@PathParam("slug") String slug, MultivaluedMap<String, String> sent) {
        return done(slug, sent, "days", form -> {
            KeepCalendar.Terms terms = input.form(form, "requests-1", "calendar", KeepCalendar.Terms.class);
            List<DayOfWeek> weekend = terms.weekend();
            if (weekend == null || weekend.isEmpty()) {
                // A form that lost its fields looks the same: nobody comes to work every day by that.
                throw Problem.invalid(List.of(Violation.at(
                        "/weekend",
                        "no day of rest is ticked",
                        "tick one or more; a team that works every day says so through the API")));
            }
            keepCalendar.set(visit.actor(), slug, new KeepCalendar.Terms(terms.zone(), weekend, null));
        });
    }

    @POST
    @Path("holidays")
    @RolesAllowed({Access.REVIEW, Access.ADMIN})
    public Response add(@PathParam("slug") String slug, MultivaluedMap<String, String> sent) {
        return done(
                slug,
                sent,
                "holiday",
                form -> keepCalendar.add(
                        visit.actor(),
                        slug,
                        List.of(input.form(form, "requests-1", "holiday", KeepCalendar.Holiday.class))));
    }

    @POST
    @Path("holidays/removal")
    @RolesAllowed({Access.REVIEW, Access.ADMIN})
    public Response remove(@PathParam("slug") String slug, MultivaluedMap<String, String> sent) {
        return done(
                slug,
                sent,
                "removal",
                form -> keepCalendar.remove(
                        visit.actor(),
                        slug,
                        input.form(form, "requests-1", "holidayRemoval", Removal.class)
                                .day()));
    }

    @POST
    @Path("holidays/year")
    @RolesAllowed({Access.REVIEW, Access.ADMIN})
    public Response addYear(@PathParam("slug") String slug, MultivaluedMap<String, String> sent) {
        return done(
                slug,
                sent,
                "year",
                form -> keepCalendar.add(
                        visit.actor(),
                        slug,
                        publicHolidays.of(input.form(form, "requests-1", "holidayYear", PublicHolidays.Wanted.class))));
    }

    private Response done(
            String slug,
            MultivaluedMap<String, String> sent,
            String form,
            Consumer<MultivaluedMap<String, String>> act) {
        try {
            act.accept(sent);
            return Response.seeOther(URI.create("/team/" + slug + "/calendar")).build();
        } catch (Problem refusal) {
            if (refusal.status() == 404 && form.equals("days")) {
                throw refusal;
            }
            return Response.status(refusal.status())
                    .entity(page(slug, Filled.refused(sent, refusal), form))
                    .build();
        }
    }

    private TemplateInstance page(String slug, Filled typed, @Nullable String form) {
        Team team = teams.bySlug(slug)
                .filter(found -> visit.actor().sees(found.id()))
                .orElseThrow(() -> Problem.notFound("team " + slug));
        return new CalendarSheet(
                team,
                team.calendar().holidays().entrySet().stream()
                        .map(day -> new KeepCalendar.Holiday(day.getKey(), day.getValue()))
                        .toList(),
                List.of(DayOfWeek.values()),
                KeepCalendar.keeps(visit.actor(), team.id()),
                publicHolidays.countries(),
                typed,
                form == null ? "" : form);
    }
}
