package org.probatum.rerun.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Symbolic links of a repository. A target goes up, by real folders, at most to the root, and then down: as long as each link
 * does, following one through others never leaves.
 */
final class Links {
    private Links() {}

    static void make(Path code, String link, String target) throws Halt, IOException {
        if (!isInside(link, target)) {
            throw Halt.notFetched(
                    "/code/commit",
                    "The commit holds a link that leads out of it: " + link + " → " + target,
                    "Record a commit whose links go up with ../ at most to its root and then down");
        }
        Files.createSymbolicLink(code.resolve(link), Path.of(target));
    }

    static boolean isInside(String link, String target) {
        if (target.isEmpty() || target.startsWith("/") || target.indexOf('\0') >= 0) {
            return false;
        }
        int up = 0;
        boolean down = false;
        for (String segment : target.split("/")) {
            if (segment.equals("..")) {
                if (down) {
                    return false;
                }
                up++;
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                down = true;
            }
        }
        return up <= link.chars().filter(c -> c == '/').count();
    }
}
