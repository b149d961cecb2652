package org.probatum.shared.outbound;

import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** What every client here has in common: addresses checked, no redirect followed, nothing remembered, nothing unpacked. */
final class Clients {
    private static final Timeout CONNECT_WITHIN = Timeout.ofSeconds(5);
    private static final TimeValue KEPT = TimeValue.ofSeconds(30);
    private static final TimeValue LOOKED_AT_AFTER = TimeValue.ofMilliseconds(500);

    private Clients() {}

    static HttpClientBuilder pinned(AddressRule rule, Resolver names, int atOnce) {
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new Pinned(rule, names))
                        .setMaxConnTotal(atOnce)
                        .setMaxConnPerRoute(atOnce)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(CONNECT_WITHIN)
                                .setTimeToLive(KEPT)
                                .setValidateAfterInactivity(LOOKED_AT_AFTER)
                                .build())
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableAuthCaching()
                .disableCookieManagement()
                .disableContentCompression()
                .setUserAgent("Probatum");
    }
}
