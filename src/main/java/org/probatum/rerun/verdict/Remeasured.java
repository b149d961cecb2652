package org.probatum.rerun.verdict;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probatum.evidence.manifest.Manifest;
import org.probatum.evidence.manifest.Metric;

/**
 * What a rerun measured of what was recorded. A rerun writes values by name; a manifest may record one name on several
 * datasets and splits. A name alone stands for what decides, or for the only or last one recorded under it;
 * {@code auc@test} and {@code auc@applications/test} say which is meant.
 */
final class Remeasured {
    private final Map<String, BigDecimal> metrics;
    private final Map<List<@Nullable String>, Metric> last = new LinkedHashMap<>();
    private final List<List<@Nullable String>> decisive;

    Remeasured(Manifest recorded, Map<String, BigDecimal> metrics, List<Metric> decisive) {
        this.metrics = metrics;
        this.decisive = decisive.stream().map(Remeasured::context).toList();
        recorded.metrics().stream()
                .filter(metric -> metric.value() != null && Reckonable.is(metric.value()))
                .forEach(metric -> last.put(context(metric), metric));
    }

    /** What was recorded last of every metric, on whatever it was measured. */
    List<Metric> contexts() {
        return List.copyOf(last.values());
    }

    /** The value measured again; null when there is none, or none to reckon with. */
    @Nullable
    BigDecimal of(Metric recorded) {
        return written(recorded).filter(Reckonable::is).orElse(null);
    }

    /** The rerun wrote something for it that cannot be reckoned with. */
    boolean isStray(Metric recorded) {
        return written(recorded).filter(value -> !Reckonable.is(value)).isPresent();
    }

    private Optional<BigDecimal> written(Metric recorded) {
        String name = recorded.name();
        return Stream.of(name + "@" + recorded.dataset() + "/" + recorded.split(), name + "@" + recorded.split())
                .filter(metrics::containsKey)
                .findFirst()
                .or(() -> Optional.of(name).filter(any -> isMeant(recorded)))
                .map(metrics::get);
    }

    private boolean isMeant(Metric recorded) {
        List<@Nullable String> context = context(recorded);
        List<List<@Nullable String>> named = last.keySet().stream()
                .filter(one -> recorded.name().equals(one.get(0)))
                .toList();
        List<List<@Nullable String>> deciding =
                named.stream().filter(decisive::contains).toList();
        return deciding.isEmpty() ? named.indexOf(context) == named.size() - 1 : deciding.contains(context);
    }

    private static List<@Nullable String> context(Metric metric) {
        return Arrays.asList(metric.name(), metric.dataset(), metric.split());
    }
}
