package org.probatum.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.probatum.support.TestDatabase;

/** A model is code that runs in the service: what is not on the list does not get in. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class AdmittedModelsTest {
    private static final String TASK = "<bpmn:endEvent id=\"EndEvent_GateDecided\" name=\"Gate decided\">";

    @Inject
    Engine engine;

    @Test
    void admits_the_models_of_the_service() {
        assertThat(engine.engine()
                        .getRepositoryService()
                        .createProcessDefinitionQuery()
                        .count())
                .isGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<bpmn:scriptTask id='X' scriptFormat='javascript'><bpmn:script>1</bpmn:script></bpmn:scriptTask> | scriptTask",
                "<bpmn:serviceTask id='X' camunda:class='java.lang.Runtime'/> | class",
                "<bpmn:serviceTask id='X' camunda:expression='${1 + 1}'/> | expression",
                "<bpmn:serviceTask id='X' camunda:type='external' camunda:topic='t'/> | t",
                "<bpmn:serviceTask id='X' camunda:delegateExpression='${entityManager}'/> | ${entityManager}",
                "<bpmn:serviceTask id='X' camunda:delegateExpression='#{setTerms.class}'/> | #{setTerms.class}",
                "<bpmn:sendTask id='X' camunda:delegateExpression='${setTerms}'/> | sendTask",
                "<bpmn:userTask id='X' camunda:assignee='mira'/> | assignee",
                "<bpmn:parallelGateway id='X'/> | parallelGateway",
            })
    void refuses_what_is_not_on_its_list(String foreign, String named) throws Exception {
        String model = gateReview().replace(TASK, foreign.strip() + TASK);

        assertThatThrownBy(() -> deploy(model))
                .hasStackTraceContaining("is not among those that process models may use")
                .hasStackTraceContaining(named.strip());
        assertThat(engine.engine()
                        .getRepositoryService()
                        .createDeploymentQuery()
                        .deploymentName("foreign")
                        .count())
                .isZero();
    }

    @Test
    void refuses_a_condition_that_is_not_about_the_answer() throws Exception {
        String model = gateReview().replace("${gateDue.reminderAt(execution)}", "${gateDue.getClass()}");

        assertThatThrownBy(() -> deploy(model)).hasStackTraceContaining("the expression ${gateDue.getClass()}");
    }

    private void deploy(String model) {
        QuarkusTransaction.requiringNew().run(() -> engine.engine()
                .getRepositoryService()
                .createDeployment()
                .name("foreign")
                .addString("foreign.bpmn", model)
                .deploy());
    }

    private static String gateReview() throws IOException {
        try (InputStream in = AdmittedModelsTest.class.getResourceAsStream("/processes/GateReview.bpmn")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
