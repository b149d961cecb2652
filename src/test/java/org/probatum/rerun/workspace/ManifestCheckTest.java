package org.probatum.rerun.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.probatum.evidence.manifest.Manifest;
import org.probatum.rerun.workspace.Reason.Kind;

class ManifestCheckTest {
    private static final String DIGEST = "sha256:" + "1".repeat(64);

    @Test
    void says_field_by_field_what_an_empty_manifest_should_have_recorded() {
        Manifest empty =
                new Manifest("run-7", null, null, null, null, null, List.of(), null, List.of(), List.of(), null, null);

        List<Reason> reasons = ManifestCheck.of(empty);

        assertThat(reasons).allMatch(reason -> reason.kind() == Kind.MISSING);
        assertThat(reasons)
                .extracting(Reason::pointer)
                .containsExactly(
                        "/code/repository",
                        "/code/commit",
                        "/invocation/command",
                        "/environment/lockFileDigest",
                        "/randomness/seeds",
                        "/data",
                        "/metrics");
        assertThat(reasons.get(1).wrong()).isEqualTo("It is not recorded which state of it");
        assertThat(reasons.get(1).right()).isEqualTo("Record the full hash of the commit that ran (code.commit)");
    }

    @Test
    void has_nothing_against_a_manifest_that_recorded_everything() {
        assertThat(of(complete())).isEmpty();
    }

    @Test
    void refuses_code_that_differed_from_its_commit_whether_or_not_the_difference_was_digested() {
        Recorded unknown = complete();
        unknown.dirty = true;
        Recorded digested = complete();
        digested.dirty = true;
        digested.diffDigest = DIGEST;

        assertThat(of(unknown)).singleElement().satisfies(reason -> {
            assertThat(reason.kind()).isEqualTo(Kind.MISSING);
            assertThat(reason.pointer()).isEqualTo("/code/dirty");
            assertThat(reason.wrong()).contains("nothing is known of the difference");
            assertThat(reason.right()).contains("Commit everything before the run starts");
        });
        assertThat(of(digested)).singleElement().satisfies(reason -> assertThat(reason.wrong())
                .contains("the difference itself is not held anywhere"));
    }

    @Test
    void refuses_data_without_a_digest_and_a_run_without_a_seed() {
        Recorded recorded = complete();
        recorded.reading("extra", "https://data.example.org/extra.csv", null);
        recorded.seeds = Map.of();

        assertThat(of(recorded)).extracting(Reason::pointer).containsExactly("/randomness/seeds", "/data/1/sha256");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/home/mira/model", "..", "training/../../etc", "training/..", "a\\b", "x\0y"})
    void refuses_a_working_directory_that_leaves_the_repository(String directory) {
        Recorded recorded = complete();
        recorded.directory = directory;

        assertThat(of(recorded)).singleElement().satisfies(reason -> {
            assertThat(reason.pointer()).isEqualTo("/invocation/workingDirectory");
            assertThat(reason.right()).contains("relative to the repository's root");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "./training", "training/deep/", "..training"})
    void takes_a_working_directory_inside_it(String directory) {
        Recorded recorded = complete();
        recorded.directory = directory;

        assertThat(of(recorded)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"main", "0123456", "0123456789012345678901234567890123456789012345678901234567890123"})
    void refuses_a_commit_that_is_no_full_id(String commit) {
        Recorded recorded = complete();
        recorded.commit = commit;

        assertThat(of(recorded)).extracting(Reason::pointer).containsExactly("/code/commit");
    }

    @Test
    void refuses_what_no_process_can_be_given() {
        Recorded zero = complete();
        zero.command = List.of("sh", "a\0b");
        Recorded named = complete();
        named.environment.put("A=B", "c");
        Recorded blank = complete();
        blank.command = List.of(" ", "x");

        assertThat(of(zero)).extracting(Reason::kind).containsExactly(Kind.NOT_FETCHED);
        assertThat(of(named)).extracting(Reason::kind).containsExactly(Kind.NOT_FETCHED);
        assertThat(of(blank)).extracting(Reason::pointer).containsExactly("/invocation/command/0");
    }

    @Test
    void refuses_two_datasets_in_one_place() {
        Recorded recorded = complete();
        recorded.reading("half", "https://a.example.org/x/data.csv", DIGEST);
        recorded.reading("half", "https://a.example.org/y/data.csv", DIGEST);

        assertThat(of(recorded)).singleElement().satisfies(reason -> {
            assertThat(reason.pointer()).isEqualTo("/data/2/name");
            assertThat(reason.wrong()).contains("half/data.csv");
        });
    }

    private static List<Reason> of(Recorded recorded) {
        return ManifestCheck.of(recorded.manifest());
    }

    private static Recorded complete() {
        return new Recorded().reading("applications", "https://data.example.org/applications.csv", DIGEST);
    }
}
