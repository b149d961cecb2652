package org.probatum.rerun.executor;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.probatum.rerun.RerunExecutor;

/** The executors there are, by name. */
@Singleton
public class RerunExecutors {
    private final SortedMap<String, RerunExecutor> byName;

    RerunExecutors(@All List<RerunExecutor> all) {
        this.byName = all.stream()
                .collect(Collectors.toMap(
                        RerunExecutor::name,
                        Function.identity(),
                        (one, other) -> one,
                        () -> new TreeMap<>(Comparator.comparing((String name) -> !name.equals("local"))
                                .thenComparing(Function.identity()))));
    }

    /** The executor with a name; none when a team's choice is no longer there. */
    public Optional<RerunExecutor> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** What teams may choose, the service's own machine first. */
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /** All of them, in that order. */
    public List<RerunExecutor> all() {
        return List.copyOf(byName.values());
    }
}
