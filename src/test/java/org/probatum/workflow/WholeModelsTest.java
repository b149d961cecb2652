package org.probatum.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.junit.jupiter.api.Test;
import org.probatum.support.Entered;

/**
 * No element of any process is left that the tests never entered. It needs no service of its own, so it runs after all tests
 * that do; it can only say something when all of them ran
 * ({@code -Dwhole=true} has it speak after some of them as well).
 */
class WholeModelsTest {
    @Test
    void every_element_of_every_process_was_entered_by_some_test() throws IOException {
        assumeTrue(System.getProperty("test") == null || Boolean.getBoolean("whole"), "only some of the tests ran");
        Set<String> entered = Entered.elements();

        List<String> drawn;
        try (Stream<Path> models = Files.list(Path.of("processes"))) {
            drawn = models.filter(file -> file.toString().endsWith(".bpmn"))
                    .flatMap(WholeModelsTest::elements)
                    .toList();
        }

        assertThat(drawn)
                .isNotEmpty()
                .filteredOn(element -> !entered.contains(element))
                .as("never entered")
                .isEmpty();
    }

    private static Stream<String> elements(Path file) {
        BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
        String process =
                model.getModelElementsByType(Process.class).iterator().next().getId();
        return model.getModelElementsByType(FlowElement.class).stream().map(element -> process + "/" + element.getId());
    }
}
