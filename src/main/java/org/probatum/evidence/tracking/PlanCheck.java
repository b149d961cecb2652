package org.probatum.evidence.tracking;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.probatum.decision.material.Category;
import org.probatum.decision.material.PlannedField;
import org.probatum.shared.Violation;

/** What keeps a written plan from being one: fields that no manifest has, fields twice, fewer fields than the category requires. */
public final class PlanCheck {
    private PlanCheck() {}

    /** Everything wrong with the plan, by its own pointers; empty when nothing is. */
    public static List<Violation> of(Category category, List<PlannedField> plan) {
        List<Violation> found = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < plan.size(); i++) {
            String name = plan.get(i).field();
            String at = "/entries/" + i + "/field";
            if (!isField(name)) {
                found.add(
                        Violation.at(
                                at,
                                "no field of a run manifest is called \"" + name + "\"",
                                "a field of /schemas/run-1.json such as data.rows, or metrics.<name>, parameters.<name>, artifacts.<name>"));
            } else if (!names.add(name)) {
                found.add(Violation.at(at, "\"" + name + "\" is in the plan twice", "one line a field"));
            }
        }
        for (RunField field : RunFields.requiredOf(category)) {
            int place = place(plan, field.name());
            if (place < 0) {
                found.add(Violation.at(
                        "/entries",
                        field.name() + " is left out, and every run of a " + words(category) + " decision records it",
                        "the plan with " + field.name() + " in it"));
            } else if (Boolean.FALSE.equals(plan.get(place).required())) {
                found.add(Violation.at(
                        "/entries/" + place + "/required",
                        field.name() + " is not required, and every run of a " + words(category)
                                + " decision records it",
                        "true: a plan asks more than its category, never less"));
            }
        }
        return found;
    }

    /** The name leads to something in a manifest. */
    public static boolean isField(String name) {
        return RunFields.named(name).isPresent() || FreeField.named(name).isPresent();
    }

    private static int place(List<PlannedField> plan, String name) {
        for (int i = 0; i < plan.size(); i++) {
            if (plan.get(i).field().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private static String words(Category category) {
        return category.name().toLowerCase(java.util.Locale.ROOT);
    }
}
