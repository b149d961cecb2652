package org.probatum.decision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probatum.people.Competence;
import org.probatum.people.TeamRole;

/**
 * What a gate's quorum asks for: so many people of one role or one competence, each of whom takes one seat.
 *
 * @param takes the name of a {@link TeamRole} or a {@link Competence}
 */
public record Slot(String takes, int count) {
    /** Whom slots can ask for: those who decide about what members file, and the competent. */
    public static final Set<String> ASKABLE = Stream.concat(
                    Arrays.stream(TeamRole.values()).filter(role -> role != TeamRole.MEMBER),
                    Arrays.stream(Competence.values()))
            .map(Enum::name)
            .collect(Collectors.toUnmodifiableSet());

    private static final Pattern WORDS = Pattern.compile("([1-9]) ?[×x] ?([A-Z_]+)");

    /**
     * The slots a policy table writes as {@code 2 × SECURITY, 1 × RISK_OWNER}.
     *
     * @throws IllegalArgumentException when it writes anything else, with what is wrong and what would be right
     */
    public static List<Slot> read(String text) {
        List<Slot> slots = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            Matcher words = WORDS.matcher(part.strip());
            if (!words.matches()) {
                throw new IllegalArgumentException("\"" + part.strip()
                        + "\" is not a slot; write how many and whom, such as \"2 × SECURITY, 1 × RISK_OWNER\"");
            }
            String takes = words.group(2);
            if (!ASKABLE.contains(takes)) {
                throw new IllegalArgumentException("nobody is a \"" + takes + "\"; slots ask for "
                        + ASKABLE.stream().sorted().collect(Collectors.joining(", ")));
            }
            if (slots.stream().anyMatch(slot -> slot.takes().equals(takes))) {
                throw new IllegalArgumentException(takes + " is asked for twice; write one slot with their sum");
            }
            slots.add(new Slot(takes, Integer.parseInt(words.group(1))));
        }
        return List.copyOf(slots);
    }

    /** One entry a seat, in order. */
    public static List<String> seats(List<Slot> slots) {
        return slots.stream()
                .flatMap(slot -> Collections.nCopies(slot.count(), slot.takes()).stream())
                .toList();
    }

    /** What it takes, in words. */
    public static String words(String takes) {
        return takes.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
