package org.probatum.notification;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.probatum.decision.DecisionEvent;

/** The names that receivers outside know events by. */
public final class Topics {
    /** What is sent when somebody tries an endpoint. */
    public static final String TEST = "webhook.test";

    private Topics() {}

    /** Every event there is, by name. */
    public static List<String> all() {
        return Arrays.stream(DecisionEvent.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .map(Topics::of)
                .sorted()
                .toList();
    }

    static String of(String type) {
        return "decision." + type.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
