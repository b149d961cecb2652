package org.probatum.support;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Notes every element of a process that the engine enters while the tests run. It is kept with the machine's properties,
 * which all class loaders of a run share: as text, since whoever reads them all expects nothing else there.
 */
@Singleton
public class Entered extends AbstractBpmnParseListener {
    private static final String KEPT = Entered.class.getName();

    /** The elements entered so far, as {@code Process/Element}. */
    public static Set<String> elements() {
        return new TreeSet<>(List.of(System.getProperty(KEPT, "").split("\n")));
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        watch(process.getKey(), process);
    }

    private static void watch(String process, ScopeImpl scope) {
        for (ActivityImpl activity : scope.getActivities()) {
            activity.addListener(ExecutionListener.EVENTNAME_START, noting(process, activity.getId()));
            activity.getOutgoingTransitions().forEach(flow -> ((TransitionImpl) flow)
                    .addListener(ExecutionListener.EVENTNAME_TAKE, noting(process, flow.getId())));
            watch(process, activity);
        }
    }

    private static ExecutionListener noting(String process, String element) {
        String line = process + "/" + element + "\n";
        String among = "\n" + line;
        return execution -> System.getProperties()
                .merge(KEPT, among, (all, one) -> all.toString().contains(among) ? all : all + line);
    }
}
