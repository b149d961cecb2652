package org.probatum.rerun.workspace;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.probatum.evidence.manifest.Invocation;
import org.probatum.evidence.manifest.Manifest;
import org.probatum.rerun.Limits;
import org.probatum.rerun.Workspace;
import org.probatum.shared.Json;

/**
 * Lays out everything a rerun needs, from its manifest alone: the code at its commit, then the data with each digest
 * verified, then the parameters. It asks other machines and takes its time: never in a transaction, and one at a time for
 * one home. What a former attempt left in the home is removed first; of an attempt that fails nothing is left.
 */
@ApplicationScoped
public class PrepareWorkspace {
    private final FetchCode code;
    private final FetchData data;

    PrepareWorkspace(FetchCode code, FetchData data) {
        this.code = code;
        this.data = data;
    }

    /**
     * The workspace, ready to start; or why it is not.
     *
     * @param name the rerun's own, passed on to the launch
     * @param home an absolute path that nothing else uses, such as {@link RerunFolders#workspace} gives
     */
    public Prepared prepare(Manifest manifest, String name, Path home, Limits limits, @Nullable String queue) {
        List<Reason> refused = ManifestCheck.of(manifest);
        if (!refused.isEmpty()) {
            return new Prepared.Refused(refused);
        }
        Workspace workspace = new Workspace(home);
        try {
            lay(manifest, workspace);
            return new Prepared.Ready(Launches.of(manifest, name, workspace, limits, queue));
        } catch (Halt end) {
            Disposal.remove(home);
            return end.answer();
        } catch (InvalidPathException e) {
            Disposal.remove(home);
            return Halt.notFetched(
                            "/code",
                            "This machine cannot write the file name \"" + e.getInput() + "\"",
                            "Have this service started in a UTF-8 locale, or keep to plain letters in names")
                    .answer();
        } catch (IOException e) {
            Disposal.remove(home);
            return new Prepared.Later("The workspace could not be laid out on this machine: " + words(e));
        }
    }

    private void lay(Manifest manifest, Workspace workspace) throws Halt, IOException {
        List<String> left = Disposal.remove(workspace.home());
        if (!left.isEmpty()) {
            throw Halt.later("What a former attempt left cannot be removed: " + left.get(0));
        }
        Files.createDirectories(workspace.home());
        code.lay(Objects.requireNonNull(manifest.code()), workspace);
        Invocation invocation = Objects.requireNonNull(manifest.invocation());
        checkDirectory(Launches.directory(invocation), workspace);
        layData(manifest, workspace);
        Files.writeString(workspace.params(), Json.write(invocation.parameters()));
        Files.createDirectory(workspace.out());
    }

    private static void checkDirectory(String directory, Workspace workspace) throws Halt {
        Path at = workspace.code();
        for (Path segment : Path.of(directory)) {
            at = at.resolve(segment);
            if (!directory.isEmpty() && !Files.isDirectory(at, LinkOption.NOFOLLOW_LINKS)) {
                throw Halt.refused(
                        Reason.Kind.MISSING,
                        "/invocation/workingDirectory",
                        "The commit has no folder " + directory,
                        "Record the directory that the command was started in, relative to the repository's root");
            }
        }
    }

    /** All of it is looked at before any of it is refused, so that one attempt tells everything. */
    private void layData(Manifest manifest, Workspace workspace) throws Halt, IOException {
        Files.createDirectory(workspace.data());
        List<Reason> refused = new ArrayList<>();
        for (Map.Entry<String, Integer> place :
                DataLayout.of(manifest.data()).places().entrySet()) {
            int index = place.getValue();
            try {
                data.place(manifest.data().get(index), index, workspace.data().resolve(place.getKey()));
            } catch (Halt end) {
                if (!(end.answer() instanceof Prepared.Refused reasons)) {
                    throw end;
                }
                refused.addAll(reasons.reasons());
            }
        }
        if (!refused.isEmpty()) {
            throw Halt.refused(refused);
        }
    }

    private static String words(IOException fault) {
        return fault.getClass().getSimpleName() + (fault.getMessage() == null ? "" : ", " + fault.getMessage());
    }
}
