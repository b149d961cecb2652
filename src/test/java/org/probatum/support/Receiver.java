package org.probatum.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A receiver of webhooks on this machine that answers as a test says, down to the bytes. */
public final class Receiver implements AutoCloseable {
    /** What came in: the headers by their names in lower case, and the body. */
    public record Received(Map<String, String> headers, String body) {
        public String id() {
            return headers.get("webhook-id");
        }
    }

    /** Writes an answer to what came in. */
    public interface Behaviour {
        void answer(Received received, OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile Behaviour behaviour;

    public Receiver(Behaviour behaviour) {
        this.behaviour = behaviour;
        try {
            socket = new ServerSocket(0, 200, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.submit(this::listen);
    }

    /** One that answers a status and nothing else. */
    public static Receiver answering(int status, String... headers) {
        return new Receiver(status(status, headers));
    }

    public static Behaviour status(int status, String... headers) {
        String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return (received, out) -> write(
                out, "HTTP/1.1 " + status + " Said\r\nContent-Length: 0\r\nConnection: close\r\n" + more + "\r\n");
    }

    /** One that takes a request and never says a word. */
    public static Behaviour silence() {
        return (received, out) -> Thread.sleep(60_000);
    }

    public static void write(OutputStream out, String words) throws IOException {
        out.write(words.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    public void behaves(Behaviour other) {
        behaviour = other;
    }

    public String url() {
        return "http://127.0.0.1:" + socket.getLocalPort() + "/hook";
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** Everything that came in, in its order. */
    public List<Received> received() {
        return List.copyOf(received);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private Void listen() throws IOException {
        while (!socket.isClosed()) {
            Socket caller = socket.accept();
            threads.submit(() -> serve(caller));
        }
        return null;
    }

    private Void serve(Socket caller) throws IOException, InterruptedException {
        try (caller) {
            Received one = read(caller.getInputStream());
            received.add(one);
            behaviour.answer(one, caller.getOutputStream());
        }
        return null;
    }

    private static Received read(InputStream in) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        line(in);
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String[] parts = line.split(": ?", 2);
            headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        return new Received(headers, new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.write(c);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}
