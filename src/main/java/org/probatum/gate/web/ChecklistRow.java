package org.probatum.gate.web;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;
import java.util.List;
import java.util.Objects;
import org.probatum.evidence.comparison.Figure;
import org.probatum.gate.Checklist;

/** An item of the checklist as pages show it. */
record ChecklistRow(
        String id,
        String metric,
        String threshold,
        String measured,
        String how,
        String source,
        String look,
        String mark,
        String state,
        String waiver,
        boolean never) {

    static List<ChecklistRow> of(List<Checklist.Item> items) {
        return items.stream().map(ChecklistRow::of).toList();
    }

    private static ChecklistRow of(Checklist.Item item) {
        String state = item.standing();
        String found = Objects.requireNonNullElse(item.found(), "");
        return new ChecklistRow(
                Objects.requireNonNullElse(item.id(), item.metric()),
                item.metric(),
                item.threshold(),
                item.measured() == null
                        ? found.isEmpty() ? "not measured" : item.runs() == 1 ? found : "–"
                        : Figure.of(item.measured().doubleValue()),
                item.measured() == null && item.runs() == 1 ? "" : found,
                Objects.requireNonNullElse(item.source(), "recorded values")
                        + (item.runs() > 1 ? ", " + item.runs() + " runs" : item.runs() == 1 ? ", 1 run" : ""),
                switch (state) {
                    case "PASSES" -> "good";
                    case "FAILS" -> "bad";
                    default -> "warn";
                },
                switch (state) {
                    case "PASSES" -> "✓";
                    case "WAIVED" -> "◐";
                    case "ADVISORY" -> "△";
                    default -> "✕";
                },
                switch (state) {
                    case "PASSES" -> "passes";
                    case "WAIVED" -> "waived";
                    case "ADVISORY" -> "advisory";
                    default -> "fails";
                },
                Objects.requireNonNullElse(item.waiver(), ""),
                !item.waivable());
    }

    /** Text as a cell of a Markdown table shows it: nothing in it is markup. */
    @TemplateExtension(matchName = "mdCell")
    static RawString markdown(String text) {
        return new RawString(text.strip()
                .replaceAll("\\s+", " ")
                .replaceAll("([\\\\`*_\\[\\]|~$#])", "\\\\$1")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;"));
    }
}
