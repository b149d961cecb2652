package org.probatum.shared.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.probatum.shared.Violation;

/** Turns what the validator found into violations: one for each value, in the order of the document, each in its place. */
final class Findings {
    /** Of several things wrong with one value, the first of these says it best. */
    private static final List<String> TELLING =
            List.of("type", "const", "enum", "minLength", "maxLength", "pattern", "format");

    private static final Comparator<Finding> ORDER = Comparator.comparingInt((Finding finding) -> finding.spot.order)
            .thenComparing(Finding::pointer)
            .thenComparing(finding -> finding.message.getType());

    private record Finding(String pointer, Spot spot, ValidationMessage message) {}

    private final Document document;
    private final Place root;

    Findings(Document document, Place root) {
        this.document = document;
        this.root = root;
    }

    List<Violation> of(Collection<ValidationMessage> messages) {
        List<Finding> found = new ArrayList<>();
        Map<String, Finding> ofValues = new HashMap<>();
        for (ValidationMessage message : messages) {
            Finding finding = finding(message);
            if (message.getProperty() == null) {
                ofValues.merge(finding.pointer, finding, Findings::moreTelling);
            } else {
                found.add(finding);
            }
        }
        found.addAll(ofValues.values());
        return found.stream()
                .sorted(ORDER)
                .limit(SchemaCheck.MAX_VIOLATIONS)
                .map(this::violation)
                .toList();
    }

    private Finding finding(ValidationMessage message) {
        StringBuilder pointer = new StringBuilder();
        JsonNodePath path = message.getInstanceLocation();
        for (int i = 0; i < path.getNameCount(); i++) {
            pointer.append(Pointer.append("", path.getElement(i).toString()));
        }
        if (message.getProperty() != null) {
            pointer.append(Pointer.append("", message.getProperty()));
        }
        return new Finding(pointer.toString(), document.spots().nearest(pointer.toString()), message);
    }

    private static Finding moreTelling(Finding one, Finding other) {
        return rank(other) < rank(one) ? other : one;
    }

    private static int rank(Finding finding) {
        int rank = TELLING.indexOf(finding.message.getType());
        return rank < 0 ? TELLING.size() : rank;
    }

    private Violation violation(Finding finding) {
        List<String> segments = Pointer.segments(finding.pointer);
        Place place = root.at(segments);
        Place around = segments.isEmpty() ? root : root.at(segments.subList(0, segments.size() - 1));
        JsonNode value = document.tree().at(finding.pointer);
        Wording wording = new Wording(finding.message, value, place, around);
        boolean isKey = finding.message.getType().equals("additionalProperties");
        Position at = isKey && finding.spot.key != null ? finding.spot.key : finding.spot.value;
        return new Violation(
                finding.pointer,
                wording.wrong(),
                wording.right(),
                at == null ? null : at.line(),
                at == null ? null : at.column());
    }
}
