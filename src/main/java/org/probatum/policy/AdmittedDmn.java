package org.probatum.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The elements and attributes that a table may use: a plain decision table and its drawing. No scripts, no calls, no imports. */
final class AdmittedDmn {
    private static final Set<String> SPACES =
            Set.of("https://www.omg.org/spec/DMN/20191111/MODEL/", "http://www.omg.org/spec/DMN/20180521/MODEL/");
    private static final String ENGINE = "http://camunda.org/schema/1.0/dmn";
    private static final Set<String> WORDED = Set.of("text", "description", "question", "allowedAnswers");
    private static final Set<String> CELL = Set.of("id", "label");
    /** Each element with where it may stand. */
    private static final Map<String, Set<String>> WITHIN = Map.ofEntries(
            Map.entry("decision", Set.of("definitions")),
            Map.entry("description", Set.of("definitions", "decision", "decisionTable", "rule", "input", "output")),
            Map.entry("question", Set.of("decision")),
            Map.entry("allowedAnswers", Set.of("decision")),
            Map.entry("decisionTable", Set.of("decision")),
            Map.entry("input", Set.of("decisionTable")),
            Map.entry("inputExpression", Set.of("input")),
            Map.entry("inputValues", Set.of("input")),
            Map.entry("output", Set.of("decisionTable")),
            Map.entry("outputValues", Set.of("output")),
            Map.entry("rule", Set.of("decisionTable")),
            Map.entry("inputEntry", Set.of("rule")),
            Map.entry("outputEntry", Set.of("rule")),
            Map.entry("text", Set.of("inputExpression", "inputValues", "outputValues", "inputEntry", "outputEntry")));

    private static final Map<String, Set<String>> ATTRIBUTES = Map.of(
            "definitions",
                    Set.of(
                            "id",
                            "name",
                            "namespace",
                            "exporter",
                            "exporterVersion",
                            "{" + ENGINE + "}diagramRelationId"),
            "decision", Set.of("id", "name", "{" + ENGINE + "}historyTimeToLive", "{" + ENGINE + "}versionTag"),
            "decisionTable", Set.of("id", "hitPolicy", "preferredOrientation"),
            "input", Set.of("id", "label", "{" + ENGINE + "}inputVariable"),
            "output", Set.of("id", "label", "name", "typeRef"),
            "inputExpression", Set.of("id", "typeRef"));

    private final Table table;
    private final List<Flaw> flaws = new ArrayList<>();

    private AdmittedDmn(Table table) {
        this.table = table;
    }

    static List<Flaw> check(Table table, XmlPart root) {
        AdmittedDmn check = new AdmittedDmn(table);
        if (!root.name.equals("definitions") || !SPACES.contains(root.space)) {
            return List.of(Flaw.of(
                    table,
                    "it is not DMN: the root is " + root.name + (root.space.isEmpty() ? "" : " of " + root.space),
                    "definitions of "
                            + SPACES.stream().sorted().reduce((a, b) -> b).orElseThrow(),
                    root.line));
        }
        check.attributes(root);
        check.within(root, root.space);
        return check.flaws;
    }

    private void within(XmlPart outer, String space) {
        for (XmlPart part : outer.parts) {
            if (!part.space.equals(space) && outer.name.equals("definitions") && part.name.equals("DMNDI")) {
                continue;
            }
            if (!part.space.equals(space)
                    || !WITHIN.getOrDefault(part.name, Set.of()).contains(outer.name)) {
                flaws.add(Flaw.of(
                        table,
                        "the element " + part.name + " is not among those that a table may use in " + outer.name,
                        "a plain decision table of string literals and whole numbers",
                        part.line));
                continue;
            }
            attributes(part);
            words(part);
            within(part, space);
        }
    }

    /** Words stand in texts and descriptions and nowhere between them. */
    private void words(XmlPart part) {
        if (!WORDED.contains(part.name) && !part.text.toString().isBlank()) {
            flaws.add(Flaw.of(
                    table,
                    "words stand in " + part.name + ": \""
                            + part.text.toString().strip() + "\"",
                    "words in a text or a description only",
                    part.line));
        }
    }

    private void attributes(XmlPart part) {
        for (String name : part.attributes.keySet()) {
            boolean foreign = name.startsWith("{") && !name.startsWith("{" + ENGINE + "}");
            if (name.contains("xpressionLanguage")) {
                flaws.add(Flaw.of(
                        table,
                        "it names the language \"" + part.attribute(name) + "\" for " + part.name,
                        "no language at all: cells are FEEL",
                        part.line));
            } else if (!foreign && !ATTRIBUTES.getOrDefault(part.name, CELL).contains(name)) {
                flaws.add(Flaw.of(
                        table,
                        "the attribute " + name.replaceFirst("^\\{.*}", "") + " of " + part.name
                                + " is not among those that a table may use",
                        "none of that name",
                        part.line));
            }
        }
    }
}
