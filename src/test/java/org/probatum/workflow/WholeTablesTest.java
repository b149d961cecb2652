package org.probatum.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No rule of any table is left that nothing can reach: every combination of what its inputs may be is asked. */
class WholeTablesTest {
    private static final String UNHEARD_OF = "UNHEARD_OF";

    private final Set<String> matched = new HashSet<>();

    @ParameterizedTest
    @ValueSource(strings = {"IntakeBoundary", "DecisionTier", "GateTerms", "RiskRating", "RequirementPolicy"})
    void every_rule_is_reached_by_some_input(String table) throws IOException {
        Path file = Path.of("processes", table + ".dmn");
        DmnModelInstance model = Dmn.readModelFromFile(file.toFile());
        DmnEngine engine = listening();
        DmnDecision decision = engine.parseDecision(table, Files.newInputStream(file));

        for (Map<String, Object> inputs : combinations(model)) {
            engine.evaluateDecisionTable(decision, inputs);
        }

        assertThat(model.getModelElementsByType(Rule.class))
                .isNotEmpty()
                .extracting(Rule::getId)
                .filteredOn(rule -> !matched.contains(rule))
                .as("rules that nothing reaches")
                .isEmpty();
    }

    private DmnEngine listening() {
        DefaultDmnEngineConfiguration config = new DefaultDmnEngineConfiguration();
        config.getCustomPostDecisionTableEvaluationListeners()
                .add(told -> told.getMatchingRules().forEach(rule -> matched.add(rule.getId())));
        return config.buildEngine();
    }

    private static List<Map<String, Object>> combinations(DmnModelInstance model) {
        List<Map<String, Object>> all = List.of(Map.of());
        for (Map.Entry<String, List<Object>> input : values(model).entrySet()) {
            List<Map<String, Object>> longer = new ArrayList<>();
            for (Map<String, Object> begun : all) {
                for (Object value : input.getValue()) {
                    Map<String, Object> more = new HashMap<>(begun);
                    more.put(input.getKey(), value);
                    longer.add(more);
                }
            }
            all = longer;
        }
        return all;
    }

    /** What each input may be: the words in its cells, none, and one that no cell has. */
    private static Map<String, List<Object>> values(DmnModelInstance model) {
        Map<String, List<Object>> values = new LinkedHashMap<>();
        List<Input> inputs = List.copyOf(model.getModelElementsByType(Input.class));
        for (int column = 0; column < inputs.size(); column++) {
            Set<Object> words = new HashSet<>(List.of(UNHEARD_OF));
            boolean list = false;
            for (Rule rule : model.getModelElementsByType(Rule.class)) {
                InputEntry cell = List.copyOf(rule.getInputEntries()).get(column);
                String text = cell.getTextContent();
                list |= text.contains("list contains");
                java.util.regex.Pattern.compile("\"([^\"]*)\"")
                        .matcher(text)
                        .results()
                        .forEach(word -> words.add(word.group(1)));
            }
            boolean lists = list;
            List<Object> may = new ArrayList<>(words.stream()
                    .map(word -> lists ? (Object) List.of(word) : word)
                    .toList());
            may.add(lists ? List.of() : null);
            values.put(
                    inputs.get(column)
                            .getInputExpression()
                            .getText()
                            .getTextContent()
                            .strip(),
                    may);
        }
        return values;
    }
}
