package org.probatum.shared.outbound;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Large answers from addresses that people typed, under the rules of {@link Outbound}: handed out while they come, cut off at
 * a size and at a time, and given up when nothing comes for a while. No connection is kept.
 */
@ApplicationScoped
public class Exchanges {
    private static final int AT_ONCE = 16;

    private final CloseableHttpClient client;
    private final Duration silence;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor();

    @Inject
    Exchanges(AddressRule rule) {
        this(rule, Resolver.ofSystem(), Duration.ofSeconds(30));
    }

    /**
     * Exchanges that ask somebody else for addresses.
     *
     * @param silence how long an answer may pause
     */
    public Exchanges(AddressRule rule, Resolver names, Duration silence) {
        this.silence = silence;
        this.client = Clients.pinned(rule, names, AT_ONCE)
                .setConnectionReuseStrategy((request, response, context) -> false)
                .build();
    }

    /**
     * What is asked. Its words never hold its headers, which may be secret.
     *
     * @param body what is sent; null for nothing
     * @param within when the whole answer must be read
     * @param most how many bytes of it are read
     */
    public record Request(
            String method, URI to, Map<String, String> headers, byte @Nullable [] body, Duration within, long most) {
        @Override
        public String toString() {
            return method + " " + to;
        }
    }

    /**
     * The answer's head, with the body to be read and closed.
     *
     * @throws AddressRefused when the name leads where the rule does not allow
     * @throws IOException when no status came back in time
     */
    public Exchange open(Request request) throws IOException {
        var refused = AddressRule.refusal(request.to());
        if (refused.isPresent()) {
            throw new AddressRefused(refused.get());
        }
        HttpUriRequestBase one = new HttpUriRequestBase(request.method(), request.to());
        one.setConfig(RequestConfig.custom()
                .setResponseTimeout(Timeout.of(silence.compareTo(request.within()) < 0 ? silence : request.within()))
                .setConnectionRequestTimeout(Timeout.of(request.within()))
                .build());
        request.headers().forEach(one::setHeader);
        if (request.body() != null) {
            one.setEntity(new ByteArrayEntity(request.body(), null));
        }
        var deadline = deadlines.schedule(one::cancel, request.within().toMillis(), TimeUnit.MILLISECONDS);
        boolean open = false;
        try {
            var response = client.executeOpen(HttpHost.create(Outbound.origin(request.to())), one, null);
            open = true;
            return new Exchange(one, response, deadline, request.most());
        } finally {
            if (!open) {
                deadline.cancel(false);
                one.cancel();
            }
        }
    }

    @PreDestroy
    public void close() throws IOException {
        deadlines.shutdownNow();
        client.close();
    }
}
