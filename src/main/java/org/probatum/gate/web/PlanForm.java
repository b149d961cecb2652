package org.probatum.gate.web;

import java.util.List;
import org.probatum.shared.web.Field;
import org.probatum.shared.web.Form;

/** The form of a logging plan: a row for each field. */
final class PlanForm {
    private static final List<Field.Choice> REQUIRED =
            List.of(new Field.Choice("true", "Every run must record it"), new Field.Choice("false", "Worth recording"));

    private PlanForm() {}

    static List<Section> of(Form form) {
        return List.of(Section.rows(
                form,
                "/entries",
                "Logging plan",
                "Field",
                "What every run records. Add metrics.<name>, parameters.<name> or artifacts.<name> of your own; what the category requires stays in.",
                p -> List.of(
                        form.field(p + "/field", "Field").saying("Such as data.rows, or metrics.recall."),
                        form.field(p + "/required", "Required").among(REQUIRED),
                        form.field(p + "/capturedBy", "Captured by").saying("The capture tool, or who."),
                        form.field(p + "/when", "When").saying("Such as at evaluation."),
                        form.field(p + "/storedIn", "Stored in").saying("Such as run manifest."),
                        form.field(p + "/why", "What it is good for").saying(""))));
    }
}
