package org.probatum.evidence.tracker.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.probatum.evidence.Series;
import org.probatum.evidence.manifest.Manifest;
import org.probatum.evidence.manifest.Metric;
import org.probatum.evidence.tracker.Experiment;
import org.probatum.evidence.tracker.Listing;
import org.probatum.evidence.tracker.ModelVersion;
import org.probatum.evidence.tracker.RunHead;
import org.probatum.evidence.tracker.Target;
import org.probatum.evidence.tracker.TrackedRun;
import org.probatum.evidence.tracker.TrackerFacts;
import org.probatum.evidence.tracker.TrackerFault;
import org.probatum.evidence.tracker.TrackerReader;

/** Reads MLflow servers, 2 and 3, by their REST API 2.0. */
@ApplicationScoped
public class MlflowReader implements TrackerReader {
    private static final int LISTED = 100;

    private final Server server;

    MlflowReader(Server server) {
        this.server = server;
    }

    @Override
    public String kind() {
        return "MLFLOW";
    }

    @Override
    public String greet(Target at) throws TrackerFault {
        int seen = experiments(at, null, null).items().size();
        return "MLflow answers and lets the service in: it shows " + (seen == LISTED ? LISTED + " or more" : seen)
                + (seen == 1 ? " experiment" : " experiments");
    }

    @Override
    public Listing<Experiment> experiments(Target at, @Nullable String filter, @Nullable String from)
            throws TrackerFault {
        JsonNode answer = server.post(at, "experiments/search", search(filter, from));
        List<Experiment> found = new ArrayList<>();
        answer.path("experiments")
                .forEach(one ->
                        found.add(new Experiment(Values.text(one, "experiment_id", ""), Values.text(one, "name", ""))));
        return new Listing<>(found, Values.text(answer, "next_page_token"));
    }

    @Override
    public Listing<RunHead> runs(Target at, List<String> experiments, @Nullable String filter, @Nullable String from)
            throws TrackerFault {
        ObjectNode question = search(filter, from);
        ArrayNode ids = question.putArray("experiment_ids");
        experiments.forEach(ids::add);
        question.put("run_view_type", "ACTIVE_ONLY");
        JsonNode answer = server.post(at, "runs/search", question);
        List<RunHead> found = new ArrayList<>();
        answer.path("runs").forEach(one -> found.add(head(FactsJson.of(one, null))));
        return new Listing<>(found, Values.text(answer, "next_page_token"));
    }

    @Override
    public TrackedRun run(Target at, String run, boolean hashArtifacts) throws TrackerFault {
        List<String> notes = new ArrayList<>();
        TrackerFacts facts = facts(at, run, notes);
        if (facts.wasDeleted()) {
            throw new TrackerFault(
                    TrackerFault.Kind.GONE, "It was deleted in " + at.name() + ": restore it there to import it");
        }
        SortedMap<String, Long> listed = facts.artifacts();
        Map<String, Artifacts.Read> read =
                hashArtifacts && listed != null ? new Artifacts(server, at, run).read(listed, notes) : Map.of();
        Manifest manifest = ManifestMapping.of(facts, at.name(), read, notes);
        List<Series> histories = new ArrayList<>();
        for (Metric metric : manifest.metrics()) {
            History.Points points = History.of(server, at, run, metric.name());
            histories.add(new Series(metric.name(), metric.dataset(), metric.split(), points.steps(), points.values()));
        }
        return new TrackedRun(facts, manifest, histories, models(at, run, notes), notes);
    }

    @Override
    public TrackerFacts facts(Target at, String run) throws TrackerFault {
        return facts(at, run, new ArrayList<>());
    }

    @Override
    public void tag(Target at, String run, Map<String, String> tags) throws TrackerFault {
        for (Map.Entry<String, String> tag : new TreeMap<>(tags).entrySet()) {
            server.post(
                    at,
                    "runs/set-tag",
                    Server.JSON
                            .createObjectNode()
                            .put("run_id", run)
                            .put("key", tag.getKey())
                            .put("value", tag.getValue()));
        }
    }

    private TrackerFacts facts(Target at, String run, List<String> notes) throws TrackerFault {
        JsonNode answer = server.get(at, "runs/get", Map.of("run_id", run)).path("run");
        TrackerFacts facts = FactsJson.of(answer, null);
        if (!facts.run().equals(run)) {
            throw new TrackerFault(
                    TrackerFault.Kind.NONSENSE,
                    at.name() + " answered about another run than was asked for: " + run + " was");
        }
        return facts.wasDeleted() ? facts : FactsJson.of(answer, new Artifacts(server, at, run).list(notes));
    }

    private List<ModelVersion> models(Target at, String run, List<String> notes) throws TrackerFault {
        List<ModelVersion> models = new ArrayList<>();
        try {
            JsonNode answer = server.get(
                    at, "model-versions/search", Map.of("filter", "run_id='" + run + "'", "max_results", "100"));
            answer.path("model_versions").forEach(one -> models.add(model(one)));
        } catch (TrackerFault fault) {
            if (fault.kind() == TrackerFault.Kind.UNREACHABLE) {
                throw fault;
            }
            notes.add("Its model versions are not known: " + fault.words());
        }
        return models;
    }

    private static ModelVersion model(JsonNode one) {
        List<String> aliases = new ArrayList<>();
        one.path("aliases").forEach(alias -> aliases.add(Values.text(alias.asText())));
        return new ModelVersion(
                Values.text(one, "name", ""),
                Values.text(one, "version", ""),
                Values.text(one, "current_stage", "None"),
                aliases);
    }

    private static RunHead head(TrackerFacts facts) {
        Map<String, String> metrics = new TreeMap<>();
        facts.metrics().forEach((name, last) -> metrics.put(name, last.value()));
        Long started = facts.started();
        return new RunHead(
                facts.run(),
                facts.name(),
                facts.experiment(),
                facts.status(),
                facts.user(),
                started == null ? null : Instant.ofEpochMilli(started),
                facts.wasDeleted(),
                metrics);
    }

    private static ObjectNode search(@Nullable String filter, @Nullable String from) {
        ObjectNode question = Server.JSON.createObjectNode().put("max_results", LISTED);
        if (filter != null && !filter.isBlank()) {
            question.put("filter", filter);
        }
        if (from != null && !from.isBlank()) {
            question.put("page_token", from);
        }
        return question;
    }
}
