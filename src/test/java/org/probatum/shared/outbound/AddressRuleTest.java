package org.probatum.shared.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRuleTest {
    private static final AddressRule STRICT = new AddressRule(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.8.9.10",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "198.18.0.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::ffff:a9fe:a9fe",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001::1",
                "2001:db8::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "2130706433",
            })
    void refuses_what_is_private_local_or_reserved(String address) throws UnknownHostException {
        assertThat(STRICT.refusal(InetAddress.getByName(address))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "169.253.255.255",
                "223.255.255.255",
                "2606:4700::1111",
                "2a00:1450::1",
            })
    void lets_through_what_is_public(String address) throws UnknownHostException {
        assertThat(STRICT.refusal(InetAddress.getByName(address))).isEmpty();
    }

    @Test
    void lets_through_the_ranges_that_are_allowed_and_no_more() throws UnknownHostException {
        AddressRule rule = new AddressRule(List.of(Cidr.of("10.20.0.0/16"), Cidr.of("fd12::/16")));

        assertThat(rule.refusal(InetAddress.getByName("10.20.3.4"))).isEmpty();
        assertThat(rule.refusal(InetAddress.getByName("fd12::1"))).isEmpty();
        assertThat(rule.refusal(InetAddress.getByName("10.21.0.0")))
                .get()
                .asString()
                .contains("10.21.0.0 is private");
        assertThat(rule.refusal(InetAddress.getByName("fd13::1"))).isPresent();
        assertThatThrownBy(() -> Cidr.of("10.20.0.0/33")).hasMessageContaining("no range of addresses");
        assertThatThrownBy(() -> Cidr.of("example.org/16")).hasMessageContaining("no range of addresses");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.org/",
                "file:///etc/passwd",
                "gopher://example.org",
                "https://user:secret@example.org/",
                "https://user@example.org/",
                "https:///nowhere",
                "https://example.org:0/",
                "https://example.org:70000/",
                "https://example.org/#part",
                "//example.org/",
                "mailto:a@example.org",
            })
    void refuses_addresses_that_are_no_receivers(String address) {
        assertThat(AddressRule.refusal(URI.create(address))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org", "http://example.org:8080/a?b=c", "HTTPS://EXAMPLE.ORG/x"})
    void takes_addresses_of_the_web(String address) {
        assertThat(AddressRule.refusal(URI.create(address))).isEmpty();
    }
}
