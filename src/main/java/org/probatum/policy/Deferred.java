package org.probatum.policy;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table that is made ready when it is first asked: a start asks none. */
final class Deferred implements TableEngine.Compiled {
    private final TableEngine engine;
    private final String id;
    private final String dmn;
    private volatile TableEngine.@Nullable Compiled compiled;

    Deferred(TableEngine engine, String id, String dmn) {
        this.engine = engine;
        this.id = id;
        this.dmn = dmn;
    }

    @Override
    public Map<String, Object> ask(Map<String, Object> inputs) {
        TableEngine.Compiled ready = compiled;
        if (ready == null) {
            synchronized (this) {
                ready = compiled;
                if (ready == null) {
                    ready = engine.compile(id, dmn);
                    compiled = ready;
                }
            }
        }
        return ready.ask(inputs);
    }
}
