package org.probatum.people.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.probatum.people.Secret;
import org.probatum.people.SignIn;
import org.probatum.people.SignIn.Outcome;

/** Signing in and out. Open to everybody: nothing is shown here but the form. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class SignInPage {
    private final SignIn signIn;
    private final boolean demo;
    private final boolean secure;

    SignInPage(
            SignIn signIn,
            @ConfigProperty(name = "probatum.demo", defaultValue = "false") boolean demo,
            @ConfigProperty(name = "probatum.secure-cookies", defaultValue = "false") boolean secure) {
        this.signIn = signIn;
        this.demo = demo;
        this.secure = secure;
    }

    /** What the page shows: what was typed, where to go afterwards, and why it did not work. */
    @CheckedTemplate(basePath = "people", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SignInForm(String username, String next, String refusal, boolean demo) implements TemplateInstance {}

    @GET
    @Path("sign-in")
    @PermitAll
    public TemplateInstance form(@QueryParam("next") @Nullable String next) {
        return new SignInForm("", local(next), "", demo);
    }

    @POST
    @Path("sign-in")
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response signIn(
            @FormParam("username") @Nullable String username,
            @FormParam("password") @Nullable String password,
            @FormParam("next") @Nullable String next,
            @CookieParam(Credentials.COOKIE) @Nullable String earlier) {
        String name = username == null ? "" : username.strip();
        Outcome outcome = name.isEmpty() || name.length() > 64 || name.indexOf('\0') >= 0
                ? new Outcome.Unknown()
                : signIn.signIn(name, password == null ? "" : password);
        if (outcome instanceof Outcome.SignedIn in) {
            if (earlier != null) {
                signIn.signOut(new Secret(earlier));
            }
            return Response.seeOther(URI.create(local(next)))
                    .cookie(cookie(in.session().words(), (int) SignIn.LASTS.toSeconds()))
                    .build();
        }
        return Response.status(outcome instanceof Outcome.Wait ? 429 : 401)
                .entity(new SignInForm(name, local(next), refusal(outcome), demo))
                .build();
    }

    @POST
    @Path("sign-out")
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response signOut(@CookieParam(Credentials.COOKIE) @Nullable String session) {
        if (session != null) {
            signIn.signOut(new Secret(session));
        }
        return Response.seeOther(URI.create("/sign-in")).cookie(cookie("", 0)).build();
    }

    private static String refusal(Outcome outcome) {
        if (outcome instanceof Outcome.Wait wait) {
            return "Too many wrong tries. Wait " + wait.forHowLong().toMinutes() + " minutes, then try again.";
        }
        return outcome instanceof Outcome.DemoRefused
                ? "This is a demo account, and this service is not a demo. Sign in with an account made here."
                : "Username or password is not right.";
    }

    /** Only an address of our own is gone to after signing in. */
    private static String local(@Nullable String next) {
        String asked = Objects.requireNonNullElse(next, "/");
        boolean ours = asked.matches("/[A-Za-z0-9][A-Za-z0-9/._~?=&%-]*");
        return ours ? asked : "/";
    }

    private NewCookie cookie(String value, int maxAge) {
        return new NewCookie.Builder(Credentials.COOKIE)
                .value(value)
                .path("/")
                .maxAge(maxAge)
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
