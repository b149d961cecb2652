package org.probatum.rerun;

import java.nio.file.Path;

/**
 * The folders one rerun has to itself, under one home: the code at its commit, the data with digests already checked, a
 * folder to write to, and a file of parameters. {@code code}, {@code data} and {@code params} are only read.
 */
public record Workspace(Path home) {
    public Path code() {
        return home.resolve("code");
    }

    public Path data() {
        return home.resolve("data");
    }

    public Path out() {
        return home.resolve("out");
    }

    /** The recorded parameters as one JSON object. */
    public Path params() {
        return home.resolve("params.json");
    }

    /** What the command printed, both streams as they came; written by the executor. */
    public Path log() {
        return home.resolve("log.txt");
    }
}
