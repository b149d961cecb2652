package org.probatum.gate;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.probatum.decision.material.Criterion;
import org.probatum.decision.material.Material;
import org.probatum.decision.material.Option;
import org.probatum.evidence.Measurements;
import org.probatum.evidence.Run;
import org.probatum.evidence.comparison.Comparisons;

/** Tells whether a reference leads to evidence. */
public final class Evidence {
    private final Material material;
    private final List<Run> runs;
    private final Case laid;
    private final Set<String> references;

    public Evidence(Case laid) {
        this.laid = laid;
        this.material = laid.material();
        this.runs = laid.runs();
        this.references = runs.stream().map(Run::reference).collect(Collectors.toSet());
    }

    /** Why a reference does not resolve; empty when it does. */
    public Optional<String> gap(String cited) {
        if (references.contains(cited)) {
            return Optional.empty();
        }
        if (cited.startsWith("inline:")) {
            return Optional.of("no run " + cited + " is attached");
        }
        if (cited.startsWith("mlflow:")) {
            return Optional.of("no run " + cited + " was imported");
        }
        if (cited.startsWith("comparison:")) {
            return comparison(cited.substring("comparison:".length()));
        }
        if (cited.startsWith("document:")) {
            return document(cited.substring("document:".length()));
        }
        return Optional.of("\"" + cited + "\" is no run, comparison or document");
    }

    private Optional<String> comparison(String id) {
        Optional<Criterion> criterion = material.scope().criteria().stream()
                .filter(c -> c.id().equals(id))
                .findFirst();
        if (criterion.isEmpty()) {
            return Optional.of("no criterion is called \"" + id + "\"");
        }
        boolean bothMeasured = List.of(material.selected(), material.statusQuo()).stream()
                .allMatch(option -> option.isPresent() && measured(option.get(), criterion.get()));
        return bothMeasured
                ? filed(id)
                : Optional.of(
                        "comparison " + id + " lacks runs of the selected option or of the status quo that measure it");
    }

    private Optional<String> filed(String id) {
        Comparisons.Judged judged = laid.comparisons().on(id).orElseThrow();
        if (judged.filed() == null) {
            return Optional.of("comparison " + id + " is not filed");
        }
        return judged.current()
                ? Optional.empty()
                : Optional.of("comparison " + id + " was filed before its runs or its criterion changed; file it anew");
    }

    private boolean measured(Option option, Criterion criterion) {
        return criterion.metric() != null
                && Measurements.mean(
                                Measurements.citedBy(option, runs),
                                criterion.metric(),
                                criterion.dataset(),
                                criterion.split())
                        .isPresent();
    }

    private static Optional<String> document(String address) {
        try {
            URI uri = new URI(address);
            if ("https".equals(uri.getScheme()) && uri.getHost() != null) {
                return Optional.empty();
            }
        } catch (URISyntaxException e) {
            // Answered below, as any other address that leads nowhere.
        }
        return Optional.of("\"" + address + "\" is not an https address");
    }
}
