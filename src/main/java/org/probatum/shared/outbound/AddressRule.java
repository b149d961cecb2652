package org.probatum.shared.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which addresses the service calls for somebody: public ones, by http or https. What is private, reserved or the machine's
 * own is refused, unless {@code probatum.outbound.allow} names its range, so that nobody reaches through the service what
 * they could not reach themselves. Ask for the very address that is then connected to, never for its name.
 */
@ApplicationScoped
public class AddressRule {
    private static final Map<String, String> REFUSED = new LinkedHashMap<>();
    private static final Cidr GLOBAL_UNICAST = Cidr.of("2000::/3");

    static {
        REFUSED.put("0.0.0.0/8", "no receiver's");
        REFUSED.put("10.0.0.0/8", "private");
        REFUSED.put("100.64.0.0/10", "a carrier's own");
        REFUSED.put("127.0.0.0/8", "this machine's own");
        REFUSED.put("169.254.0.0/16", "link-local, where clouds keep their metadata");
        REFUSED.put("172.16.0.0/12", "private");
        REFUSED.put("192.0.0.0/24", "reserved");
        REFUSED.put("192.0.2.0/24", "for documentation");
        REFUSED.put("192.88.99.0/24", "a relay's");
        REFUSED.put("192.168.0.0/16", "private");
        REFUSED.put("198.18.0.0/15", "for benchmarks");
        REFUSED.put("198.51.100.0/24", "for documentation");
        REFUSED.put("203.0.113.0/24", "for documentation");
        REFUSED.put("224.0.0.0/4", "multicast");
        REFUSED.put("240.0.0.0/4", "reserved");
        REFUSED.put("2001::/23", "a tunnel's or reserved");
        REFUSED.put("2001:db8::/32", "for documentation");
        REFUSED.put("2002::/16", "a tunnel's");
        REFUSED.put("3fff::/20", "for documentation");
    }

    private static final Map<Cidr, String> RANGES = ranges();

    private final List<Cidr> allowed;

    @Inject
    AddressRule(@ConfigProperty(name = "probatum.outbound.allow") Optional<List<String>> allowed) {
        this(allowed.orElse(List.of()).stream().map(Cidr::of).toList());
    }

    /** The rule with exceptions. */
    public AddressRule(List<Cidr> allowed) {
        this.allowed = List.copyOf(allowed);
    }

    /** Why the address is not called, as a sentence; empty when it is. */
    public Optional<String> refusal(InetAddress address) {
        if (allowed.stream().anyMatch(range -> range.contains(address))) {
            return Optional.empty();
        }
        String kind = address.getAddress().length == 16 && !GLOBAL_UNICAST.contains(address)
                ? "private, local or reserved"
                : RANGES.entrySet().stream()
                        .filter(range -> range.getKey().contains(address))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse("");
        return kind.isEmpty()
                ? Optional.empty()
                : Optional.of(address.getHostAddress() + " is " + kind
                        + ": a public address is called, or one that probatum.outbound.allow names");
    }

    /** Why nothing is sent to what is typed here, whatever its name resolves to; empty when it may be tried. */
    public static Optional<String> refusal(URI address) {
        String scheme = Objects.requireNonNullElse(address.getScheme(), "");
        if (!scheme.equalsIgnoreCase("https") && !scheme.equalsIgnoreCase("http")) {
            return Optional.of("only http and https are called");
        }
        if (address.getHost() == null || address.getHost().isEmpty()) {
            return Optional.of("it names no host");
        }
        if (address.getRawUserInfo() != null) {
            return Optional.of("it carries a user's name, which would be a secret in plain sight");
        }
        if (address.getPort() == 0 || address.getPort() > 65535) {
            return Optional.of("port " + address.getPort() + " is none");
        }
        return address.getRawFragment() == null
                ? Optional.empty()
                : Optional.of("what follows the # would not be sent");
    }

    private static Map<Cidr, String> ranges() {
        Map<Cidr, String> ranges = new LinkedHashMap<>();
        REFUSED.forEach((range, kind) -> ranges.put(Cidr.of(range), kind));
        return ranges;
    }
}
