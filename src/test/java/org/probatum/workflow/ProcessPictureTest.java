package org.probatum.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.probatum.decision.Stage;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ProcessPictureTest {
    @ParameterizedTest
    @ValueSource(strings = {"ExperimentDecision", "GateReview"})
    void draws_every_node_and_flow_of_a_valid_model(String id) throws Exception {
        BpmnModelInstance model = model(id);
        Bpmn.validateModel(model);

        Document picture = parsed(ProcessPicture.svg(model, Map.of(), "Title", "Description"));

        for (FlowElement element : model.getModelElementsByType(FlowElement.class)) {
            assertThat(drawing(picture, element.getId())).as(element.getId()).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ExperimentDecision", "GateReview"})
    void shows_the_name_of_every_node(String id) throws Exception {
        BpmnModelInstance model = model(id);

        Document picture = parsed(ProcessPicture.svg(model, Map.of(), "Title", "Description"));

        for (FlowNode node : model.getModelElementsByType(FlowNode.class)) {
            assertThat(node.getName()).as(node.getId()).isNotBlank();
            assertThat(lettering(drawing(picture, node.getId()))).isEqualTo(node.getName());
        }
    }

    @Test
    void shows_the_answers_on_the_flows_of_a_gate() throws Exception {
        Document picture = parsed(ProcessPicture.svg(model("ExperimentDecision"), Map.of(), "", ""));

        assertThat(lettering(drawing(picture, "Flow_ScopePassed"))).isEqualTo("passed");
        assertThat(lettering(drawing(picture, "Flow_ScopeRejected"))).isEqualTo("rejected");
        assertThat(lettering(drawing(picture, "Flow_ScopeChangesRequested"))).isEqualTo("changes requested");
    }

    @Test
    void tells_a_state_by_sign_and_word_and_leaves_the_rest_unmarked() throws Exception {
        Map<String, Mark> marks = Map.of(
                "Task_DescribeScope", Mark.DONE,
                "Gate_Scope", Mark.HERE,
                "EndEvent_DecisionRejected", Mark.ENDED);

        Document picture = parsed(ProcessPicture.svg(model("ExperimentDecision"), marks, "", ""));

        assertThat(said(picture, "Task_DescribeScope")).contains("Describe scope: done", "✓");
        assertThat(said(picture, "Gate_Scope")).contains("Pass scope gate: here now", "●");
        assertThat(said(picture, "EndEvent_DecisionRejected")).contains("Decision rejected: ended here", "■");
        assertThat(said(picture, "Task_WeighOptions")).doesNotContain("✓", "●", "■", ":");
        assertThat(drawing(picture, "Gate_Scope").getAttribute("class")).isEqualTo("pp-task pp-call pp-here");
    }

    @Test
    void marks_the_road_that_was_taken() throws Exception {
        Map<String, Mark> marks = Map.of("Flow_ScopePassed", Mark.DONE);

        Document picture = parsed(ProcessPicture.svg(model("ExperimentDecision"), marks, "", ""));

        assertThat(drawing(picture, "Flow_ScopePassed").getAttribute("class")).isEqualTo("pp-flow pp-done");
        assertThat(drawing(picture, "Flow_OptionsPassed").getAttribute("class")).isEqualTo("pp-flow");
    }

    @Test
    void shows_how_far_a_decision_came_that_was_rejected() throws Exception {
        Document picture = parsed(new ProcessPictures().of(Stage.REJECTED, false, Stage.OPTIONS));

        assertThat(said(picture, "Gateway_ScopeDecided")).contains("done");
        assertThat(said(picture, "Task_WeighOptions")).contains("done");
        assertThat(said(picture, "Task_AssessTradeOffs")).doesNotContain("done");
        assertThat(said(picture, "EndEvent_DecisionRejected")).contains("ended here");
    }

    @Test
    void ignores_marks_on_elements_that_the_model_does_not_have() {
        String plain = ProcessPicture.svg(model("GateReview"), Map.of(), "", "");

        assertThat(ProcessPicture.svg(model("GateReview"), Map.of("Task_Unheard", Mark.HERE), "", ""))
                .isEqualTo(plain);
    }

    @Test
    void escapes_titles_and_names() throws Exception {
        BpmnModelInstance model = model("GateReview");
        UserTask task = model.getModelElementById("Task_ReviewGate");
        task.setName("a<b & \"c\"");

        Document picture = parsed(ProcessPicture.svg(model, Map.of(), "<script>alert('1')</script>", "x\u0000 & y"));

        assertThat(picture.getElementsByTagName("script").getLength()).isZero();
        assertThat(picture.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("<script>alert('1')</script>");
        assertThat(picture.getElementsByTagName("desc").item(0).getTextContent())
                .isEqualTo("x\uFFFD & y");
        assertThat(lettering(drawing(picture, "Task_ReviewGate"))).isEqualTo("a<b & \"c\"");
    }

    @Test
    void is_named_and_described_for_a_screen_reader_and_carries_no_style() throws Exception {
        String svg = ProcessPicture.svg(model("GateReview"), Map.of(), "Gate review", "Waits for two reviews.");
        Element picture = parsed(svg).getDocumentElement();

        assertThat(picture.getAttribute("role")).isEqualTo("img");
        assertThat(picture.getAttribute("aria-labelledby")).isEqualTo("pp-GateReview-title");
        assertThat(picture.getAttribute("aria-describedby")).isEqualTo("pp-GateReview-desc");
        assertThat(svg).doesNotContain("style=").doesNotContain("<style");
    }

    private static String said(Document picture, String id) {
        return drawing(picture, id).getTextContent();
    }

    /** What is written in the picture, its lines joined by blanks. */
    private static String lettering(Element drawing) {
        NodeList lines = drawing.getElementsByTagName("tspan");
        List<String> words = new ArrayList<>();
        for (int i = 0; i < lines.getLength(); i++) words.add(lines.item(i).getTextContent());
        return String.join(" ", words);
    }

    private static Element drawing(Document picture, String id) {
        NodeList groups = picture.getElementsByTagName("g");
        for (int i = 0; i < groups.getLength(); i++) {
            Element group = (Element) groups.item(i);
            if (group.getAttribute("id").equals("pp-" + id)) return group;
        }
        return null;
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static BpmnModelInstance model(String id) {
        try (InputStream file = ProcessPictureTest.class.getResourceAsStream("/processes/" + id + ".bpmn")) {
            return Bpmn.readModelFromStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
