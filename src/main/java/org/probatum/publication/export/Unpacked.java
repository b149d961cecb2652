package org.probatum.publication.export;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.GZIPInputStream;

/** What is in a file of gzip, which would not say that something else stands behind that: it passes over it. */
final class Unpacked extends GZIPInputStream {
    /** As exports are packed: a head of ten bytes, and eight with the checksum (RFC 1952). */
    private static final int HEAD_AND_END = 18;

    private final Counted packed;

    private Unpacked(Counted packed) throws IOException {
        super(packed, 1 << 16);
        this.packed = packed;
    }

    static Unpacked of(InputStream packed) throws IOException {
        return new Unpacked(new Counted(packed));
    }

    /** Nothing stands behind it; asked once all of it was read. */
    boolean isAll() throws IOException {
        packed.transferTo(OutputStream.nullOutputStream());
        return packed.bytes == HEAD_AND_END + inf.getBytesRead();
    }

    private static final class Counted extends FilterInputStream {
        private long bytes;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            bytes += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] to, int from, int most) throws IOException {
            int read = super.read(to, from, most);
            bytes += Math.max(0, read);
            return read;
        }
    }
}
