package org.probatum.rerun.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** A file of this machine, at its real path. */
record FileSource(Path real, String pointer) implements DataSource {
    @Override
    public String state() throws Halt, IOException {
        BasicFileAttributes file = Files.readAttributes(real, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!file.isRegularFile()) {
            throw Halt.notFetched(
                    pointer,
                    real + " is no file",
                    "Record each file as a dataset of its own, or one archive of the folder, with its digest");
        }
        return "file " + file.size() + " " + file.lastModifiedTime() + " " + file.fileKey();
    }

    @Override
    public void copyTo(OutputStream into, long most) throws Halt, IOException {
        try (InputStream in = Files.newInputStream(real, LinkOption.NOFOLLOW_LINKS)) {
            byte[] some = new byte[64 * 1024];
            long read = 0;
            int length;
            while ((length = in.read(some)) >= 0) {
                read += length;
                if (read > most) {
                    throw FetchData.tooLarge(real.toString(), pointer, most);
                }
                into.write(some, 0, length);
            }
        } catch (AccessDeniedException e) {
            throw Halt.notFetched(
                    pointer,
                    real + " may not be read by this service",
                    "Let the account that this service runs as read it");
        }
    }
}
