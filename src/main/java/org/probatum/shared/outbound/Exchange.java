package org.probatum.shared.outbound;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Future;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.jboss.logging.Logger;

/** An answer that is being read. Closing it lets go of whatever was not read, with its connection. */
public final class Exchange implements Closeable {
    private static final Logger LOG = Logger.getLogger(Exchange.class);

    private final HttpUriRequestBase request;
    private final ClassicHttpResponse response;
    private final Future<?> deadline;
    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final InputStream body;

    Exchange(HttpUriRequestBase request, ClassicHttpResponse response, Future<?> deadline, long most)
            throws IOException {
        this.request = request;
        this.response = response;
        this.deadline = deadline;
        for (Header header : response.getHeaders()) {
            headers.computeIfAbsent(header.getName(), name -> new ArrayList<>()).add(header.getValue());
        }
        this.body = response.getEntity() == null
                ? InputStream.nullInputStream()
                : new Capped(response.getEntity().getContent(), most);
    }

    public int status() {
        return response.getCode();
    }

    /** All headers, found by their names in whatever case. */
    public Map<String, List<String>> headers() {
        return headers;
    }

    /** The first header of the name. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** The body; reading it fails with {@link AnswerTooLarge} past what was asked for. */
    public InputStream body() {
        return body;
    }

    @Override
    public void close() {
        deadline.cancel(false);
        request.cancel();
        try {
            response.close();
        } catch (IOException e) {
            LOG.debugf("%s was let go: %s", request.getRequestUri(), e.getMessage());
        }
    }
}
