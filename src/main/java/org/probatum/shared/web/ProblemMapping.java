package org.probatum.shared.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.Context;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.probatum.shared.Json;
import org.probatum.shared.Problem;

/** The one place where a refusal or a fault becomes an answer: RFC 9457 for programs, the same facts on a page for people. */
public class ProblemMapping {
    private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");
    private static final Logger LOG = Logger.getLogger(ProblemMapping.class);

    /** The page that shows a problem. */
    @CheckedTemplate(basePath = "problem", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Show(Problem problem) implements TemplateInstance {}

    /** The same facts without the frame, which asks the database: for refusals before anything of ours runs. */
    @CheckedTemplate(basePath = "problem", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Plain(Problem problem) implements TemplateInstance {}

    @ServerExceptionMapper
    public Response refused(Problem problem, UriInfo uri) {
        return answer(problem, uri);
    }

    @ServerExceptionMapper
    public Response ofHttp(WebApplicationException exception, UriInfo uri) {
        int status = exception.getResponse().getStatus();
        if (status < 400) {
            return exception.getResponse();
        }
        return Response.fromResponse(answer(named(status, uri), uri)).build();
    }

    /** Two wrote the same row at once and the database let one through. */
    @ServerExceptionMapper
    public Response overtaken(OptimisticLockException exception, UriInfo uri) {
        return answer(Problem.conflict("overtaken", "Somebody else changed this at the same moment; look again."), uri);
    }

    @ServerExceptionMapper
    public Response fault(Throwable fault, UriInfo uri, RoutingContext request) {
        if (fault.getCause() instanceof Problem problem) {
            return answer(problem, uri);
        }
        if (isUnreadForm(request)) {
            Problem unread = Problem.malformed(
                    "the form is not written as forms are, or has more fields than are read", null, null);
            return bare(unread, uri);
        }
        LOG.errorf(fault, "%s failed", uri.getPath());
        return bare(Problem.fault(), uri);
    }

    /** A form's token is checked as soon as the form is read: what fails before that is how the form is written. */
    private static boolean isUnreadForm(RoutingContext request) {
        return request.request().method().equals(HttpMethod.POST)
                && !ofApi(request.normalizedPath())
                && request.get("csrf_token_verified") == null;
    }

    /** A refusal that came out without a word, by Quarkus itself or one of its filters, gets ours. */
    @ServerResponseFilter
    public void worded(ContainerResponseContext response, UriInfo uri) {
        if (response.getStatus() < 400 || response.hasEntity()) {
            return;
        }
        Problem problem = named(response.getStatus(), uri);
        if (ofApi(uri.getPath())) {
            response.setEntity(json(problem), null, MediaType.valueOf(ProblemAnswer.MEDIA_TYPE));
        } else {
            response.setEntity(plain(problem), null, HTML);
        }
    }

    static boolean ofApi(String path) {
        return path.startsWith("/api/") || path.startsWith("api/");
    }

    static String json(Problem problem) {
        return Json.write(ProblemAnswer.of(problem));
    }

    static String plain(Problem problem) {
        return Objects.requireNonNull(new Plain(problem).render());
    }

    private static Problem named(int status, UriInfo uri) {
        return switch (status) {
            case 400 ->
                ofApi(uri.getPath())
                        ? Problem.http("bad-request", 400, "The request cannot be understood.")
                        : Problem.http(
                                "form-expired",
                                400,
                                "The form is no longer valid: it was open for too long, or cookies are off."
                                        + " Go back, load the page again, and send it once more.");
            case 401 -> Problem.unauthorized("Sign in, or send a token that is known and not expired.");
            case 403 ->
                Problem.forbidden(
                        "out-of-reach",
                        "This sign-in does not reach so far: a token's scopes or your role do not allow it.");
            case 404 -> Problem.notFound("page " + uri.getPath());
            case 405 -> Problem.http("method-not-allowed", 405, "This address does not take that method.");
            case 406 -> Problem.http("not-acceptable", 406, "None of the formats asked for is offered here.");
            case 413 -> Problem.tooLarge("A request body has at most 1 MB.");
            case 415 ->
                Problem.http(
                        "unsupported-media-type",
                        415,
                        ofApi(uri.getPath()) ? "Send application/json or application/yaml." : "Send a form.");
            default -> Problem.http("bad-request", status, "The request cannot be understood.");
        };
    }

    /** The answer without the frame, when nothing that the frame asks may be there. */
    private static Response bare(Problem problem, UriInfo uri) {
        return ofApi(uri.getPath())
                ? answer(problem, uri)
                : Response.status(problem.status())
                        .type(HTML)
                        .entity(plain(problem))
                        .build();
    }

    static Response answer(Problem problem, UriInfo uri) {
        Response.ResponseBuilder answer = Response.status(problem.status());
        if (ofApi(uri.getPath())) {
            return answer.type(ProblemAnswer.MEDIA_TYPE).entity(json(problem)).build();
        }
        // The frame counts what waits, which must not block the thread that serves everybody.
        String page = Context.isOnEventLoopThread() ? plain(problem) : new Show(problem).render();
        return answer.type(HTML).entity(Objects.requireNonNull(page)).build();
    }
}
