package org.probatum.shared.outbound;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Asks addresses that people typed again and again, under the rules of {@link Outbound}: connections are kept for the next
 * question, and the answer is read as it comes, so far and so long as the question allows.
 */
@ApplicationScoped
public class Conversation {
    private static final int AT_ONCE = 32;

    private final CloseableHttpClient client;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor();

    @Inject
    Conversation(AddressRule rule) {
        this(rule, Resolver.ofSystem());
    }

    /** A conversation that asks somebody else for addresses. */
    public Conversation(AddressRule rule, Resolver names) {
        this.client = Clients.pinned(rule, names, AT_ONCE).build();
    }

    /**
     * What is asked. Its words never hold its headers, which may be secret.
     *
     * @param json what is sent; null for nothing
     * @param within when the whole answer must be read
     * @param most how many bytes of it are read
     */
    public record Question(
            String method,
            URI to,
            Map<String, String> headers,
            @Nullable String json,
            Duration within,
            long most) {
        @Override
        public String toString() {
            return method + " " + to;
        }
    }

    /** What comes back; the body can be read once, while it is handed over. */
    public record Reply(int status, String contentType, InputStream body) {}

    /** Reads a reply. */
    @FunctionalInterface
    public interface Reading<T> {
        T read(Reply reply) throws IOException;
    }

    /**
     * What the reading made of the answer.
     *
     * @throws AddressRefused when the name leads where the rule does not allow
     * @throws AnswerTooLarge when it is longer than the question allows
     * @throws IOException when no whole answer came back in time
     */
    public <T> T ask(Question question, Reading<T> reading) throws IOException {
        var refused = AddressRule.refusal(question.to());
        if (refused.isPresent()) {
            throw new AddressRefused(refused.get());
        }
        HttpUriRequestBase request = request(question);
        AtomicBoolean late = new AtomicBoolean();
        Future<?> deadline = deadlines.schedule(
                () -> {
                    late.set(true);
                    request.cancel();
                },
                question.within().toMillis(),
                TimeUnit.MILLISECONDS);
        boolean whole = false;
        try {
            ClassicHttpResponse response =
                    client.executeOpen(HttpHost.create(Outbound.origin(question.to())), request, null);
            InputStream body = response.getEntity() == null
                    ? InputStream.nullInputStream()
                    : response.getEntity().getContent();
            Capped capped = new Capped(body, question.most());
            T read = reading.read(new Reply(
                    response.getCode(),
                    Objects.requireNonNullElse(
                            response.getEntity() == null
                                    ? null
                                    : response.getEntity().getContentType(),
                            ""),
                    capped));
            capped.transferTo(java.io.OutputStream.nullOutputStream());
            response.close();
            whole = true;
            return read;
        } catch (IOException fault) {
            if (late.get()) {
                InterruptedIOException slow = new InterruptedIOException(
                        "no whole answer within " + question.within().toSeconds() + " s");
                slow.initCause(fault);
                throw slow;
            }
            throw fault;
        } finally {
            deadline.cancel(false);
            if (!whole) {
                request.cancel();
            }
        }
    }

    @PreDestroy
    public void close() throws IOException {
        deadlines.shutdownNow();
        client.close();
    }

    private static HttpUriRequestBase request(Question question) {
        HttpUriRequestBase request = new HttpUriRequestBase(question.method(), question.to());
        Timeout within = Timeout.of(question.within());
        request.setConfig(RequestConfig.custom()
                .setResponseTimeout(within)
                .setConnectionRequestTimeout(within)
                .build());
        question.headers().forEach(request::setHeader);
        if (question.json() != null) {
            request.setEntity(new ByteArrayEntity(
                    question.json().getBytes(StandardCharsets.UTF_8), ContentType.APPLICATION_JSON));
        }
        return request;
    }
}
