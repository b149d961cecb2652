package org.probatum.shared.web;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;

/** What every answer tells the browser: load nothing from elsewhere, run nothing inline, frame nowhere, guess no types. */
class SecurityHeaders {
    private static final String CSRF = "probatum-csrf";

    private static final String POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    void add(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(context -> {
            HttpServerResponse response = context.response();
            response.putHeader("Content-Security-Policy", POLICY);
            response.putHeader("X-Content-Type-Options", "nosniff");
            response.putHeader("Referrer-Policy", "same-origin");
            response.putHeader("Cross-Origin-Opener-Policy", "same-origin");
            context.addHeadersEndHandler(sent -> keepFromCaches(response));
            context.next();
        });
    }

    /** A cookie in an answer that a cache may give to others would be one for all of them, and keep caches from taking it. */
    private static void keepFromCaches(HttpServerResponse response) {
        String kept = response.headers().get("Cache-Control");
        if (kept != null && kept.startsWith("public")) {
            response.removeCookies(CSRF, false);
        }
    }
}
