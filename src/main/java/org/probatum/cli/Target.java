package org.probatum.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where the service is and the token that says who asks, as options and environment give them. */
record Target(String address, String token) {
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/=-]{1,4096}");
    private static final int LAST_PORT = 65_535;

    static Target of(Options options, Map<String, String> environment) {
        return new Target(
                address(options.url == null ? environment.get("PROBATUM_URL") : options.url),
                token(options.tokenFile == null ? environment.get("PROBATUM_TOKEN") : read(options.tokenFile)));
    }

    /** The token is readable on its way. */
    boolean isOpen() {
        URI uri = URI.create(address);
        return "http".equalsIgnoreCase(uri.getScheme())
                && !uri.getHost().equals("localhost")
                && !uri.getHost().equals("[::1]")
                && !uri.getHost().startsWith("127.");
    }

    private static String address(@Nullable String given) {
        if (given == null || given.isBlank()) {
            throw unset(
                    "Nobody said where the service is", "set PROBATUM_URL or --url, as https://probatum.example.org");
        }
        try {
            URI uri = new URI(given.strip());
            boolean isWeb = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (isWeb
                    && uri.getHost() != null
                    && uri.getPort() <= LAST_PORT
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null) {
                return uri.toString().replaceFirst("/+$", "");
            }
        } catch (URISyntaxException e) {
            // said below, as of what can be read and is no address of a service; it may hold a password, so is not
            // repeated
        }
        throw unset(
                "The address of the service is not one",
                "it begins with https:// or http://, names a host, and has no user, query or fragment in it");
    }

    private static String token(@Nullable String given) {
        if (given == null || given.isBlank()) {
            throw unset(
                    "Nobody said who asks",
                    "set PROBATUM_TOKEN, or --token-file to a file with the token; the Account page makes tokens");
        }
        // Checked here because the client, refusing it as a header, would print it.
        if (!TOKEN.matcher(given.strip()).matches()) {
            throw unset("The token is not one", "it is one word such as prb_..., as the Account page showed it");
        }
        return given.strip();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw unset(
                    "The token's file " + file + " cannot be read", "--token-file names a text file with the token");
        }
    }

    private static Failure unset(String wrong, String right) {
        return Failure.of(Exit.SETTINGS, wrong, right);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return address;
    }
}
