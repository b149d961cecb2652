package org.probatum.gate.web;

import java.util.List;
import org.probatum.shared.web.Form;

/** The rows of the criteria, on the scope's form and on that of a deviation. */
final class CriteriaForm {
    private CriteriaForm() {}

    static Section of(Form form, String hint) {
        return Section.rows(
                form,
                "/criteria",
                "Criteria",
                "Criterion",
                hint,
                p -> List.of(
                        form.field(p + "/id", "Short name").saying("Such as auc-test; comparisons refer to it."),
                        form.field(p + "/metric", "Metric"),
                        form.field(p + "/dataset", "Dataset"),
                        form.field(p + "/split", "Split"),
                        form.field(p + "/direction", "Better is"),
                        form.field(p + "/margin", "Margin")
                                .saying("By how much it must be better, in the metric's own unit."),
                        form.field(p + "/tolerance/absolute", "Rerun tolerance, absolute")
                                .saying("How far a rerun may lie from the recorded value."),
                        form.field(p + "/tolerance/relative", "Rerun tolerance, relative")
                                .saying("Or as a share of it, from 0 to 1."),
                        form.field(p + "/seeds", "Seeds").saying("How many runs with different seeds.")));
    }
}
