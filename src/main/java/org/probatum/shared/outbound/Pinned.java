package org.probatum.shared.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.apache.hc.client5.http.DnsResolver;

/** Gives the client the addresses it connects to, each of them checked: a name that changes its mind later changes nothing. */
final class Pinned implements DnsResolver {
    private final AddressRule rule;
    private final Resolver names;

    Pinned(AddressRule rule, Resolver names) {
        this.rule = rule;
        this.names = names;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        List<InetAddress> found = names.resolve(host.replaceAll("[\\[\\]]", ""));
        Optional<String> refused = found.stream()
                .flatMap(address -> rule.refusal(address).stream())
                .findFirst();
        if (refused.isPresent()) {
            throw new AddressRefused(refused.get());
        }
        return found.toArray(InetAddress[]::new);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
