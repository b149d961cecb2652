package org.probatum.rerun.workspace;

import java.nio.file.Path;

/** Paths that were recorded elsewhere. */
final class Folders {
    private Folders() {}

    /** A relative path that never leaves the folder it is resolved in, not even to come back. */
    static boolean isInside(String path) {
        if (path.startsWith("/") || path.indexOf('\0') >= 0 || path.indexOf('\\') >= 0) {
            return false;
        }
        for (Path segment : Path.of(path)) {
            if (segment.toString().equals("..")) {
                return false;
            }
        }
        return true;
    }

    /** A relative path as short as it can be written; empty for the folder itself. */
    static String plain(String path) {
        return Path.of(path).normalize().toString();
    }
}
