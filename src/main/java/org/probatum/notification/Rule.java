package org.probatum.notification;

import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Who is told of one type of event. The first rule that reaches somebody is how they are told; nobody is told of their own act.
 *
 * @param event the event's name
 * @param when further narrows it
 * @param headline what the recipient reads first, without the decision's key and title
 * @param path where it leads, from the service's address on
 */
record Rule(
        String event,
        Predicate<Happening> when,
        Kind kind,
        Audience audience,
        Function<Happening, String> headline,
        Function<Happening, String> path) {

    static Rule of(String event, Kind kind, Audience audience, Function<Happening, String> headline) {
        return new Rule(event, happening -> true, kind, audience, headline, Rules::decision);
    }

    Rule only(Predicate<Happening> narrower) {
        return new Rule(event, narrower, kind, audience, headline, path);
    }

    Rule at(Function<Happening, String> place) {
        return new Rule(event, when, kind, audience, headline, place);
    }

    boolean matches(Happening happening) {
        return happening.type().equals(event) && when.test(happening);
    }
}
