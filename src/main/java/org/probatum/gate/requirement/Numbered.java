package org.probatum.gate.requirement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Names the items of a list by their number, as a page shows them. */
final class Numbered {
    private Numbered() {}

    /** The numbers of those that do not meet a condition, such as "2 and 3"; empty when all do. */
    static <T> Optional<String> unmet(List<T> items, Predicate<T> met) {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if (!met.test(items.get(i))) {
                numbers.add(String.valueOf(i + 1));
            }
        }
        return numbers.isEmpty() ? Optional.empty() : Optional.of(join(numbers));
    }

    /** "a, b and c". */
    static String join(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    /** "1 outcome", "2 outcomes". */
    static String count(List<?> items, String noun) {
        return items.size() + " " + noun + (items.size() == 1 ? "" : "s");
    }
}
