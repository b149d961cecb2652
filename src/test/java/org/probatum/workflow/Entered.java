package org.probatum.workflow;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Watches which elements of the models processes enter and which flows they take. */
@Singleton
public class Entered extends AbstractBpmnParseListener {
    private static final Set<String> ALL = ConcurrentHashMap.newKeySet();
    private static final Set<String> ENTERED = ConcurrentHashMap.newKeySet();

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        watch(process);
    }

    private static void watch(ScopeImpl scope) {
        for (ActivityImpl activity : List.copyOf(scope.getActivities())) {
            ALL.add(activity.getId());
            activity.addListener(
                    ExecutionListener.EVENTNAME_START, (ExecutionListener) at -> ENTERED.add(activity.getId()));
            for (var flow : activity.getOutgoingTransitions()) {
                ALL.add(flow.getId());
                ((TransitionImpl) flow).addExecutionListener(at -> ENTERED.add(flow.getId()));
            }
            watch(activity);
        }
    }

    /** Elements and flows that no process has come by since the start. */
    static Set<String> missed() {
        Set<String> missed = new java.util.TreeSet<>(ALL);
        missed.removeAll(ENTERED);
        return missed;
    }

    static int known() {
        return ALL.size();
    }
}
