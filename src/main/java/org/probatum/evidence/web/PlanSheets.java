package org.probatum.evidence.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import org.probatum.decision.Decision;
import org.probatum.evidence.TrackingPlan;
import org.probatum.shared.Json;

/** A logging plan as a file: HTML to print, Markdown for a repository, JSON for a capture tool. */
final class PlanSheets {
    static final String MARKDOWN = "text/markdown";
    static final MediaType MARKDOWN_TEXT = new MediaType("text", "markdown", "UTF-8");

    private PlanSheets() {}

    /** What it can be had as. */
    enum Format {
        JSON("json"),
        MARKDOWN("md"),
        HTML("html");

        private final String ending;

        Format(String ending) {
            this.ending = ending;
        }

        static Format ending(String ending) {
            return ending.equals("md") ? MARKDOWN : ending.equals("html") ? HTML : JSON;
        }
    }

    /** The plan as Markdown. */
    @CheckedTemplate(basePath = "evidence", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PlanText(String key, String title, TrackingPlan plan) implements TemplateInstance {}

    /** The plan as a page of its own, without the service around it. */
    @CheckedTemplate(basePath = "evidence", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PlanFile(String key, String title, TrackingPlan plan) implements TemplateInstance {}

    /** The plan in a format. */
    static Response of(Decision decision, Format format) {
        TrackingPlan plan = TrackingPlan.of(decision);
        String title = decision.profile().title();
        return switch (format) {
            case JSON ->
                Response.ok(Json.write(plan), MediaType.APPLICATION_JSON_TYPE).build();
            case MARKDOWN ->
                Response.ok(text(new PlanText(decision.key(), title, plan)), MARKDOWN_TEXT)
                        .build();
            case HTML ->
                Response.ok(text(new PlanFile(decision.key(), title, plan)), MediaType.TEXT_HTML_TYPE)
                        .build();
        };
    }

    /** The same, to be kept under a name. */
    static Response download(Decision decision, String ending) {
        return Response.fromResponse(of(decision, Format.ending(ending)))
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + decision.key() + "-logging-plan." + Format.ending(ending).ending
                                + "\"")
                .build();
    }

    private static String text(TemplateInstance sheet) {
        return Objects.requireNonNull(sheet.render());
    }

    /** Text as a cell of a Markdown table shows it: nothing in it is markup. */
    @TemplateExtension
    static RawString cell(String text) {
        return new RawString(text.strip()
                .replaceAll("\\s+", " ")
                .replaceAll("([\\\\`*_\\[\\]|~$#])", "\\\\$1")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;"));
    }
}
