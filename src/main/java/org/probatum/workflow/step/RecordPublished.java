package org.probatum.workflow.step;

import jakarta.inject.Singleton;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.probatum.publication.PublishRecord;

/** Publishes the record. */
@Singleton
public class RecordPublished implements JavaDelegate {
    private final PublishRecord publishRecord;

    RecordPublished(PublishRecord publishRecord) {
        this.publishRecord = publishRecord;
    }

    @Override
    public void execute(DelegateExecution execution) {
        publishRecord.publish(DecisionId.of(execution));
    }
}
