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

    /** A complete decision of the team whose two runs rest on it, at the work of a stage. */
    public String at(Cast cast, Gate gate) {
        String key = Api.as(cast.author()).filed(Drafts.decision(cast));
        Api.as(cast.author()).post(key, "/runs", run("linear", 0.785)).then().statusCode(201);
        Api.as(cast.author()).post(key, "/runs", run("trees", 0.817)).then().statusCode(201);
        for (Gate passed : Gate.values()) {
            if (passed == Gate.TRADE_OFFS && gate.compareTo(passed) >= 0) {
                Road.assess(cast, key);
            }
            if (passed == gate) {
                break;
            }
            Road.pass(cast, key, passed);
        }
        return key;
    }

    /** The same, published. */
    public String published(Cast cast) {
        String key = at(cast, Gate.PUBLICATION);
        Road.pass(cast, key, Gate.PUBLICATION);
        return key;
    }

    private static String hex(int digits) {
        StringBuilder hex = new StringBuilder();
        while (hex.length() < digits) {
            hex.append(UUID.randomUUID().toString().replace("-", ""));
        }
        return hex.substring(0, digits);
    }
}
