package org.probatum.cli;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The service, over HTTP. The token goes to the address that was given and to no other: redirects are told, not followed. Each
 * answer is here as a whole within a time, or there is none.
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

    Reply post(String path, byte[] body, Map<String, String> headers) {
        return send("POST", path, BodyPublishers.ofByteArray(body), headers);
    }

    private Reply send(String method, String path, BodyPublisher body, Map<String, String> headers) {
        Target target = target();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(target.address() + path))
                .method(method, body)
                .header("Authorization", "Bearer " + target.token())
                .header("User-Agent", "probatum");
        headers.forEach(request::header);
        // The client's own timeouts end with the first byte of an answer; this one is over the whole of it.
        CompletableFuture<HttpResponse<byte[]>> exchange =
                client(target).sendAsync(request.build(), BodyHandlers.ofByteArray());
        Duration within = options.timeout;
        try {
            return Refusals.passed(exchange.get(within.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            exchange.cancel(true);
            throw Refusals.late(target.address(), within);
        } catch (ExecutionException e) {
            throw Refusals.unreachable(target.address(), e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.of(Exit.FAULT, "Interrupted", "while waiting for " + target.address());
        }
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
