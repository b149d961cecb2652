package org.probatum.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A decision as it was seen: where it stands, whom it waits for, and what its gate misses. */
record Sighting(Standing standing, ObjectNode decision, List<ObjectNode> missing) {
    private static final List<String> SHOWN = List.of(
            "key",
            "stage",
            "gate",
            "inReview",
            "rerunning",
            "stopped",
            "openSeats",
            "tier",
            "due",
            "validity",
            "validitySince",
            "supersededBy",
            "reason");

    static Sighting of(Remote remote, DecisionKey key) {
        ObjectNode decision = remote.get(key.path(), Remote.JSON).object("stage");
        Standing standing = Standing.of(decision);
        List<ObjectNode> missing = new ArrayList<>();
        if (decision.hasNonNull("gate")) {
            String gate =
                    decision.path("gate").asText().toLowerCase(Locale.ROOT).replace('_', '-');
            JsonNode report =
                    remote.get(key.path() + "/gates/" + gate, Remote.JSON).object("requirements");
            for (JsonNode line : report.path("requirements")) {
                if (line instanceof ObjectNode requirement && bars(requirement)) {
                    missing.add(requirement);
                }
            }
        }
        return new Sighting(standing, decision, missing);
    }

    private static boolean bars(ObjectNode requirement) {
        String state = requirement.path("state").asText();
        return requirement.path("binding").asText().equals("REQUIRED")
                && (state.equals("unsatisfied") || state.equals("error"));
    }

    ObjectNode data(Exit exit) {
        ObjectNode data = Answer.object();
        SHOWN.stream().filter(decision::has).forEach(member -> data.set(member, decision.path(member)));
        ArrayNode list = data.putArray("missing");
        missing.forEach(list::add);
        return data.put("standing", standing.headline()).put("exit", exit.code());
    }

    /** In words: the first line says where it stands, the others what goes with it. */
    List<String> lines(String address) {
        List<String> lines = new ArrayList<>();
        lines.add(decision.path("key").asText() + "  " + standing.headline());
        add(lines, "at", address);
        add(lines, "because", decision.path("reason").asText(""));
        add(lines, "due", decision.path("due").asText(""));
        add(lines, "successor", decision.path("supersededBy").asText(""));
        add(lines, "since", decision.path("validitySince").asText(""));
        Answer.texts(decision.path("openSeats")).forEach(seat -> add(lines, "open seat", seat));
        for (ObjectNode one : missing) {
            add(lines, "missing", words(one));
        }
        return lines;
    }

    private static void add(List<String> lines, String what, String words) {
        if (!words.isEmpty()) {
            lines.add("  %-10s %s".formatted(what, words));
        }
    }

    private static String words(ObjectNode one) {
        return one.path("requirement").asText() + ": " + one.path("because").asText() + "; "
                + one.path("wouldSatisfy").asText();
    }
}
