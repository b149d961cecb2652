package org.probatum.support;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.probatum.shared.Digest;

/** A repository whose script trains for real, if not for long, data that it reads, and the manifests of its runs. */
public final class Trainer {
    /** Where repositories and data of tests lie; the service reads files from nowhere else. */
    public static final Path ROOT = Path.of("target", "trainers").toAbsolutePath();

    private static final String SCRIPT = """
            #!/bin/sh
            set -e
            echo "training $1 with seed $PROBATUM_SEED"
            test -s "$PROBATUM_PARAMS"
            epoch=0
            while [ $epoch -lt "${2:-0}" ]; do sleep 1; epoch=$((epoch + 1)); echo "epoch $epoch"; done
            case "$1" in linear) base=78 ;; trees) base=81 ;; *) echo "no such model" >&2; exit 3 ;; esac
            printf '{"auc": 0.%s%s}' "$base" "$PROBATUM_SEED" > "$PROBATUM_OUT_DIR/metrics.json"
            head -c 20 "$PROBATUM_DATA_DIR/clicks.csv" > "$PROBATUM_OUT_DIR/model.bin"
            echo "$1 $PROBATUM_SEED" >> "$PROBATUM_OUT_DIR/model.bin"
            """;
    private static final String DATA = "item,clicked\n" + "1,0\n2,1\n".repeat(50);

    private final Path folder;
    private final String commit;

    private Trainer(Path folder, String commit) {
        this.folder = folder;
        this.commit = commit;
    }

    /** A new one, with one commit. */
    public static Trainer fresh() {
        try {
            Files.createDirectories(ROOT);
            Path folder = Files.createTempDirectory(ROOT, "trainer");
            Path code = Files.createDirectories(folder.resolve("code"));
            Files.writeString(code.resolve("train.sh"), SCRIPT);
            Files.writeString(folder.resolve("clicks.csv"), DATA);
            try (Git git = Git.init()
                    .setDirectory(code.toFile())
                    .setInitialBranch("main")
                    .call()) {
                git.add().addFilepattern("train.sh").call();
                return new Trainer(
                        folder,
                        git.commit()
                                .setMessage("Train")
                                .setSign(false)
                                .setAuthor("T", "t@example.org")
                                .setCommitter("T", "t@example.org")
                                .call()
                                .name());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GitAPIException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The data is no longer what the manifests say. */
    public void spoilData() {
        data("item,clicked\n1,1\n");
    }

    public void restoreData() {
        data(DATA);
    }

    private void data(String text) {
        try {
            Files.writeString(folder.resolve("clicks.csv"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What such a run really measures. */
    public static BigDecimal auc(String model, int seed) {
        return new BigDecimal("0." + (model.equals("linear") ? "78" : "81") + seed);
    }

    /** The manifest of a run that can be repeated bit for bit. */
    public ObjectNode run(String name, String model, int seed) {
        ObjectNode run = Drafts.run(name, 0);
        ((ObjectNode) run.get("code"))
                .put("repository", folder.resolve("code").toUri().toString())
                .put("commit", commit);
        ObjectNode invocation = (ObjectNode) run.get("invocation");
        invocation.putArray("command").add("sh").add("train.sh").add(model);
        invocation.put("started", "2026-09-23T16:27:00Z").put("ended", "2026-09-23T16:27:01Z");
        ((ObjectNode) run.at("/randomness")).putObject("seeds").put("python", seed);
        Drafts.first(run, "data")
                .put("uri", folder.resolve("clicks.csv").toUri().toString())
                .put("sha256", Digest.of(DATA));
        Drafts.first(run, "metrics").put("value", auc(model, seed));
        Drafts.first(run, "artifacts")
                .put("sha256", Digest.of(DATA.substring(0, 20) + model + " " + seed + "\n"))
                .put("bytes", 20 + model.length() + 3);
        return run;
    }

    /** The runs that a complete decision cites, each of which can be repeated. */
    public List<ObjectNode> runs() {
        return List.of(
                run("linear", "linear", 5),
                run("linear-2", "linear", 4),
                run("linear-3", "linear", 6),
                run("trees", "trees", 7),
                run("trees-2", "trees", 6),
                run("trees-3", "trees", 8));
    }
}
