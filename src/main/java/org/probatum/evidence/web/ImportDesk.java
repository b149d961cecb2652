package org.probatum.evidence.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.evidence.tracker.BrowseTracker;
import org.probatum.evidence.tracker.Experiment;
import org.probatum.evidence.tracker.Listing;
import org.probatum.evidence.tracker.RunHead;
import org.probatum.evidence.tracker.Trackers;
import org.probatum.people.Actor;
import org.probatum.shared.Problem;

/** Looks into a tracker for the page that imports from it; a tracker that does not answer is told of, and the page stays. */
@ApplicationScoped
class ImportDesk {
    private static final int METRICS = 4;

    private final Trackers trackers;
    private final BrowseTracker browseTracker;

    ImportDesk(Trackers trackers, BrowseTracker browseTracker) {
        this.trackers = trackers;
        this.browseTracker = browseTracker;
    }

    /** Where somebody looks, as the page's address has it. */
    static final class Asked {
        @QueryParam("tracker")
        @Nullable
        String tracker;

        @QueryParam("experiment")
        @Nullable
        String experiment;

        @QueryParam("filter")
        @Nullable
        String filter;

        @QueryParam("from")
        @Nullable
        String from;

        /** Where they looked when they chose. */
        static Asked again(MultivaluedMap<String, String> form) {
            Asked asked = new Asked();
            asked.tracker = form.getFirst("/tracker");
            asked.experiment = form.getFirst("experiment");
            asked.filter = form.getFirst("filter");
            return asked;
        }
    }

    /** A run as the page lists it. */
    record Found(RunHead run, String metrics) {
        static Found of(RunHead run) {
            String metrics = run.metrics().entrySet().stream()
                    .limit(METRICS)
                    .map(Found::words)
                    .collect(Collectors.joining(", "));
            int more = run.metrics().size() - METRICS;
            return new Found(run, more > 0 ? metrics + " and " + more + " more" : metrics);
        }

        private static String words(Map.Entry<String, String> metric) {
            String value = metric.getValue();
            return metric.getKey() + " " + (value.length() > 8 && !value.contains("E") ? value.substring(0, 8) : value);
        }
    }

    /** What is seen: the trackers, the one chosen, its experiments, and the runs of one of them. */
    record Sight(
            List<TrackerAnswer> trackers,
            @Nullable TrackerAnswer chosen,
            List<Experiment> experiments,
            String experiment,
            String filter,
            List<Found> runs,
            @Nullable String next,
            @Nullable String fault) {
        static final Sight NOTHING = new Sight(List.of(), null, List.of(), "", "", List.of(), null, null);

        /** The address of the page that goes on where this one ends. */
        public String more() {
            return "?tracker=" + encoded(chosen == null ? "" : chosen.name()) + "&experiment=" + encoded(experiment)
                    + "&filter=" + encoded(filter) + "&from=" + encoded(next == null ? "" : next);
        }

        private static String encoded(String value) {
            return URLEncoder.encode(value, StandardCharsets.UTF_8);
        }

        /** Runs were looked for. */
        public boolean searched() {
            return !experiment.isEmpty() && fault == null;
        }
    }

    Sight look(Actor actor, Decision decision, Asked asked) {
        List<TrackerAnswer> all =
                trackers.of(decision.teamId()).stream().map(TrackerAnswer::of).toList();
        String experiment = Objects.requireNonNullElse(asked.experiment, "");
        String filter = Objects.requireNonNullElse(asked.filter, "");
        Optional<TrackerAnswer> chosen = all.stream()
                .filter(one -> all.size() == 1 || one.name().equals(asked.tracker))
                .findFirst();
        if (chosen.isEmpty()) {
            return new Sight(all, null, List.of(), experiment, filter, List.of(), null, null);
        }
        String slug = decision.team().slug();
        long id = chosen.get().id();
        List<Experiment> experiments = List.of();
        try {
            experiments = browseTracker.experiments(actor, slug, id, null, null).items();
            Listing<RunHead> runs = experiment.isEmpty()
                    ? new Listing<>(List.of(), null)
                    : browseTracker.runs(actor, slug, id, List.of(experiment), filter, asked.from);
            return new Sight(
                    all,
                    chosen.get(),
                    experiments,
                    experiment,
                    filter,
                    runs.items().stream().map(Found::of).toList(),
                    runs.next(),
                    null);
        } catch (Problem fault) {
            return new Sight(all, chosen.get(), experiments, experiment, filter, List.of(), null, fault.detail());
        }
    }
}
