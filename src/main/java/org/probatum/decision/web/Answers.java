package org.probatum.decision.web;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.probatum.decision.Decision;
import org.probatum.shared.Json;
import org.probatum.shared.web.Once;
import org.probatum.shared.web.Version;

/** Answers about decisions, with where they are and which version they are of. */
public final class Answers {
    private Answers() {}

    /** The decision itself. */
    public static Response ok(Decision decision) {
        return response(about(200, decision, DecisionAnswer.of(decision)));
    }

    /** A short answer after an action: where the decision stands now. */
    public static Once.Answer moved(int status, Decision decision) {
        return about(
                status,
                decision,
                new Standing(
                        decision.key(),
                        decision.version(),
                        decision.stage().name(),
                        decision.inReview(),
                        decision.rerunning(),
                        decision.stopped(),
                        decision.reason()));
    }

    /** Anything about a decision. */
    public static Once.Answer about(int status, Decision decision, Object body) {
        return new Once.Answer(
                status, "/api/v1/decisions/" + decision.key(), Version.tag(decision.version()), Json.write(body));
    }

    /** The answer as HTTP carries it. */
    public static Response response(Once.Answer answer) {
        Response.ResponseBuilder response = Response.status(answer.status())
                .type(MediaType.APPLICATION_JSON)
                .entity(answer.body());
        if (answer.etag() != null) {
            response.header(HttpHeaders.ETAG, answer.etag());
        }
        if (answer.location() != null && answer.status() == 201) {
            response.header(HttpHeaders.LOCATION, answer.location());
        }
        return response.build();
    }

    private record Standing(
            String key,
            int version,
            String stage,
            boolean inReview,
            boolean rerunning,
            boolean stopped,
            @org.jspecify.annotations.Nullable String reason) {}
}
