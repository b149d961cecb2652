package org.probatum.log;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.probatum.shared.Json;

/** Holds a leaf against its hash and against the event that it stands for. */
final class AuditedLeaf {
    private static final String PAYLOAD = "payloadDigest";

    private AuditedLeaf() {}

    static List<AuditReport.Finding> findings(AuditedRow row, LeafSource.@Nullable Kept event) {
        if (!row.isHashed()) {
            return finding(row, "does not have the hash that is stored for it: leaf or hash was changed");
        }
        String what = row.of().toString();
        if (event == null) {
            return finding(row, "stands for event " + what + ", which is gone: it was deleted past the service");
        }
        String now = Leaf.of(row.of().source(), event).text();
        if (now.equals(row.leaf())) {
            return List.of();
        }
        Set<String> changed = changed(row.leaf(), now);
        if (event.decision() != null) {
            // A decision's team may be called otherwise today; the leaf has what it was called then.
            changed.remove("team");
        }
        return changed.isEmpty()
                ? List.of()
                : finding(
                        row,
                        "stands for event " + what
                                + (event.decision() == null ? "" : " of " + event.decision())
                                + ", which is no longer what was logged: its " + String.join(", ", changed)
                                + " was changed");
    }

    private static Set<String> changed(String logged, String now) {
        ObjectNode before = Json.read(logged, ObjectNode.class);
        ObjectNode after = Json.read(now, ObjectNode.class);
        Set<String> changed = new TreeSet<>();
        before.fieldNames().forEachRemaining(name -> {
            JsonNode other = after.get(name);
            if (!before.get(name).equals(other)) {
                changed.add(name.equals(PAYLOAD) ? "content" : name);
            }
        });
        return changed;
    }

    private static List<AuditReport.Finding> finding(AuditedRow row, String words) {
        return List.of(new AuditReport.Finding(row.index(), "Leaf " + row.index() + " " + words + "."));
    }
}
