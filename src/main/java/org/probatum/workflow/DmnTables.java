package org.probatum.workflow;

import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.jspecify.annotations.Nullable;
import org.probatum.policy.TableEngine;

/** Decision tables, evaluated by the DMN engine; it is built when the first is asked, for a start has no time to lose. */
@Singleton
public class DmnTables implements TableEngine {
    private static final Pattern PLACED =
            Pattern.compile("(?i).*\\bline(?:number)?[=: ]+([0-9]{1,6})[;:]?(?: [a-z]+-[a-zA-Z0-9.-]+:)? (.*)");

    private volatile @Nullable DmnEngine engine;

    @Override
    public Compiled compile(String id, String dmn) {
        DmnEngine dmnEngine = engine();
        try {
            DmnDecision table =
                    dmnEngine.parseDecision(id, new ByteArrayInputStream(dmn.getBytes(StandardCharsets.UTF_8)));
            return inputs -> ask(dmnEngine, table, inputs);
        } catch (DmnEngineException e) {
            throw refused(e);
        }
    }

    /** The engine's own words name no place; what the schema said underneath does. */
    private static Refused refused(Throwable refusal) {
        Throwable cause = refusal;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String told = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        Matcher placed = PLACED.matcher(told);
        return placed.matches()
                ? new Refused(placed.group(2), Integer.valueOf(placed.group(1)))
                : new Refused(told, null);
    }

    private static Map<String, Object> ask(DmnEngine engine, DmnDecision table, Map<String, Object> inputs) {
        try {
            DmnDecisionRuleResult answer =
                    engine.evaluateDecisionTable(table, inputs).getFirstResult();
            return answer == null ? Map.of() : answer.getEntryMap();
        } catch (DmnEngineException | FeelException e) {
            throw refused(e);
        }
    }

    private DmnEngine engine() {
        DmnEngine built = engine;
        if (built == null) {
            synchronized (this) {
                built = engine;
                if (built == null) {
                    built = DmnEngineConfiguration.createDefaultDmnEngineConfiguration()
                            .buildEngine();
                    engine = built;
                }
            }
        }
        return built;
    }
}
