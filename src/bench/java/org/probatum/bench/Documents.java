package org.probatum.bench;

/** What an author files: a decision with every part, and the runs that it cites. */
final class Documents {
    /** How many of each a lifecycle makes. */
    static final int OPTIONS = 2;

    private static final String DECISION = """
            {"apiVersion":"probatum/v1","kind":"Decision","team":"%1$s","category":"MODEL",
             "title":"Replace the linear ranker of catalogue %3$d with boosted trees",
             "productionImpact":"DIRECT","dataSensitivity":"INTERNAL","reversibility":"EASY","tags":["ranker","trees"],
             "scope":{"outcomes":[{"metric":"auc","direction":"HIGHER","target":0.79,
                "statement":"Order items well enough that the first ten hold what people buy"}],
              "constraints":[{"statement":"p99 of a scoring call stays at or below 30 ms","hard":true},
                {"statement":"The model file stays below 64 kB","hard":true}],
              "assumptions":[{"statement":"The first quarter resembles the year",
                "check":"Compare the population stability index of each feature monthly"}],
              "criteria":[{"id":"auc-test","metric":"auc","dataset":"clicks-2026q1","split":"test",
                "direction":"HIGHER","margin":0.01,"tolerance":{"absolute":0.002},"seeds":3}]},
             "options":[{"id":"status-quo","statusQuo":true,"title":"Keep the linear ranker",
                "description":"Eight main effects, fitted by gradient descent.","runs":["inline:linear","inline:linear-2","inline:linear-3"]},
              {"id":"trees","title":"Boosted trees","description":"Ninety trees of depth four.","runs":["inline:trees","inline:trees-2","inline:trees-3"]}],
             "selected":"trees",
             "rationale":[{"claim":"Trees gain 0.032 AUC on the test split","evidence":["comparison:auc-test"]},
              {"claim":"The model file is 27 kB, within the constraint","evidence":["inline:trees"]}],
             "risks":[{"id":"cold-items","title":"New items are ranked lower than before","likelihood":"POSSIBLE",
                "impact":"MODERATE","mitigation":"A share of impressions is kept for new items",
                "residualLikelihood":"UNLIKELY","residualImpact":"MODERATE","owner":"%1$s-owner","due":"2099-02-26",
                "verification":"Impressions of items younger than a week stay within 2 points for a quarter"},
              {"id":"drift","title":"Scores drift with the season","likelihood":"POSSIBLE","impact":"MINOR",
                "mitigation":"Retrain monthly","residualLikelihood":"UNLIKELY","residualImpact":"MINOR",
                "owner":"%1$s-owner","due":"2099-03-31","verification":"Monthly AUC on fresh clicks stays above 0.78"}],
             "rollout":[{"step":"Score with both, rank with the linear one",
                "go":{"metric":"share of lists that differ","operator":"<=","value":0.12,"window":"P14D"}},
              {"step":"Rank a tenth of the lists with the trees",
                "go":{"metric":"click rate delta","operator":"<=","value":0.02,"window":"P21D"}}],
             "rollback":{"trigger":{"metric":"p99 latency","operator":">","value":36,"window":"P1D"},
              "steps":["Set the switch to linear","Clear the list cache"],"owner":"%1$s-owner"},
             "followUps":[{"action":"Compare predicted and observed click rate","accountable":"%2$s","due":"2099-04-30"},
              {"action":"Remove the linear ranker","accountable":"%2$s","due":"2099-06-15"}],
             "summary":{"context":"A linear ranker has ordered the catalogue since 2021.",
              "decision":"Boosted trees order it after a shadow phase and a phase on a tenth of the lists.",
              "consequences":"Better lists, at the price of a model nobody can recompute by hand."}}
            """;

    private static final String RUN = """
            {"name":"%1$s","code":{"repository":"https://git.example.org/ranking/models",
              "commit":"b7856fdd9f3485296f53c9600fcd90ceea5bb517","branch":"main","dirty":false},
             "invocation":{"command":["python","train.py","--config","%1$s.yaml"],"entryPoint":"train.py",
              "parameters":{"depth":4,"rate":0.08},"environment":{"OMP_NUM_THREADS":"4"},"workingDirectory":".",
              "started":"2026-09-23T16:27:00Z","ended":"2026-09-23T16:53:54Z","exitStatus":0,"who":"ci","host":"trainer-3"},
             "environment":{
              "lockFileDigest":"sha256:e0e32c0636216641d37bea7e5d10a3e06597c0bf669e9a8400147d1985ab1fe6",
              "packages":[{"name":"numpy","version":"2.1.3"},{"name":"xgboost","version":"2.1.2"}],
              "os":"Linux x86_64","runtime":"CPython 3.12.7"},
             "hardware":{"cpu":"16 x86-64","memoryBytes":68719476736},
             "randomness":{"seeds":{"python":%3$d,"numpy":%3$d},"deterministic":true},
             "data":[{"name":"clicks-2026q1","uri":"s3://lake/clicks/2026q1","version":"1",
              "sha256":"sha256:49be7795dd990408de279d36c3c20bd200ca770ade8019e313a6a9f27d3adc8a","rows":70000,
              "split":"test","licence":"internal"}],
             "search":{"space":"depth 3 to 8","trials":24,"selectionRule":"best validation auc"},
             "metrics":[{"name":"auc","value":%2$s,"direction":"HIGHER","dataset":"clicks-2026q1","split":"test","n":70000}],
             "artifacts":[{"path":"model.bin",
              "sha256":"sha256:776a1e2bc394539e27f29e2a8e5aaf6edaad89de8f45819353276f79c2a3ed04","bytes":27262}],
             "provenance":{"tool":"bench","version":"1","observed":[],"declared":["/code","/metrics"]}}
            """;

    private Documents() {}

    static String decision(People.Seat seat, long number) {
        return DECISION.formatted(seat.team(), seat.author(), number);
    }

    static String[] runs() {
        return new String[] {
            RUN.formatted("linear", "0.785", 21),
            RUN.formatted("linear-2", "0.784", 22),
            RUN.formatted("linear-3", "0.786", 23),
            RUN.formatted("trees", "0.817", 21),
            RUN.formatted("trees-2", "0.816", 22),
            RUN.formatted("trees-3", "0.818", 23)
        };
    }

    static String comparison() {
        return "{\"criterion\":\"auc-test\"}";
    }

    static String assessment(String option, String dimension) {
        return "{\"rating\":3,\"reason\":\"Measured on " + option + ": " + dimension + " is as it was before\"}";
    }

    static String approval(String material) {
        return "{\"vote\":\"APPROVE\",\"comment\":\"Read, and it holds\",\"material\":\"" + material + "\"}";
    }
}
