package org.probatum.rerun.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.gaul.s3proxy.junit.S3ProxyJunitCore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.probatum.rerun.workspace.Reason.Kind;
import org.probatum.shared.Digest;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Against a real S3-compatible server, which checks signatures, filled by the SDK of the store's makers. */
class ObjectStoreTest {
    private static final String CONTENT = "a,b\n1,2\n";

    @TempDir
    Path folder;

    private Desk desk;
    private Repo repo;
    private String commit;
    private S3ProxyJunitCore store;
    private S3Client filling;

    @BeforeEach
    void open() throws Exception {
        desk = new Desk(folder);
        repo = new Repo(desk.files.resolve("model.git"));
        commit = repo.with("train.sh", "true").commit("Train");
        store = new S3ProxyJunitCore.Builder()
                .withBlobStoreProvider("transient-nio2")
                .withCredentials("key", "secret")
                .build();
        store.beforeEach();
        filling = S3Client.builder()
                .endpointOverride(store.getUri())
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
                .build();
        filling.createBucket(bucket -> bucket.bucket("models"));
        desk.store = store.getUri();
    }

    @AfterEach
    void close() throws IOException {
        filling.close();
        store.afterEach();
        desk.close();
        repo.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"data.csv", "2026/q1/data.csv", "with space/größe+1 &=@~.csv", "100%25.csv"})
    void fetches_an_object_by_whatever_key(String key) {
        put(key);

        desk.ready(recorded("s3://models/" + key));

        assertThat(desk.home.resolve("data").toFile().listFiles())
                .singleElement()
                .satisfies(file -> assertThat(file).hasContent(CONTENT));
    }

    @Test
    void keeps_what_the_store_says_is_unchanged() throws IOException {
        put("data.csv");
        desk.ready(recorded("s3://models/data.csv"));

        try (var kept = java.nio.file.Files.list(desk.reruns.resolve("cache"))) {
            assertThat(kept).hasSize(1);
        }
        filling.deleteObject(object -> object.bucket("models").key("data.csv"));
        Reason reason = desk.refused(recorded("s3://models/data.csv"));
        assertThat(reason.kind()).isEqualTo(Kind.GONE);
        assertThat(reason.wrong()).isEqualTo("There is nothing at s3://models/data.csv any more (404)");
    }

    @Test
    void says_that_the_content_changed() {
        put("data.csv");

        Recorded recorded = new Recorded()
                .at(repo.url(), commit)
                .reading("applications", "s3://models/data.csv", Digest.of("something else"));

        assertThat(desk.refused(recorded).wrong()).contains(Digest.of(CONTENT) + " was found");
    }

    @Test
    void says_that_the_store_does_not_let_it_in() {
        put("data.csv");
        desk.secret = "wrong";

        Reason reason = desk.refused(recorded("s3://models/data.csv"));

        assertThat(reason.kind()).isEqualTo(Kind.NOT_FETCHED);
        assertThat(reason.wrong()).isEqualTo("s3://models/data.csv may not be read by this service (403)");
    }

    @Test
    void says_what_to_set_where_no_store_is_known_and_obeys_the_rule_of_addresses() {
        put("data.csv");
        desk.allowed = "";
        assertThat(desk.refused(recorded("s3://models/data.csv")).wrong()).contains("this machine's own");

        desk.store = null;
        assertThat(desk.refused(recorded("s3://models/data.csv")).right()).contains("probatum.reruns.s3.endpoint");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3://models", "s3://models/", "s3://../x", "s3:///x", "s3://mo dels/x", "s3://a@b/x"})
    void refuses_what_names_no_object(String uri) {
        desk.store = URI.create("http://127.0.0.1:9");

        assertThat(desk.refused(recorded(uri)).wrong()).contains("names no object");
    }

    private void put(String key) {
        filling.putObject(object -> object.bucket("models").key(key), RequestBody.fromString(CONTENT));
    }

    private Recorded recorded(String uri) {
        return new Recorded().at(repo.url(), commit).reading("applications", uri, Digest.of(CONTENT));
    }
}
