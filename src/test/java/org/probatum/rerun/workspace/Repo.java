package org.probatum.rerun.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.TreeFormatter;

/** A bare repository on the disk, whose commits hold exactly what a test says, sane or not. */
final class Repo implements AutoCloseable {
    final Path folder;
    final FileRepository repository;
    private final Map<String, ObjectId> files = new LinkedHashMap<>();
    private final Map<String, FileMode> modes = new LinkedHashMap<>();
    private ObjectId head;

    Repo(Path folder) throws IOException {
        QuietSystem.reign();
        this.folder = folder;
        repository = new FileRepository(folder.toFile());
        repository.create(true);
    }

    Repo with(String name, String content) throws IOException {
        return with(name, content, FileMode.REGULAR_FILE);
    }

    Repo with(String name, String content, FileMode mode) throws IOException {
        return with(name, insert(Constants.OBJ_BLOB, content.getBytes(StandardCharsets.UTF_8)), mode);
    }

    Repo with(String name, ObjectId id, FileMode mode) {
        files.put(name, id);
        modes.put(name, mode);
        return this;
    }

    /** The files so far, as a folder's tree. */
    ObjectId tree() throws IOException {
        TreeFormatter tree = new TreeFormatter();
        files.keySet().stream()
                .sorted()
                .forEach(name -> tree.append(
                        name.getBytes(StandardCharsets.UTF_8),
                        0,
                        name.getBytes(StandardCharsets.UTF_8).length,
                        modes.get(name),
                        files.get(name),
                        true));
        files.clear();
        modes.clear();
        return insert(Constants.OBJ_TREE, tree.toByteArray());
    }

    /** Commits the files so far, on the branch main. */
    String commit(String message) throws IOException {
        CommitBuilder commit = new CommitBuilder();
        commit.setTreeId(tree());
        if (head != null) {
            commit.setParentId(head);
        }
        PersonIdent who = new PersonIdent("Mira", "mira@example.org");
        commit.setAuthor(who);
        commit.setCommitter(who);
        commit.setMessage(message);
        head = insert(Constants.OBJ_COMMIT, commit.build());
        point("refs/heads/main", head);
        return head.name();
    }

    void point(String ref, ObjectId to) throws IOException {
        RefUpdate update = repository.updateRef(ref);
        update.setNewObjectId(to);
        update.forceUpdate();
    }

    String url() {
        return folder.toUri().toString().replaceFirst("/$", "");
    }

    /** The loose file of an object. */
    Path loose(ObjectId id) {
        return folder.resolve("objects")
                .resolve(id.name().substring(0, 2))
                .resolve(id.name().substring(2));
    }

    static void swap(Path one, byte[] content) throws IOException {
        one.toFile().setWritable(true);
        Files.write(one, content);
    }

    ObjectId insert(int type, byte[] content) throws IOException {
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            ObjectId id = inserter.insert(type, content);
            inserter.flush();
            return id;
        }
    }

    @Override
    public void close() {
        repository.close();
    }
}
