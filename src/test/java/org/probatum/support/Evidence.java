package org.probatum.support;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.probatum.decision.Gate;

/** Evidence that no other test shares: a dataset and a commit of a test's own, and decisions that rest on them. */
public record Evidence(String dataset, String commit, String artifact) {
    /** Something nobody has seen before. */
    public static Evidence fresh() {
        return new Evidence("sha256:" + hex(64), hex(40), "sha256:" + hex(64));
    }

    /** A run that rests on it. */
    public ObjectNode run(String name, double auc) {
        ObjectNode run = Drafts.run(name, auc);
        Drafts.first(run, "data").put("sha256", dataset);
        Drafts.first(run, "artifacts").put("sha256", artifact);
        ((ObjectNode) run.get("code")).put("commit", commit);
        return run;
    }

    /** A complete decision of the team whose runs rest on it, at the work of a stage. */
    public String at(Cast cast, Gate gate) {
        String key = Api.as(cast.author()).filed(Drafts.decision(cast));
        for (int seed = 1; seed <= 3; seed++) {
            String suffix = seed == 1 ? "" : "-" + seed;
            attach(cast, key, run("linear" + suffix, 0.785 + seed / 1000.0));
            attach(cast, key, run("trees" + suffix, 0.817 + seed / 1000.0));
        }
        Road.compare(cast, key);
        return Road.along(cast, key, gate);
    }

    /** The same, published. */
    public String published(Cast cast) {
        String key = at(cast, Gate.PUBLICATION);
        Road.pass(cast, key, Gate.PUBLICATION);
        return key;
    }

    private static void attach(Cast cast, String key, ObjectNode run) {
        Api.as(cast.author()).post(key, "/runs", run).then().statusCode(201);
    }

    private static String hex(int digits) {
        StringBuilder hex = new StringBuilder();
        while (hex.length() < digits) {
            hex.append(UUID.randomUUID().toString().replace("-", ""));
        }
        return hex.substring(0, digits);
    }
}
