package org.probatum.rerun.workspace;

import static org.probatum.rerun.workspace.Reason.Kind.MISSING;
import static org.probatum.rerun.workspace.Reason.Kind.NOT_FETCHED;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.probatum.evidence.Completeness;
import org.probatum.evidence.manifest.Code;
import org.probatum.evidence.manifest.Invocation;
import org.probatum.evidence.manifest.Manifest;

/** What can be said against a rerun from the manifest alone, before anything is fetched. */
final class ManifestCheck {
    private ManifestCheck() {}

    static List<Reason> of(Manifest manifest) {
        List<Reason> reasons = new ArrayList<>();
        boolean dirty =
                manifest.code() != null && Boolean.TRUE.equals(manifest.code().dirty());
        Completeness.of(manifest).gaps().stream()
                .filter(gap -> !dirty || !gap.pointer().startsWith("/code/d"))
                .map(gap -> new Reason(
                        MISSING,
                        gap.pointer(),
                        "It is not recorded " + gap.why(),
                        "Record " + gap.record() + " (" + gap.field() + ")"))
                .forEach(reasons::add);
        if (manifest.code() != null) {
            reasons.addAll(code(manifest.code()));
        }
        if (manifest.invocation() != null) {
            reasons.addAll(invocation(manifest.invocation()));
        }
        reasons.addAll(DataLayout.of(manifest.data()).reasons());
        return List.copyOf(reasons);
    }

    private static List<Reason> code(Code code) {
        List<Reason> reasons = new ArrayList<>();
        if (Boolean.TRUE.equals(code.dirty())) {
            reasons.add(new Reason(
                    MISSING,
                    "/code/dirty",
                    code.diffDigest() == null
                            ? "Files differed from the commit, and nothing is known of the difference"
                            : "Files differed from the commit; the digest of the difference is recorded,"
                                    + " the difference itself is not held anywhere",
                    "Commit everything before the run starts, and record that commit with dirty: false"));
        }
        if (code.commit() != null && !code.commit().matches("[0-9a-f]{40}")) {
            reasons.add(new Reason(
                    NOT_FETCHED,
                    "/code/commit",
                    "\"" + code.commit() + "\" is no id of 40 digits; only repositories with such are read",
                    "Record the full id of the commit, in a repository with SHA-1 ids"));
        }
        return reasons;
    }

    private static List<Reason> invocation(Invocation invocation) {
        List<Reason> reasons = new ArrayList<>();
        if (!invocation.command().isEmpty() && invocation.command().get(0).isBlank()) {
            reasons.add(new Reason(
                    MISSING,
                    "/invocation/command/0",
                    "The command's first argument, the program, is blank",
                    "Record the command as a list that begins with the program"));
        }
        boolean cut = Stream.concat(
                        invocation.command().stream(),
                        invocation.environment().entrySet().stream()
                                .flatMap(one -> Stream.of(one.getKey(), one.getValue())))
                .anyMatch(text -> text.indexOf('\0') >= 0);
        if (cut || invocation.environment().keySet().stream().anyMatch(name -> name.contains("="))) {
            reasons.add(new Reason(
                    NOT_FETCHED,
                    "/invocation",
                    "An argument or a variable holds a character that no process can be given",
                    "Record arguments without the character 0, and names of variables without = as well"));
        }
        String directory = Objects.requireNonNullElse(invocation.workingDirectory(), "");
        if (!Folders.isInside(directory)) {
            reasons.add(new Reason(
                    MISSING,
                    "/invocation/workingDirectory",
                    "\"" + directory + "\" does not lie inside the repository",
                    "Record the directory relative to the repository's root, such as \"training\";"
                            + " nothing for the root itself"));
        }
        return reasons;
    }
}
