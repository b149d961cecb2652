package org.probatum.shared.outbound;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that is read so far and no further. */
final class Capped extends FilterInputStream {
    private final long most;
    private long read;

    Capped(InputStream body, long most) {
        super(body);
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int some = super.read(into, from, length);
        count(Math.max(some, 0));
        return some;
    }

    private void count(int more) throws AnswerTooLarge {
        read += more;
        if (read > most) {
            throw new AnswerTooLarge(most);
        }
    }

    /** Nothing: closing would read on to the end, and there may be none. */
    @Override
    public void close() {
        // Whoever made the request lets go of the connection.
    }
}
