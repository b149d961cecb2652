package org.probatum.cli;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The service, over HTTP. The token goes to the address that was given and to no other: redirects are told, not followed. Each
 * answer is here as a whole, or there is none.
 */
final class Remote {
    static final String JSON = "application/json";

    private final Options options;
    private final Map<String, String> environment;
    private final Console console;
    private @Nullable HttpClient client;

    Remote(Options options, Map<String, String> environment, Console console) {
        this.options = options;
        this.environment = environment;
        this.console = console;
    }

    /** The address of something below the service's own, for people. */
    String address(String path) {
        return target().address() + path;
    }

    Reply get(String path, String accept) {
        return send("GET", path, BodyPublishers.noBody(), Map.of("Accept", accept));
    }

    /**
     * Saves what may be too long to be held. As long as more of it comes, it may take longer than one answer may; what is cut off
     * is no answer.
     */
    void save(String path, String accept, Path to) {
        Target target = target();
        HttpRequest request = request(target, "GET", path, BodyPublishers.noBody(), Map.of("Accept", accept));
        CompletableFuture<HttpResponse<byte[]>> exchange = client(target)
                .sendAsync(
                        request,
                        answer -> answer.statusCode() == 200
                                ? BodySubscribers.mapping(BodySubscribers.ofFile(to), saved -> new byte[0])
                                : BodySubscribers.ofByteArray());
        long before = -1;
        for (long now = 0; now > before; now = to.toFile().length()) {
            before = now;
            if (isOver(target, exchange)) {
                return;
            }
        }
        exchange.cancel(true);
        throw Refusals.late(target.address(), options.timeout);
    }

    private boolean isOver(Target target, CompletableFuture<HttpResponse<byte[]>> exchange) {
        try {
            Refusals.passed(exchange.get(options.timeout.toMillis(), TimeUnit.MILLISECONDS));
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw Refusals.unreachable(target.address(), e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            throw interrupted(target);
        }
    }

    Reply post(String path, byte[] body, Map<String, String> headers) {
        return send("POST", path, BodyPublishers.ofByteArray(body), headers);
    }

    private Reply send(String method, String path, BodyPublisher body, Map<String, String> headers) {
        Target target = target();
        HttpRequest request = request(target, method, path, body, headers);
        // The client's own timeouts end with the first byte of an answer; this one is over the whole of it.
        CompletableFuture<HttpResponse<byte[]>> exchange =
                client(target).sendAsync(request, BodyHandlers.ofByteArray());
        Duration within = options.timeout;
        try {
            return Refusals.passed(exchange.get(within.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            exchange.cancel(true);
            throw Refusals.late(target.address(), within);
        } catch (ExecutionException e) {
            throw Refusals.unreachable(target.address(), e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            throw interrupted(target);
        }
    }

    private static Failure interrupted(Target target) {
        Thread.currentThread().interrupt();
        return Failure.of(Exit.FAULT, "Interrupted", "while waiting for " + target.address());
    }

    private static HttpRequest request(
            Target target, String method, String path, BodyPublisher body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(target.address() + path))
                .method(method, body)
                .header("Authorization", "Bearer " + target.token())
                .header("User-Agent", "probatum");
        headers.forEach(request::header);
        return request.build();
    }

    private HttpClient client(Target target) {
        if (client == null) {
            if (target.isOpen()) {
                console.note("The token travels unencrypted to " + target.address());
            }
            client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
        }
        return client;
    }

    private Target target() {
        Target target = Target.of(options, environment);
        console.mask(target.token());
        return target;
    }
}
