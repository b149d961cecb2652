package org.probatum.rerun.workspace;

import static org.probatum.rerun.workspace.FetchCode.AT;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectChecker;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.eclipse.jgit.util.sha1.SHA1;
import org.eclipse.jgit.util.sha1.Sha1CollisionException;

/**
 * Writes a commit's files. Every object is digested again on the way and has to be what its id says. Links are made last, so
 * that nothing is written through one; no filter, no hook and no submodule has a say.
 */
final class Checkout {
    private static final int MOST_FILES = 50_000;
    private static final int DEEPEST = 100;
    private static final int MOST_TREE = 16 * 1024 * 1024;
    private static final int LONGEST_LINK = 4096;
    /** Old tools wrote odd modes and names of people; neither matters here. Anything else that is malformed does. */
    private static final ObjectChecker SANE =
            new ObjectChecker().setAllowLeadingZeroFileMode(true).setAllowInvalidPersonIdent(true);

    private final Repository repository;
    private final Path code;
    private final long most;
    private final Map<String, String> links = new LinkedHashMap<>();
    private final ObjectInserter.Formatter digests = new ObjectInserter.Formatter();
    private long bytes;
    private int files;

    Checkout(Repository repository, Path code, long most) {
        this.repository = repository;
        this.code = code;
        this.most = most;
    }

    void write(ObjectId commit) throws Halt, IOException {
        try (ObjectReader reader = repository.newObjectReader()) {
            ObjectId tree = RevCommit.parse(read(reader, commit, Constants.OBJ_COMMIT))
                    .getTree()
                    .getId();
            writeTree(reader, tree, "", 0);
            for (Map.Entry<String, String> link : links.entrySet()) {
                Links.make(code, link.getKey(), link.getValue());
            }
        } catch (MissingObjectException e) {
            throw Halt.gone(
                    "/code/commit",
                    "The repository has no " + (e.getObjectId().equals(commit) ? "commit " : "object ")
                            + e.getObjectId().name() + " (any more)",
                    "Push the commit, or put a tag on it, so that it stays");
        } catch (IncorrectObjectTypeException e) {
            throw Halt.gone("/code/commit", commit.name() + " is no commit there", "Record the full id of the commit");
        } catch (CorruptObjectException | FileAlreadyExistsException | Sha1CollisionException e) {
            throw broken(String.valueOf(e.getMessage()));
        } catch (LargeObjectException e) {
            throw tooLarge();
        }
    }

    private void writeTree(ObjectReader reader, ObjectId id, String folder, int depth) throws Halt, IOException {
        if (depth > DEEPEST) {
            throw tooLarge();
        }
        CanonicalTreeParser entries = new CanonicalTreeParser();
        entries.reset(read(reader, id, Constants.OBJ_TREE));
        for (; !entries.eof(); entries = entries.next()) {
            String path = folder + entries.getEntryPathString();
            SANE.checkPath(path);
            Path file = code.resolve(path);
            if (!file.normalize().equals(file) || !file.startsWith(code)) {
                throw broken("it names the path " + path);
            }
            if (++files > MOST_FILES) {
                throw tooLarge();
            }
            FileMode mode = entries.getEntryFileMode();
            if (mode.equals(FileMode.TYPE_TREE)) {
                Files.createDirectory(file);
                writeTree(reader, entries.getEntryObjectId(), path + "/", depth + 1);
            } else if (mode.equals(FileMode.TYPE_GITLINK)) {
                Files.createDirectory(file);
            } else if (mode.equals(FileMode.TYPE_SYMLINK)) {
                byte[] target = read(reader, entries.getEntryObjectId(), Constants.OBJ_BLOB);
                links.put(path, new String(target, StandardCharsets.UTF_8));
            } else {
                writeFile(
                        reader.open(entries.getEntryObjectId(), Constants.OBJ_BLOB), entries.getEntryObjectId(), file);
                if (mode.equals(FileMode.EXECUTABLE_FILE)) {
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
                }
            }
        }
    }

    private void writeFile(ObjectLoader blob, ObjectId id, Path file) throws Halt, IOException {
        bytes += blob.getSize();
        if (bytes > most) {
            throw tooLarge();
        }
        SHA1 digest = SHA1.newInstance();
        digest.update(("blob " + blob.getSize() + "\0").getBytes(StandardCharsets.US_ASCII));
        try (InputStream in = blob.openStream();
                OutputStream out =
                        Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            byte[] some = new byte[64 * 1024];
            int length;
            while ((length = in.read(some)) >= 0) {
                digest.update(some, 0, length);
                out.write(some, 0, length);
            }
        }
        check(id, digest.toObjectId());
    }

    private byte[] read(ObjectReader reader, ObjectId id, int type) throws Halt, IOException {
        ObjectLoader object = reader.open(id, type);
        byte[] content = object.getCachedBytes(type == Constants.OBJ_BLOB ? LONGEST_LINK : MOST_TREE);
        check(id, digests.idFor(type, content));
        if (type == Constants.OBJ_COMMIT) {
            SANE.checkCommit(id, content);
        } else if (type == Constants.OBJ_TREE) {
            SANE.checkTree(id, content);
        }
        return content;
    }

    private static void check(ObjectId expected, ObjectId found) throws Halt {
        if (!expected.equals(found)) {
            throw Halt.refused(
                    Reason.Kind.CHANGED,
                    AT,
                    "The repository's object " + expected.name() + " is really " + found.name(),
                    "Restore the repository from a copy that git fsck finds no fault with");
        }
    }

    private static Halt broken(String why) {
        return Halt.notFetched(
                "/code/commit",
                "The commit cannot be laid out: " + why,
                "Record a commit that git fsck finds no fault with");
    }

    private Halt tooLarge() {
        return Halt.notFetched(
                AT,
                "The commit is larger than " + most + " bytes, or has more than " + MOST_FILES + " files, or more than "
                        + DEEPEST + " folders in one another",
                "Keep data and models out of the repository, or have probatum.reruns.code-most raised");
    }
}
