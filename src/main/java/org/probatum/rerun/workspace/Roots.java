package org.probatum.rerun.workspace;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What may be read from this machine's own disks: what really lies below a folder that configuration names, links resolved. */
@ApplicationScoped
class Roots {
    private static final String CURE =
            "Record an address that any machine can fetch, or have whoever runs this service name"
                    + " the folder in probatum.reruns.files";

    private final Fences fences;

    Roots(Fences fences) {
        this.fences = fences;
    }

    /** The real path that a {@code file:} address leads to. */
    Path real(URI address, String pointer) throws Halt, IOException {
        String host = Objects.requireNonNullElse(address.getHost(), "");
        String written = address.getPath();
        if (written == null || !written.startsWith("/") || !host.isEmpty() && !host.equals("localhost")) {
            throw Halt.notFetched(
                    pointer, address + " names no file of this machine", "Record such as file:///srv/data/x");
        }
        Path path = Path.of(written).normalize();
        // What lies elsewhere is not looked at: whether it exists is nobody's business.
        List<Path> roots = new ArrayList<>();
        for (Path folder : fences.folders()) {
            roots.add(folder.toAbsolutePath().normalize());
        }
        if (roots.stream().noneMatch(path::startsWith)) {
            throw Halt.notFetched(pointer, path + " lies below no folder that files are read from", CURE);
        }
        try {
            Path real = path.toRealPath();
            if (!holds(real)) {
                throw Halt.notFetched(pointer, path + " is a link that leads out of what files are read from", CURE);
            }
            return real;
        } catch (NoSuchFileException e) {
            throw Halt.gone(
                    pointer,
                    "There is nothing at " + path + " any more",
                    "Put it back, or run anew with what is there");
        }
    }

    /** A real path lies below one of the folders. */
    boolean holds(Path real) throws IOException {
        for (Path folder : fences.folders()) {
            if (folder.toFile().isDirectory() && real.startsWith(folder.toRealPath())) {
                return true;
            }
        }
        return false;
    }
}
