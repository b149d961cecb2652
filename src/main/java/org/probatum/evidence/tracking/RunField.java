package org.probatum.evidence.tracking;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.material.Category;

/**
 * A field of the run manifest that somebody may require.
 *
 * @param name as plans call it: {@code data.sha256}
 * @param path where it stands, as a JSON pointer in which {@code *} stands for every entry of a list
 * @param of the categories that require it; null for all of them
 * @param instead the name of another field that does as well
 * @param onlyWhen a pointer; the field is asked only where it leads to {@code true}
 */
public record RunField(
        String name,
        String path,
        String record,
        String by,
        String when,
        String why,
        boolean blocks,
        @Nullable List<Category> of,
        @Nullable String instead,
        @Nullable String onlyWhen,
        String python,
        String shell,
        String mlflow) {
    private static final String ANY = "*";

    /** The category requires it of every run. */
    public boolean isRequiredOf(Category category) {
        return of == null || of.contains(category);
    }

    /** It is asked of this manifest at all. */
    public boolean applies(JsonNode manifest) {
        return onlyWhen == null || manifest.at(onlyWhen).asBoolean(false);
    }

    /** How it is captured. */
    public Capture capture() {
        return new Capture(python.strip(), shell.strip(), mlflow.strip());
    }

    /** The places of a manifest where it should stand and does not. */
    public List<String> missing(JsonNode manifest) {
        return places(manifest, true);
    }

    /** The places of a manifest where it stands. */
    public List<String> present(JsonNode manifest) {
        return places(manifest, false);
    }

    List<String> segments() {
        return List.of(path.substring(1).split("/"));
    }

    private List<String> places(JsonNode manifest, boolean missing) {
        List<String> found = new ArrayList<>();
        walk(manifest, "", segments(), missing, found);
        return List.copyOf(found);
    }

    private static void walk(JsonNode node, String at, List<String> left, boolean missing, List<String> found) {
        if (left.isEmpty()) {
            if (isNothing(node) == missing) {
                found.add(at);
            }
            return;
        }
        List<String> rest = left.subList(1, left.size());
        if (left.get(0).equals(ANY)) {
            for (int i = 0; i < node.size(); i++) {
                walk(node.get(i), at + "/" + i, rest, missing, found);
            }
        } else {
            walk(node.path(left.get(0)), at + "/" + left.get(0), rest, missing, found);
        }
    }

    private static boolean isNothing(JsonNode node) {
        return node.isMissingNode() || node.isNull() || node.isContainerNode() && node.isEmpty();
    }
}
