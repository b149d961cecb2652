package org.probatum.publication.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.probatum.people.Access;
import org.probatum.publication.Admission;
import org.probatum.publication.Admissions;
import org.probatum.publication.Attestor;
import org.probatum.publication.bundle.Envelope;
import org.probatum.shared.Problem;
import org.probatum.shared.Violation;

/**
 * The deploy gate. Asked whether an artifact may be deployed it answers 200 with yes or no: an error is neither, and lets
 * nothing through. An answer is kept for a second at most, since that is how soon a decision that was revoked has to count.
 */
@Path("/api/v1/admissions")
public class AdmissionResource {
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final Pattern ENVIRONMENT = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");

    private final Admissions admissions;
    private final Attestor attestor;

    AdmissionResource(Admissions admissions, Attestor attestor) {
        this.admissions = admissions;
        this.attestor = attestor;
    }

    /** The answer and, where the log has a key, the statement of it that others can verify. */
    record Answer(
            @JsonUnwrapped Admission admission, @Nullable Envelope attestation) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Access.READ)
    public Response ask(
            @Parameter(required = true, schema = @Schema(type = SchemaType.STRING)) @QueryParam("subject")
                    List<String> subjects,
            @Parameter(required = true, schema = @Schema(type = SchemaType.STRING)) @QueryParam("environment")
                    List<String> environments) {
        List<Violation> violations = new ArrayList<>();
        String subject = once("/subject", subjects, violations);
        String environment = once("/environment", environments, violations);
        if (subjects.size() <= 1 && (subject == null || !DIGEST.matcher(subject).matches())) {
            violations.add(Violation.at(
                    "/subject", named(subject) + " is no digest", "sha256: and 64 digits from 0 to f, in lower case"));
        }
        if (environments.size() <= 1
                && (environment == null || !ENVIRONMENT.matcher(environment).matches())) {
            violations.add(Violation.at(
                    "/environment",
                    named(environment) + " is no environment",
                    "a name such as production, of at most 63 small letters, digits, dots, dashes and underscores"));
        }
        if (subject == null || environment == null || !violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
        Admission admission = admissions.of(subject, environment);
        return Response.ok(new Answer(admission, attestor.sign(admission).orElse(null)))
                .header("Cache-Control", "private, max-age=1")
                .build();
    }

    /** What is asked twice over would be answered for one of the two. */
    private static @Nullable String once(String pointer, List<String> given, List<Violation> violations) {
        if (given.size() > 1) {
            violations.add(Violation.at(pointer, "it is there " + given.size() + " times", "it once"));
        }
        return given.isEmpty() ? null : given.get(0);
    }

    private static String named(@Nullable String given) {
        return given == null ? "nothing" : "\"" + given + "\"";
    }
}
