package org.probatum.shared.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.probatum.shared.Problem;

/** Refusals made before a request reaches a resource, which would otherwise leave without a word. */
@ApplicationScoped
public class EarlyRefusals {
    private static final String TOO_LARGE = "A request body has at most 1 MB.";
    private static final Pattern FORM = Pattern.compile(
            "application/x-www-form-urlencoded\\s*(;\\s*charset=\"?utf-8\"?\\s*)?", Pattern.CASE_INSENSITIVE);

    private final long mostBytes;

    EarlyRefusals(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize most) {
        this.mostBytes = most.asLongValue();
    }

    void add(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE + 1).handler(context -> {
            Problem refusal = refusal(context);
            if (refusal == null) {
                context.next();
            } else {
                end(context, refusal);
            }
        });
        // A document that does not say how long it is is gathered first, to be refused like any other when too long.
        BodyHandler gathering = BodyHandler.create(false).setBodyLimit(mostBytes);
        router.route()
                .order(Integer.MIN_VALUE + 2)
                .handler(context -> {
                    if (isAnnounced(context)) {
                        context.next();
                    } else {
                        gathering.handle(context);
                    }
                })
                .failureHandler(context -> {
                    if (context.statusCode() == 413) {
                        end(context, Problem.tooLarge(TOO_LARGE));
                    } else {
                        context.next();
                    }
                });
    }

    /** What is still on its way is not read: the connection ends with the answer. */
    private static void end(RoutingContext context, Problem refusal) {
        context.response().putHeader("Connection", "close").setStatusCode(refusal.status());
        answer(context, refusal);
        context.response().end();
    }

    private @Nullable Problem refusal(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (announced(context) > mostBytes) {
            return Problem.tooLarge(TOO_LARGE);
        }
        if (request.uri().contains("%00")) {
            return Problem.http(
                    "bad-request", 400, "The address holds U+0000, which is no character of any name here.");
        }
        // The token against forged forms is asked of forms only, so pages take nothing else.
        boolean toPage = request.method().equals(HttpMethod.POST) && !ProblemMapping.ofApi(context.normalizedPath());
        return toPage && !isForm(request)
                ? Problem.http("unsupported-media-type", 415, "Send a form, in UTF-8.")
                : null;
    }

    private static boolean isForm(HttpServerRequest request) {
        String type = request.getHeader("Content-Type");
        return type != null && FORM.matcher(type).matches();
    }

    /** Writes a problem as the body of an answer whose status is set; whoever calls ends it. */
    public static void answer(RoutingContext context, Problem problem) {
        HttpServerResponse response = context.response();
        boolean api = ProblemMapping.ofApi(context.normalizedPath());
        byte[] body =
                (api ? ProblemMapping.json(problem) : ProblemMapping.plain(problem)).getBytes(StandardCharsets.UTF_8);
        response.putHeader("Content-Type", api ? ProblemAnswer.MEDIA_TYPE : "text/html;charset=UTF-8");
        response.putHeader("Content-Length", Integer.toString(body.length));
        var unused = response.write(io.vertx.core.buffer.Buffer.buffer(body));
    }

    /** Forms, which the server takes apart as they come, are cut off by it instead. */
    private static boolean isAnnounced(RoutingContext context) {
        return context.request().getHeader("Transfer-Encoding") == null
                || !ProblemMapping.ofApi(context.normalizedPath())
                || isForm(context.request());
    }

    private static long announced(RoutingContext context) {
        String length = context.request().getHeader("Content-Length");
        try {
            return length == null ? 0 : Long.parseLong(length.strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
