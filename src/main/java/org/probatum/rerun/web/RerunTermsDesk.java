package org.probatum.rerun.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probatum.people.Actor;
import org.probatum.people.Team;
import org.probatum.people.Teams;
import org.probatum.rerun.Limits;
import org.probatum.rerun.executor.RerunExecutors;
import org.probatum.rerun.executor.RerunSettings;
import org.probatum.rerun.executor.RerunTerms;
import org.probatum.shared.Problem;

/** Reads how a team's runs are run again, once for the page and for programs. */
@ApplicationScoped
class RerunTermsDesk {
    private static final int SHIFT = 20;

    private final Teams teams;
    private final RerunSettings settings;
    private final RerunExecutors executors;

    RerunTermsDesk(Teams teams, RerunSettings settings, RerunExecutors executors) {
        this.teams = teams;
        this.settings = settings;
        this.executors = executors;
    }

    /** A team laid open. */
    record Opened(Team team, View view) {}

    /** A team's terms with the limits in people's units, and what each executor says of itself. */
    record View(
            String executor,
            long minutes,
            int cpus,
            long memoryMegabytes,
            long outputMegabytes,
            int processes,
            @Nullable String queue,
            boolean chosen,
            int version,
            List<Choice> executors) {
        static View of(RerunTerms terms, List<Choice> choices) {
            Limits limits = terms.limits();
            return new View(
                    terms.executor(),
                    limits.time().toMinutes(),
                    limits.cpus(),
                    limits.memoryBytes() >> SHIFT,
                    limits.outputBytes() >> SHIFT,
                    limits.processes(),
                    terms.queue(),
                    terms.chosen(),
                    terms.version(),
                    choices);
        }

        /** The one that is used now, if it is still there. */
        public @Nullable Choice used() {
            return executors.stream()
                    .filter(choice -> choice.name().equals(executor))
                    .findFirst()
                    .orElse(null);
        }
    }

    /** An executor: why it cannot be used here, and what is missing that keeps its commands from doing harm. */
    record Choice(
            String name,
            boolean available,
            @Nullable String unavailable,
            @Nullable String warning) {}

    Opened open(Actor actor, String slug) {
        Team team = teams.bySlug(slug)
                .filter(found -> actor.sees(found.id()))
                .orElseThrow(() -> Problem.notFound("team " + slug));
        List<Choice> choices = executors.all().stream()
                .map(one -> new Choice(
                        one.name(),
                        one.unavailable().isEmpty(),
                        one.unavailable().orElse(null),
                        one.warning().orElse(null)))
                .toList();
        return new Opened(team, View.of(settings.of(team.id()), choices));
    }
}
