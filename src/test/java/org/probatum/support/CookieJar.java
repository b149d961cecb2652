package org.probatum.support;

import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps cookies and follows no redirect by itself: who signs in by the page goes through here. */
public final class CookieJar {
    public static final String SESSION = "probatum-session";

    private final Map<String, String> cookies = new LinkedHashMap<>();

    /** Keeps a cookie, wherever it is from. */
    public CookieJar with(String name, String value) {
        cookies.put(name, value);
        return this;
    }

    /** The session's cookie; empty when there is none. */
    public String session() {
        return cookies.getOrDefault(SESSION, "");
    }

    public Response get(String path) {
        return kept(Calls.request(null).cookies(cookies).accept("text/html").get(path));
    }

    /** Sends a form with its token. */
    public Response post(String path, String fields) {
        return kept(Calls.form(null, fields).cookies(cookies).post(path));
    }

    public Response signIn(String username, String password) {
        return post("/sign-in", "username=" + username + "&password=" + password);
    }

    /** The inbox is shown, and no way to sign in. */
    public boolean isSignedIn() {
        return get("/").statusCode() == 200;
    }

    private Response kept(Response answer) {
        cookies.putAll(answer.cookies());
        return answer;
    }
}
