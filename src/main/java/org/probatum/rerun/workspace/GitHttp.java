package org.probatum.rerun.workspace;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.Proxy;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;
import org.jspecify.annotations.Nullable;
import org.probatum.shared.outbound.Exchange;
import org.probatum.shared.outbound.Exchanges;

/**
 * The only way git has to the net while one repository is fetched: two addresses of that repository, by the service's own
 * client. It remembers how the last request ended, since git tells that in words only.
 */
final class GitHttp implements HttpConnectionFactory, Closeable {
    private final URI repository;
    private final Exchanges exchanges;
    private final long most;
    private final long until;
    private final List<Exchange> open = new ArrayList<>();
    private @Nullable IOException fault;
    private int status;
    private boolean git = true;

    GitHttp(URI repository, Exchanges exchanges, Fences fences) {
        this.repository = repository;
        this.exchanges = exchanges;
        this.most = fences.codeBytes();
        this.until = System.nanoTime() + fences.within().toNanos();
    }

    @Override
    public HttpConnection create(URL url) {
        return new GitConnection(url, this);
    }

    @Override
    public HttpConnection create(URL url, Proxy proxy) {
        return new GitConnection(url, this);
    }

    Exchange open(String method, URL to, Map<String, String> headers, byte @Nullable [] body) throws IOException {
        String base = repository.toString().replaceFirst("/+$", "");
        if (!to.toString().equals(base + "/info/refs?service=git-upload-pack")
                && !to.toString().equals(base + "/git-upload-pack")) {
            throw new IOException("git may not ask for " + to);
        }
        try {
            Exchange exchange = exchanges.open(
                    new Exchanges.Request(method, URI.create(to.toString()), headers, body, left(), most));
            open.add(exchange);
            status = exchange.status();
            git = status != 200 || exchange.header("Content-Type").orElse("").startsWith("application/x-git-");
            return exchange;
        } catch (IOException e) {
            fault = e;
            throw e;
        }
    }

    /** The body, with an eye on how it ends. */
    InputStream watched(InputStream body) {
        return new FilterInputStream(body) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                try {
                    return super.read(into, from, length);
                } catch (IOException e) {
                    fault = e;
                    throw e;
                }
            }
        };
    }

    boolean isLate() {
        return System.nanoTime() >= until;
    }

    private Duration left() throws InterruptedIOException {
        if (isLate()) {
            throw new InterruptedIOException("the time for fetching is over");
        }
        return Duration.ofNanos(until - System.nanoTime());
    }

    /** What broke the last request, if something did. */
    @Nullable
    IOException fault() {
        return fault;
    }

    /** What the last answer's status was; 0 when there was none. */
    int status() {
        return status;
    }

    /** Whether the last good answer was one of git's smart protocol. */
    boolean isGit() {
        return git;
    }

    @Override
    public void close() {
        open.forEach(Exchange::close);
        open.clear();
    }
}
