package org.probatum.rerun.workspace;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests and counts what is written through it. */
final class Digesting extends FilterOutputStream {
    private final MessageDigest digest;
    private long bytes;

    Digesting(OutputStream out) {
        super(out);
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] from, int start, int length) throws IOException {
        out.write(from, start, length);
        digest.update(from, start, length);
        bytes += length;
    }

    /** The digest of everything so far; asked for once. */
    String digest() {
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }

    long bytes() {
        return bytes;
    }
}
