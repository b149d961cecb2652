package org.probatum.shared.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.probatum.shared.Problem;

/** Refusals made before a request reaches a resource, which would otherwise leave without a word. */
@ApplicationScoped
public class EarlyRefusals {
    private final long mostBytes;

    EarlyRefusals(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize most) {
        this.mostBytes = most.asLongValue();
    }

    void add(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE + 1).handler(context -> {
            if (announced(context) > mostBytes) {
                // What is still on its way is not read: the connection ends with the answer.
                context.response().putHeader("Connection", "close");
                answer(
                        context.response().setStatusCode(413),
                        context,
                        Problem.tooLarge("A request body has at most 1 MB."));
                context.response().end();
            } else {
                context.next();
            }
        });
    }

    /** Writes a problem as the body of an answer whose status is set; whoever calls ends it. */
    public static void answer(RoutingContext context, Problem problem) {
        answer(context.response(), context, problem);
    }

    private static void answer(HttpServerResponse response, RoutingContext context, Problem problem) {
        boolean api = ProblemMapping.ofApi(context.normalizedPath());
        byte[] body =
                (api ? ProblemMapping.json(problem) : ProblemMapping.plain(problem)).getBytes(StandardCharsets.UTF_8);
        response.putHeader("Content-Type", api ? ProblemAnswer.MEDIA_TYPE : "text/html;charset=UTF-8");
        response.putHeader("Content-Length", Integer.toString(body.length));
        var unused = response.write(io.vertx.core.buffer.Buffer.buffer(body));
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
