package org.probatum.rerun.workspace;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.probatum.evidence.manifest.Dataset;

/**
 * Where each dataset lies in the data folder: by the last segment of its URI; below its own name where two different ones
 * have the same. The same content at the same address, named twice for two splits, lies there once.
 */
record DataLayout(Map<String, Integer> places, List<Reason> reasons) {
    private record Content(String uri, String digest) {
        static Content of(Dataset dataset) {
            return new Content(
                    Objects.requireNonNullElse(dataset.uri(), ""), Objects.requireNonNullElse(dataset.sha256(), ""));
        }
    }

    static DataLayout of(List<Dataset> data) {
        Map<Content, Integer> once = new LinkedHashMap<>();
        for (int i = 0; i < data.size(); i++) {
            once.putIfAbsent(Content.of(data.get(i)), i);
        }
        Map<String, Integer> sharing = new TreeMap<>();
        once.values().forEach(i -> sharing.merge(file(data.get(i)), 1, Integer::sum));
        Map<String, Integer> places = new LinkedHashMap<>();
        List<Reason> reasons = new ArrayList<>();
        for (int i : once.values()) {
            String file = file(data.get(i));
            String place = Objects.requireNonNullElse(sharing.get(file), 1) == 1
                    ? file
                    : safe(data.get(i).name()) + "/" + file;
            if (places.putIfAbsent(place, i) != null) {
                reasons.add(clash(i, place));
            }
        }
        Set<String> folders = new HashSet<>();
        places.keySet().stream()
                .filter(place -> place.contains("/"))
                .forEach(place -> folders.add(place.substring(0, place.indexOf('/'))));
        places.forEach((place, i) -> {
            if (folders.contains(place)) {
                reasons.add(clash(i, place));
            }
        });
        return new DataLayout(places, List.copyOf(reasons));
    }

    /** The last segment of the address, or the dataset's name where there is none, as a file's name. */
    static String file(Dataset dataset) {
        String path = Objects.requireNonNullElse(dataset.uri(), "")
                .replaceFirst("[?#].*", "")
                .replaceFirst("^[A-Za-z][A-Za-z0-9+.-]*:(//[^/]*)?", "");
        String last = path.substring(path.lastIndexOf('/') + 1);
        return safe(last.isEmpty() ? dataset.name() : last);
    }

    /** Plain letters, digits, dots, hyphens and underscores stay, everything else becomes an underscore; never hidden. */
    static String safe(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._-]", "_").replaceFirst("^\\.", "_");
        return plain.length() > 120 ? plain.substring(plain.length() - 120) : plain;
    }

    private static Reason clash(int index, String place) {
        return new Reason(
                Reason.Kind.MISSING,
                "/data/" + index + "/name",
                "Another dataset would lie at " + place + " in the data folder, too",
                "Give each dataset a name of its own");
    }
}
