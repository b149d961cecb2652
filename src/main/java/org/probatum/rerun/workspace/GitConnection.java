package org.probatum.rerun.workspace;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.jspecify.annotations.Nullable;
import org.probatum.shared.outbound.Exchange;

/** One request of git's, made by the service's own client: what git would change of how it is made changes nothing. */
final class GitConnection implements HttpConnection {
    private final URL to;
    private final GitHttp wire;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private String method = "GET";
    private @Nullable Exchange exchange;

    GitConnection(URL to, GitHttp wire) {
        this.to = to;
        this.wire = wire;
    }

    private Exchange exchange() throws IOException {
        if (exchange == null) {
            exchange = wire.open(method, to, headers, method.equals("POST") ? body.toByteArray() : null);
        }
        return exchange;
    }

    @Override
    public int getResponseCode() throws IOException {
        return exchange().status();
    }

    @Override
    public URL getURL() {
        return to;
    }

    @Override
    public String getResponseMessage() throws IOException {
        return "status " + exchange().status();
    }

    @Override
    public Map<String, List<String>> getHeaderFields() {
        return exchange == null ? Map.of() : exchange.headers();
    }

    @Override
    public @Nullable String getContentType() {
        return getHeaderField("Content-Type");
    }

    @Override
    public @Nullable String getHeaderField(String name) {
        // Nothing is unpacked: sizes are counted as they arrive.
        return exchange == null || name.equalsIgnoreCase("Content-Encoding")
                ? null
                : exchange.header(name).orElse(null);
    }

    @Override
    public @Nullable List<String> getHeaderFields(String name) {
        return exchange == null ? null : exchange.headers().get(name);
    }

    @Override
    public int getContentLength() {
        return -1;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return wire.watched(exchange().body());
    }

    @Override
    public OutputStream getOutputStream() {
        return body;
    }

    @Override
    public void setRequestProperty(String name, String value) {
        if (!name.equalsIgnoreCase("Accept-Encoding")) {
            headers.put(name, value);
        }
    }

    @Override
    public void setRequestMethod(String name) {
        method = name;
    }

    @Override
    public String getRequestMethod() {
        return method;
    }

    @Override
    public void connect() throws IOException {
        exchange();
    }

    @Override
    public boolean usingProxy() {
        return false;
    }

    @Override
    public void setUseCaches(boolean use) {
        // There are none.
    }

    @Override
    public void setConnectTimeout(int milliseconds) {
        // The service's own hold.
    }

    @Override
    public void setReadTimeout(int milliseconds) {
        // The service's own hold.
    }

    @Override
    public void setInstanceFollowRedirects(boolean follow) {
        // None is followed.
    }

    @Override
    public void setDoOutput(boolean output) {
        // A POST has a body.
    }

    @Override
    public void setFixedLengthStreamingMode(int length) {
        // Requests are small, and held until they are sent.
    }

    @Override
    public void setChunkedStreamingMode(int length) {
        // Requests are small, and held until they are sent.
    }

    @Override
    public void configure(KeyManager[] keys, TrustManager[] trusted, java.security.SecureRandom random) {
        // Certificates are checked as everywhere.
    }

    @Override
    public void setHostnameVerifier(HostnameVerifier verifier) {
        // Names are checked as everywhere.
    }
}
