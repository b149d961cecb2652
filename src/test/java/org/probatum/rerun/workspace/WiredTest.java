package org.probatum.rerun.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.probatum.shared.Digest;
import org.probatum.support.TestDatabase;

/** As the service has it, with nothing configured: no files, no private addresses, no store. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class WiredTest {
    @Inject
    PrepareWorkspace prepare;

    @Inject
    RerunFolders folders;

    @Inject
    CollectOutcome collect;

    @TempDir
    Path folder;

    @Test
    void reads_nothing_from_this_machine_unless_configured() {
        Recorded recorded = new Recorded()
                .at(folder.toString(), Recorded.NO_COMMIT)
                .reading("data", "s3://models/x", Digest.of("1"));

        Prepared prepared =
                prepare.prepare(recorded.manifest(), "wired", folder.resolve("reruns/wired"), Desk.LIMITS, null);

        assertThat(prepared).isInstanceOfSatisfying(Prepared.Refused.class, refused -> assertThat(refused.reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason.wrong()).contains("lies below no folder")));
        assertThat(folders.workspace("wired")).isAbsolute().endsWithRaw(Path.of("workspaces", "wired"));
        assertThat(collect).isNotNull();
    }
}
