package org.probatum.gate.difference;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What pages call the fields of the material, and the entries of its lists. */
final class Labels {
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("claim", "Text"),
            Map.entry("capturedBy", "Captured by"),
            Map.entry("storedIn", "Stored in"),
            Map.entry("check", "How it is checked"),
            Map.entry("direction", "Better direction"),
            Map.entry("noConstraintsReason", "Why there is no hard constraint"),
            Map.entry("selected", "Selected option"),
            Map.entry("assessedBy", "Assessed by"),
            Map.entry("onBehalfOf", "Assessed for"),
            Map.entry("competent", "By somebody competent and uninvolved"),
            Map.entry("go", "Go when"),
            Map.entry("action", "What is to be done"),
            Map.entry("accountable", "Who is accountable"));
    private static final Map<String, String> ENTRIES = Map.ofEntries(
            Map.entry("outcomes", "Outcome"),
            Map.entry("constraints", "Constraint"),
            Map.entry("assumptions", "Assumption"),
            Map.entry("criteria", "Criterion"),
            Map.entry("trackingPlan", "Logging plan"),
            Map.entry("options", "Option"),
            Map.entry("rationale", "Claim"),
            Map.entry("trade-offs", "Trade-off"),
            Map.entry("risks", "Risk"),
            Map.entry("rollout", "Rollout step"),
            Map.entry("follow-ups", "Follow-up"),
            Map.entry("runs", "Run"),
            Map.entry("tags", "Tag"),
            Map.entry("evidence", "Evidence"),
            Map.entry("steps", "Step"));
    /** Parts whose fields say by themselves what they are about. */
    private static final Set<String> SPEAKING =
            Set.of("scope", "options", "trade-offs", "risks", "rollout", "follow-ups");

    private Labels() {}

    /** "residualLikelihood" as "Residual likelihood". */
    static String field(String name) {
        String known = FIELDS.get(name);
        if (known != null) {
            return known;
        }
        String words =
                name.replaceAll("([a-z])([A-Z])", "$1 $2").replace('-', ' ').toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** "rationale" as "Claim": what one of the list is called. */
    static String entry(String list) {
        return ENTRIES.getOrDefault(list, field(list));
    }

    /** The part is named in the paths of what it holds. */
    static boolean isNamed(String part) {
        return !SPEAKING.contains(part);
    }
}
