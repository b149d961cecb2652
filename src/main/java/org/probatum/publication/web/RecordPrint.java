package org.probatum.publication.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.probatum.decision.DecisionFlow;
import org.probatum.decision.Stage;
import org.probatum.publication.Record;
import org.probatum.publication.web.pdf.Imprint;
import org.probatum.publication.web.pdf.Press;
import org.probatum.risk.web.Holding.Standing;

/** A record as a PDF: what the page shows, laid open, with its plots, the road it took, and whether it held when it was set. */
@ApplicationScoped
public class RecordPrint {
    private final DecisionFlow flow;
    private final Press press;

    RecordPrint(DecisionFlow flow, Press press) {
        this.flow = flow;
        this.press = press;
    }

    /** The record as a page to be set. */
    @CheckedTemplate(basePath = "publication", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record RecordPdf(
            RecordView view, Standing standing, List<ComparedView> compared, List<VerdictView> verdicts, String picture)
            implements TemplateInstance {}

    /** The same record gives the same bytes until something more is said of whether it holds. */
    public byte[] of(Record record, Standing standing) {
        Instant settled = Objects.requireNonNullElse(standing.since(), record.publishedAt());
        return press.print(page(record, standing), new Imprint(settled, record.digest()));
    }

    private String page(Record record, Standing standing) {
        RecordView view = RecordView.of(record);
        return Objects.requireNonNull(new RecordPdf(
                        view,
                        standing,
                        ComparedView.of(record.document()),
                        VerdictView.of(view),
                        flow.picture(Stage.PUBLISHED, false, Stage.PUBLICATION))
                .render());
    }
}
