package org.probatum.log;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Events wherever they are kept, by the name of their source and their id in it. */
@ApplicationScoped
class LoggedEvents {
    private final LogTables tables;
    private final List<LeafSource> sources;

    LoggedEvents(LogTables tables, @All List<LeafSource> sources) {
        this.tables = tables;
        this.sources = sources;
    }

    /** An event of a source. */
    record Name(long event, String source) {
        @Override
        public String toString() {
            return source + ":" + event;
        }
    }

    /** Those of the events that are there. */
    Map<Name, LeafSource.Kept> read(Collection<Name> events) {
        Map<Name, LeafSource.Kept> kept = new HashMap<>();
        events.stream()
                .collect(Collectors.groupingBy(Name::source, Collectors.mapping(Name::event, Collectors.toList())))
                .forEach((source, ids) -> {
                    LeafSource from = named(source);
                    if (from != null) {
                        from.read(ids).forEach(one -> kept.put(new Name(one.id(), source), one));
                    }
                });
        return kept;
    }

    /** Events that are neither in the log nor wait for it, though every event is one or the other; so many of each source. */
    List<Name> unlogged(int most) {
        return sources.stream()
                .flatMap(source -> tables.unlogged(source.name(), source.table(), most).stream())
                .toList();
    }

    private @Nullable LeafSource named(String source) {
        return sources.stream()
                .filter(one -> one.name().equals(source))
                .findFirst()
                .orElse(null);
    }
}
