package org.probatum.gate.difference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.probatum.gate.difference.Change.Kind;
import org.probatum.gate.difference.Change.Stretch;
import org.probatum.shared.Json;

/** Every difference is told at its place and nothing else is, whatever was edited. */
class DifferenceTest {
    static java.util.stream.IntStream seeds() {
        return java.util.stream.IntStream.range(0, 500);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void names_exactly_the_place_of_a_random_edit(int seed) {
        Random random = new Random(seed);
        Map<String, JsonNode> before = Readings.random(random);
        Map<String, JsonNode> after = Readings.copy(before);

        Edits.Edit edit = Edits.random(after, random);

        List<Change> changes = between(before, after);
        assertThat(changes).as("%s", edit).extracting(Change::path).containsExactly(edit.path());
        assertThat(changes).as("%s", edit).extracting(Change::kind).containsExactly(edit.kind());
        assertThat(between(after, before)).as("back: %s", edit).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void tells_nothing_of_equal_readings_nor_of_moves(int seed) {
        Random random = new Random(seed);
        Map<String, JsonNode> before = Readings.random(random);
        Map<String, JsonNode> after = Readings.copy(before);
        assertThat(between(before, after)).isEmpty();

        for (String list : List.of("risks", "rollout", "follow-ups")) {
            ArrayNode entries = (ArrayNode) after.get(list);
            if (entries.size() > 1) {
                entries.insert(random.nextInt(entries.size() - 1), entries.remove(entries.size() - 1));
            }
        }

        assertThat(between(before, after)).isEmpty();
    }

    @Test
    void lays_two_versions_of_a_text_over_each_other_word_by_word() {
        Map<String, JsonNode> before = summary("Trees rank better than the linear model on all weeks.");
        Map<String, JsonNode> after = summary("Trees rank better than the linear model on most weeks.");

        Change change = between(before, after).get(0);

        assertThat(change.path()).isEqualTo("Summary › Context");
        assertThat(change.marks())
                .extracting(Change.Mark::is)
                .containsExactly(Stretch.SAME, Stretch.REMOVED, Stretch.ADDED, Stretch.SAME);
        assertThat(joined(change, Stretch.ADDED)).isEqualTo(change.before());
        assertThat(joined(change, Stretch.REMOVED)).isEqualTo(change.after());
    }

    @Test
    void writes_values_as_the_pages_do() {
        ObjectNode step =
                object("{\"step\": \"Shadow\", \"go\": {\"metric\": \"auc\", \"operator\": \">=\", \"value\": 0.8,"
                        + " \"window\": \"P7D\"}}");
        Map<String, JsonNode> before =
                Map.of("rollout", Json.MAPPER.createArrayNode().add(step));
        Map<String, JsonNode> after = Readings.copy(before);
        ((ObjectNode) after.get("rollout").get(0).get("go")).put("value", 0.9);

        Change change = between(before, after).get(0);

        assertThat(change.path()).isEqualTo("Rollout step 1 › Go when");
        assertThat(change.before()).isEqualTo("auc >= 0.8 over 7 days");
        assertThat(change.after()).isEqualTo("auc >= 0.9 over 7 days");
    }

    @Test
    void takes_a_number_for_the_same_however_it_is_written_and_calls_people_by_name() {
        Map<String, JsonNode> before = Map.of("risks", list("{\"id\": \"r1\", \"owner\": \"ann\", \"points\": 0.80}"));
        Map<String, JsonNode> same = Map.of("risks", list("{\"id\": \"r1\", \"owner\": \"ann\", \"points\": 0.8}"));
        Map<String, JsonNode> after = Map.of("risks", list("{\"id\": \"r1\", \"owner\": \"ben\", \"points\": 0.8}"));

        assertThat(between(before, same)).isEmpty();
        assertThat(Difference.between(before, after, name -> name.equals("ben") ? "Ben Adeyemi" : name))
                .containsExactly(new Change("Risk r1 › Owner", Kind.CHANGED, "ann", "Ben Adeyemi", List.of()));
    }

    private static Map<String, JsonNode> summary(String context) {
        return Map.of("summary", Json.MAPPER.createObjectNode().put("context", context));
    }

    private static String joined(Change change, Stretch without) {
        return change.marks().stream()
                .filter(mark -> mark.is() != without)
                .map(Change.Mark::text)
                .collect(Collectors.joining());
    }

    private static ArrayNode list(String entry) {
        return Json.MAPPER.createArrayNode().add(object(entry));
    }

    private static ObjectNode object(String json) {
        return (ObjectNode) Json.read(json, JsonNode.class);
    }

    private static List<Change> between(Map<String, JsonNode> before, Map<String, JsonNode> after) {
        return Difference.between(new LinkedHashMap<>(before), new LinkedHashMap<>(after), UnaryOperator.identity());
    }
}
