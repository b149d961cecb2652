package org.probatum.workflow;

import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.probatum.policy.TableEngine;

/** Decision tables, evaluated by the DMN engine; it is built when the first is asked, for a start has no time to lose. */
@Singleton
public class DmnTables implements TableEngine {
    private volatile DmnEngine engine;

    @Override
    public Compiled compile(String id, String dmn) {
        DmnEngine dmnEngine = engine();
        DmnDecision table =
                dmnEngine.parseDecision(id, new ByteArrayInputStream(dmn.getBytes(StandardCharsets.UTF_8)));
        return inputs -> ask(dmnEngine, table, inputs);
    }

    private static Map<String, Object> ask(DmnEngine engine, DmnDecision table, Map<String, Object> inputs) {
        DmnDecisionRuleResult answer =
                engine.evaluateDecisionTable(table, inputs).getFirstResult();
        if (answer == null) {
            throw new IllegalStateException("the table " + table.getKey() + " has no rule for " + inputs);
        }
        return answer.getEntryMap();
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
