package org.probatum.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A way into the service as the table {@code routes.txt} has it.
 *
 * @param who the reaches of which one is enough; empty when anybody may call it
 * @param sample something valid to send, with places to fill in; empty when nothing is sent
 */
public record Route(Set<String> who, String method, String path, String sample) {
    /** Every line of the table. */
    public static List<Route> table() {
        try (InputStream in = Objects.requireNonNull(Route.class.getResourceAsStream("/routes.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Route::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Route of(String line) {
        String[] columns = line.split("\\s+", 4);
        Set<String> who = columns[0].equals("anybody") ? Set.of() : Set.of(columns[0].split(","));
        return new Route(who, columns[1], columns[2], columns.length > 3 ? columns[3] : "");
    }

    public boolean ofApi() {
        return path.startsWith("/api/");
    }

    /** Whoever is not signed in is told so, and not sent to sign in. */
    public boolean forPrograms() {
        return ofApi() || path.startsWith("/log/tile/");
    }

    /** A form of a page, sent. */
    public boolean ofForm() {
        return method.equals("POST") && !ofApi();
    }

    public boolean changes() {
        return !method.equals("GET");
    }

    /** It is about one decision. */
    public boolean ofDecision() {
        return path.contains("{key}");
    }

    public boolean ofRecord() {
        return path.startsWith("/log/") || path.endsWith("/record") || path.endsWith("/bundle");
    }

    /** Its method and path. */
    public String words() {
        return method + " " + path;
    }

    /** Lets somebody in who reaches so far. */
    public boolean admits(Set<String> reach) {
        return who.isEmpty() || who.stream().anyMatch(reach::contains);
    }
}
