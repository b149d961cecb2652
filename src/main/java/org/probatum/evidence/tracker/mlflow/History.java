package org.probatum.evidence.tracker.mlflow;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.probatum.evidence.tracker.Target;
import org.probatum.evidence.tracker.TrackerFault;

/**
 * The history of one metric, read as it comes and page by page. Older servers know no pages and send everything at once,
 * whatever they are asked for.
 */
final class History {
    private static final int PAGE = 25_000;
    private static final int MOST_POINTS = 250_000;
    private static final long MOST_BYTES = 64L << 20;

    private final Server server;
    private final Target at;
    private final List<Long> steps = new ArrayList<>();
    private final List<Double> values = new ArrayList<>();

    private History(Server server, Target at) {
        this.server = server;
        this.at = at;
    }

    /** Steps and values, as many of the one as of the other. */
    record Points(List<Long> steps, List<Double> values) {}

    static Points of(Server server, Target at, String run, String metric) throws TrackerFault {
        History history = new History(server, at);
        Map<String, String> query =
                new HashMap<>(Map.of("run_id", run, "metric_key", metric, "max_results", String.valueOf(PAGE)));
        Set<String> seen = new HashSet<>();
        String next = history.page(query);
        while (!next.isEmpty()) {
            if (!seen.add(next)) {
                throw new TrackerFault(
                        TrackerFault.Kind.NONSENSE, at.name() + " goes round in circles over the history of " + metric);
            }
            query.put("page_token", next);
            next = history.page(query);
        }
        return new Points(history.steps, history.values);
    }

    private String page(Map<String, String> query) throws TrackerFault {
        return server.get(at, "metrics/get-history", query, MOST_BYTES, this::read);
    }

    private String read(InputStream body) throws IOException {
        String next = "";
        try (JsonParser json = Server.JSON.createParser(body)) {
            require(json.nextToken() == JsonToken.START_OBJECT);
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                JsonToken value = json.nextToken();
                if (field.equals("metrics") && value == JsonToken.START_ARRAY) {
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        point(json);
                    }
                } else if (field.equals("next_page_token") && value == JsonToken.VALUE_STRING) {
                    next = json.getText();
                } else {
                    json.skipChildren();
                }
            }
        }
        return next;
    }

    private void point(JsonParser json) throws IOException {
        String value = "NaN";
        long step = 0;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            if (field.equals("value")) {
                value = json.getText();
            } else if (field.equals("step")) {
                step = json.getValueAsLong();
            } else {
                json.skipChildren();
            }
        }
        if (values.size() >= MOST_POINTS) {
            throw new TrackerFault(
                    TrackerFault.Kind.NONSENSE,
                    at.name() + " has a metric with more than " + MOST_POINTS + " values, the most that are taken");
        }
        steps.add(step);
        values.add(Values.number(value));
    }

    private void require(boolean right) throws TrackerFault {
        if (!right) {
            throw new TrackerFault(
                    TrackerFault.Kind.NONSENSE, at.name() + " answered something that is no history of a metric");
        }
    }
}
