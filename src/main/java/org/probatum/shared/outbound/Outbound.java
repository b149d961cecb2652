package org.probatum.shared.outbound;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends to addresses that people typed: checked before they are connected to, no redirect followed, nothing kept open, and
 * the whole exchange over within a time and a size, whatever the receiver does.
 */
@ApplicationScoped
public class Outbound {
    /** How much of an answer's body is read at most. */
    public static final int MOST_READ = 16 * 1024;

    private static final Logger LOG = Logger.getLogger(Outbound.class);
    private static final int AT_ONCE = 64;

    /** What was answered: the status, when to come back if it said so, and how the body begins. */
    public record Answer(int status, @Nullable String retryAfter, String body) {}

    private final CloseableHttpClient client;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor();

    @Inject
    Outbound(AddressRule rule) {
        this(rule, Resolver.ofSystem());
    }

    /** A client that asks somebody else for addresses. */
    public Outbound(AddressRule rule, Resolver names) {
        this.client = Clients.pinned(rule, names, AT_ONCE)
                .setConnectionReuseStrategy((request, response, context) -> false)
                .build();
    }

    /**
     * Posts JSON.
     *
     * @throws AddressRefused when the name leads where the rule does not allow
     * @throws IOException when no status came back in time
     */
    public Answer post(URI to, Map<String, String> headers, String json, Duration within) throws IOException {
        Optional<String> refused = AddressRule.refusal(to);
        if (refused.isPresent()) {
            throw new AddressRefused(refused.get());
        }
        HttpPost request = new HttpPost(to);
        request.setConfig(RequestConfig.custom()
                .setResponseTimeout(Timeout.of(within))
                .setConnectionRequestTimeout(Timeout.of(within))
                .build());
        headers.forEach(request::setHeader);
        request.setEntity(new ByteArrayEntity(json.getBytes(StandardCharsets.UTF_8), ContentType.APPLICATION_JSON));
        Future<?> deadline = deadlines.schedule(request::cancel, within.toMillis(), TimeUnit.MILLISECONDS);
        try {
            ClassicHttpResponse response = client.executeOpen(HttpHost.create(origin(to)), request, null);
            Header retryAfter = response.getFirstHeader("Retry-After");
            Answer answer = new Answer(
                    response.getCode(), retryAfter == null ? null : retryAfter.getValue(), beginning(response));
            letGo(request, response);
            return answer;
        } finally {
            deadline.cancel(false);
        }
    }

    /** Whatever else the receiver had to say is left unread, with its connection; that it minds is its own affair. */
    private static void letGo(HttpPost request, ClassicHttpResponse response) {
        request.cancel();
        try {
            response.close();
        } catch (IOException e) {
            LOG.debugf("%s was let go: %s", request.getRequestUri(), e.getMessage());
        }
    }

    @PreDestroy
    public void close() throws IOException {
        deadlines.shutdownNow();
        client.close();
    }

    /** An answer that stops in the middle has told its status all the same. */
    private static String beginning(ClassicHttpResponse response) {
        byte[] read = new byte[MOST_READ];
        int length = 0;
        if (response.getEntity() == null) {
            return "";
        }
        try {
            // Not closed here: closing reads on to the end, and there may be none.
            InputStream body = response.getEntity().getContent();
            int more;
            while (length < MOST_READ && (more = body.read(read, length, MOST_READ - length)) >= 0) {
                length += more;
            }
        } catch (IOException e) {
            return new String(read, 0, length, StandardCharsets.UTF_8);
        }
        return new String(read, 0, length, StandardCharsets.UTF_8);
    }

    static URI origin(URI to) {
        return URI.create(to.getScheme() + "://" + to.getRawAuthority());
    }
}
