package org.probatum.rerun.workspace;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Paths that were recorded elsewhere. */
final class Folders {
    private Folders() {}

    /** A relative path that never leaves the folder it is resolved in, not even to come back. */
    static boolean isInside(String path) {
        if (path.startsWith("/") || path.indexOf('\0') >= 0 || path.indexOf('\\') >= 0) {
            return false;
        }
        return Stream.of(path.split("/")).noneMatch(".."::equals);
    }

    /** A relative path as short as it can be written; empty for the folder itself. */
    static String plain(String path) {
        return Stream.of(path.split("/"))
                .filter(segment -> !segment.isEmpty() && !segment.equals("."))
                .collect(Collectors.joining("/"));
    }
}
