package org.probatum.rerun.workspace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** The S3-compatible store that {@code s3://bucket/key} stands for: where its objects are, and how requests are signed. */
@ApplicationScoped
class ObjectStore {
    private final Optional<URI> endpoint;
    private final String region;
    private final Optional<AwsCredentialsIdentity> account;
    private final Clock clock;
    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

    @Inject
    ObjectStore(
            @ConfigProperty(name = "probatum.reruns.s3.endpoint") Optional<URI> endpoint,
            @ConfigProperty(name = "probatum.reruns.s3.region", defaultValue = "us-east-1") String region,
            @ConfigProperty(name = "probatum.reruns.s3.access-key") Optional<String> accessKey,
            @ConfigProperty(name = "probatum.reruns.s3.secret-key") Optional<String> secretKey,
            Clock clock) {
        this.endpoint = endpoint;
        this.region = region;
        this.account = accessKey.flatMap(key -> secretKey.map(secret -> AwsCredentialsIdentity.create(key, secret)));
        this.clock = clock;
    }

    /** Where the object of {@code s3://bucket/key} is, by its path at the endpoint. */
    URI place(String recorded, String pointer) throws Halt {
        String[] parts = recorded.substring("s3://".length()).split("/", 2);
        if (parts.length < 2 || parts[1].isEmpty() || !parts[0].matches("[A-Za-z0-9][A-Za-z0-9._-]{1,254}")) {
            throw Halt.notFetched(
                    pointer,
                    recorded + " names no object",
                    "Record the bucket and the key: s3://bucket/folder/file.csv");
        }
        if (endpoint.isEmpty()) {
            throw Halt.notFetched(
                    pointer,
                    recorded + " is in an object store, and this service knows none",
                    "Have whoever runs this service set probatum.reruns.s3.endpoint, access-key and secret-key");
        }
        String base = endpoint.get().toString().replaceFirst("/+$", "");
        return URI.create(base + "/" + parts[0] + "/" + escaped(parts[1]));
    }

    /** The headers that let a request through; none where no account is configured, for buckets that anybody may read. */
    Map<String, String> signed(String method, URI to) {
        Map<String, String> headers = new LinkedHashMap<>();
        account.ifPresent(known -> signer.sign(request -> request.identity(known)
                        .request(SdkHttpRequest.builder()
                                .method(SdkHttpMethod.fromValue(method.toUpperCase(Locale.ROOT)))
                                .uri(to)
                                .build())
                        .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "s3")
                        .putProperty(AwsV4FamilyHttpSigner.DOUBLE_URL_ENCODE, false)
                        .putProperty(AwsV4FamilyHttpSigner.NORMALIZE_PATH, false)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        .putProperty(HttpSigner.SIGNING_CLOCK, clock))
                .request()
                .forEachHeader((name, values) -> headers.put(name, String.join(",", values))));
        return headers;
    }

    /** Keys are escaped as signatures have it: all but what RFC 3986 calls unreserved, and the slash. */
    private static String escaped(String key) {
        StringBuilder escaped = new StringBuilder();
        for (byte one : key.getBytes(StandardCharsets.UTF_8)) {
            if (one >= 0 && (Character.isLetterOrDigit(one) || "-._~/".indexOf(one) >= 0)) {
                escaped.append((char) one);
            } else {
                escaped.append('%').append(HexFormat.of().withUpperCase().toHexDigits(one));
            }
        }
        return escaped.toString();
    }
}
