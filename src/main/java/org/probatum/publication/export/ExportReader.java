package org.probatum.publication.export;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Reads an export file by file, in its order, without unpacking it to anywhere. A file is read no further than it may be long, so
 * that what is packed small and is large does no harm; each manifest is held against the files before it.
 */
final class ExportReader implements AutoCloseable {
    private static final String WHOLE = "the archive";
    private static final int LONGEST_LINE = 1 << 24;

    private final Unpacked archive;
    private final InputStream unpacked;
    private final Manifest manifest = new Manifest();
    private final MessageDigest digest = sha256();
    private String name = WHOLE;
    private boolean inFile;
    private long size;
    private long left;

    ExportReader(InputStream packed) throws IOException {
        this.archive = Unpacked.of(packed);
        this.unpacked = new BufferedInputStream(archive, 1 << 16);
    }

    /** The name of the next file; null behind the last. */
    @Nullable
    String next() throws IOException, Damaged {
        finish();
        if (manifest.isFull()) {
            manifest(open());
        }
        String found = open();
        if (found == null || !found.equals(manifest.name())) {
            if (found == null && !manifest.isEmpty()) {
                throw new Damaged(manifest.name(), "it is missing");
            }
            inFile = found != null;
            return found;
        }
        manifest(found);
        String more = open();
        if (more != null) {
            throw new Damaged(more, "it comes after the last manifest: it is not of this export");
        }
        return null;
    }

    /** The next file, which has to be this one. */
    void expect(String wanted) throws IOException, Damaged {
        String found = next();
        if (!wanted.equals(found)) {
            throw new Damaged(
                    wanted,
                    found == null
                            ? "it is missing"
                            : "it should come here, and " + found + " does: one of them is missing, added or moved");
        }
    }

    /** All of this file. */
    byte[] content(int most) throws IOException, Damaged {
        if (size > most) {
            throw new Damaged(name, "it has " + size + " bytes, and can have no more than " + most);
        }
        byte[] content = unpacked.readNBytes((int) left);
        if (content.length < left) {
            throw new EOFException();
        }
        digest.update(content);
        left = 0;
        return content;
    }

    /** The next line of this file, without its end; null behind the last. */
    byte @Nullable [] line() throws IOException, Damaged {
        if (left == 0) {
            return null;
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (left > 0) {
            int one = unpacked.read();
            if (one < 0) {
                throw new EOFException();
            }
            left--;
            if (one == '\n') {
                byte[] whole = line.toByteArray();
                digest.update(whole);
                digest.update((byte) one);
                return whole;
            }
            if (line.size() == LONGEST_LINE) {
                throw new Damaged(name, "a line is longer than " + LONGEST_LINE + " bytes");
            }
            line.write(one);
        }
        throw new Damaged(name, "its last line has no end");
    }

    /** What cannot be read on, in words. */
    static Damaged unreadable(String where, IOException fault) {
        String why = fault instanceof EOFException
                ? "the archive is cut short here"
                : fault instanceof ZipException ? "it cannot be unpacked: " + fault.getMessage() : "it cannot be read";
        return new Damaged(where, why);
    }

    String name() {
        return name;
    }

    @Override
    public void close() throws IOException {
        unpacked.close();
    }

    private void manifest(@Nullable String found) throws IOException, Damaged {
        String wanted = manifest.name();
        if (!wanted.equals(found)) {
            throw new Damaged(wanted, "it is missing");
        }
        byte[] right = manifest.take();
        byte[] there = content(Math.max(right.length, Tar.BLOCK));
        finish();
        if (!Arrays.equals(there, right)) {
            throw new Damaged(wanted, "it has other digests than the files before it have: " + differing(right, there));
        }
    }

    private static String differing(byte[] right, byte[] there) {
        int at = Arrays.mismatch(right, there);
        String text = new String(right, StandardCharsets.UTF_8);
        int from = text.lastIndexOf('\n', Math.min(at, text.length()) - 1) + 1;
        int to = text.indexOf('\n', from);
        return to < 0
                ? "it has more lines than there are files"
                : text.substring(from, to).replaceFirst(".* ", "") + " is the first";
    }

    /** The header of the next file; null at the end, behind which there has to be nothing. */
    private @Nullable String open() throws IOException, Damaged {
        byte[] header = unpacked.readNBytes(Tar.BLOCK);
        if (header.length < Tar.BLOCK) {
            throw new EOFException();
        }
        if (isZero(header)) {
            byte[] second = unpacked.readNBytes(Tar.BLOCK);
            if (second.length < Tar.BLOCK || !isZero(second) || unpacked.read() >= 0 || !archive.isAll()) {
                throw new Damaged(WHOLE, "it does not end as exports do");
            }
            return null;
        }
        name = Tar.name(header);
        size = Tar.size(header);
        if (size < 0 || !Arrays.equals(header, Tar.header(name, size))) {
            throw new Damaged(name, "it is not packed as exports are; verify the archive as it was fetched");
        }
        left = size;
        digest.reset();
        return name;
    }

    /** Whatever of a file was not looked at is no part of an export. */
    private void finish() throws IOException, Damaged {
        if (left > 0) {
            throw new Damaged(name, "it goes on for " + left + " bytes after what should be in it");
        }
        if (!isZero(unpacked.readNBytes(Tar.padding(size)))) {
            throw new Damaged(name, "something is hidden behind it");
        }
        size = 0;
        if (inFile) {
            manifest.add(name, digest.digest());
            inFile = false;
        }
    }

    private static boolean isZero(byte[] bytes) {
        for (byte one : bytes) {
            if (one != 0) {
                return false;
            }
        }
        return true;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
