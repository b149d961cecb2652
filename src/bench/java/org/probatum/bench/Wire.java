package org.probatum.bench;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One kept-alive HTTP connection, as lean as the protocol allows: the driver shares the machine with what it measures. */
final class Wire implements AutoCloseable {
    private static final int ANSWER_WITHIN_MILLIS = 30_000;

    /** What came back; the body is text. */
    record Answer(int status, String etag, String body) {}

    private final Socket socket = new Socket();
    private final InputStream in;
    private final byte[] buffer = new byte[16_384];
    private int at;
    private int filled;

    Wire(int port) throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(ANSWER_WITHIN_MILLIS);
        socket.connect(new InetSocketAddress("127.0.0.1", port), ANSWER_WITHIN_MILLIS);
        in = socket.getInputStream();
    }

    /** Sends a request and reads its answer; an empty tag sends no precondition. */
    Answer call(String method, String path, String token, String etag, @Nullable String json) throws IOException {
        byte[] body = json == null ? new byte[0] : json.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder(256);
        head.append(method).append(' ').append(path).append(" HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ");
        head.append(token)
                .append("\r\nAccept: application/json, text/plain\r\nContent-Length: ")
                .append(body.length);
        if (json != null) {
            head.append("\r\nContent-Type: application/json");
        }
        if (!etag.isEmpty()) {
            head.append("\r\nIf-Match: ").append(etag);
        }
        ByteArrayOutputStream request = new ByteArrayOutputStream(head.length() + body.length + 4);
        request.write(head.append("\r\n\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        request.write(body);
        request.writeTo(socket.getOutputStream());
        return answer();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private Answer answer() throws IOException {
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        String etag = "";
        int length = 0;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            int colon = header.indexOf(':');
            String value = header.substring(colon + 1).strip();
            switch (header.substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "etag" -> etag = value;
                case "content-length" -> length = Integer.parseInt(value);
                case "transfer-encoding" -> chunked = value.equalsIgnoreCase("chunked");
                default -> {
                    // Nothing else matters here.
                }
            }
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream(Math.max(length, 512));
        if (chunked) {
            for (int size = chunk(); size > 0; size = chunk()) {
                read(size, body);
                line();
            }
            line();
        } else {
            read(length, body);
        }
        return new Answer(status, etag, body.toString(StandardCharsets.UTF_8));
    }

    private int chunk() throws IOException {
        return Integer.parseInt(line().split(";")[0].strip(), 16);
    }

    private void read(int length, ByteArrayOutputStream into) throws IOException {
        for (int left = length; left > 0; ) {
            fill();
            int part = Math.min(left, filled - at);
            into.write(buffer, at, part);
            at += part;
            left -= part;
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        while (true) {
            fill();
            char c = (char) (buffer[at++] & 0xff);
            if (c == '\n') {
                return line.toString();
            }
            if (c != '\r') {
                line.append(c);
            }
        }
    }

    private void fill() throws IOException {
        if (at == filled) {
            at = 0;
            filled = in.read(buffer);
            if (filled <= 0) {
                filled = 0;
                throw new EOFException("the service closed the connection");
            }
        }
    }
}
