package org.probatum.support;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.probatum.shared.Json;

/** Documents to file, complete unless a test takes something away. */
public final class Drafts {
    private Drafts() {}

    /** A decision that lacks nothing but its runs, their comparison and its assessments. */
    public static ObjectNode decision(Cast cast) {
        return object(resource("complete-decision.json")
                .replace("${team}", cast.team())
                .replace("${author}", cast.author().username())
                .replace("${owner}", cast.owner().username()));
    }

    /** The least that can be filed. */
    public static ObjectNode start(Cast cast) {
        return object("""
                {"apiVersion": "probatum/v1", "kind": "Decision", "team": "%s", "category": "MODEL",
                 "title": "Replace the linear ranker"}""".formatted(cast.team()));
    }

    /** The whole decision with a risk whose residual level is above the team's tolerance. */
    public static ObjectNode withGraveRisk(Cast cast) {
        ObjectNode decision = decision(cast);
        first(decision, "risks").put("residualLikelihood", "POSSIBLE").put("residualImpact", "MAJOR");
        return decision;
    }

    /** The runs that a complete decision cites: three of each option. */
    public static List<ObjectNode> runs() {
        return List.of(
                run("linear", 0.785),
                run("linear-2", 0.784),
                run("linear-3", 0.786),
                run("trees", 0.817),
                run("trees-2", 0.816),
                run("trees-3", 0.818));
    }

    /** A run whose manifest lacks nothing, with the AUC it measured; another name is another seed. */
    public static ObjectNode run(String name, double auc) {
        ObjectNode run = object(resource("complete-run.json").replace("${name}", name));
        ((ObjectNode) run.withArray("metrics").get(0)).put("value", auc);
        int seed = Math.floorMod(name.hashCode(), 100_000);
        ((ObjectNode) run.at("/randomness/seeds")).put("python", seed).put("numpy", seed);
        return run;
    }

    /** The first entry of a list in a document. */
    public static ObjectNode first(ObjectNode document, String list) {
        return (ObjectNode) document.withArray(list).get(0);
    }

    /** A list emptied. */
    public static void clear(ObjectNode document, String list) {
        ((ArrayNode) document.withArray(list)).removeAll();
    }

    public static ObjectNode object(String json) {
        return (ObjectNode) Json.read(json, com.fasterxml.jackson.databind.JsonNode.class);
    }

    private static String resource(String name) {
        try (InputStream in = Drafts.class.getResourceAsStream("/documents/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
