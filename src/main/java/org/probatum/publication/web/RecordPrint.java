package org.probatum.publication.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import org.probatum.decision.DecisionFlow;
import org.probatum.decision.Stage;
import org.probatum.publication.Record;
import org.probatum.publication.web.pdf.Imprint;
import org.probatum.publication.web.pdf.Press;

/** A record as a PDF: what the page shows of the record itself, laid open, with its plots and the road it took. */
@ApplicationScoped
public class RecordPrint {
    private final DecisionFlow flow;
    private final Press press;

    RecordPrint(DecisionFlow flow, Press press) {
        this.flow = flow;
        this.press = press;
    }

    /** The record as a page to be set. What may change while the record stays, such as whether it still holds, is not on it. */
    @CheckedTemplate(basePath = "publication", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record RecordPdf(RecordView view, List<ComparedView> compared, List<VerdictView> verdicts, String picture)
            implements TemplateInstance {}

    /** The same record gives the same bytes. */
    public byte[] of(Record record) {
        return press.print(page(record), new Imprint(record.publishedAt(), record.digest()));
    }

    String page(Record record) {
        RecordView view = RecordView.of(record);
        return Objects.requireNonNull(new RecordPdf(
                        view,
                        ComparedView.of(record.document()),
                        VerdictView.of(view),
                        flow.picture(Stage.PUBLISHED, false, Stage.PUBLICATION))
                .render());
    }
}
