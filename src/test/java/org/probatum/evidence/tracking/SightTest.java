package org.probatum.evidence.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.probatum.evidence.manifest.Provenance;

/** How a field came to be known, as the nearest place around it says. */
class SightTest {
    private final Provenance provenance = new Provenance(
            "capture",
            "1",
            List.of("/code", "/data/0/sha256", "/metrics"),
            List.of("/data", "/code/branch", "/metrics"));

    @Test
    void the_nearest_place_tells() {
        assertThat(Sight.of(provenance, "/code/commit")).isEqualTo(Sight.OBSERVED);
        assertThat(Sight.of(provenance, "/code/branch")).isEqualTo(Sight.DECLARED);
        assertThat(Sight.of(provenance, "/data/0/sha256")).isEqualTo(Sight.OBSERVED);
        assertThat(Sight.of(provenance, "/data/0/uri")).isEqualTo(Sight.DECLARED);
        assertThat(Sight.of(provenance, "/data/1/sha256")).isEqualTo(Sight.DECLARED);
    }

    @Test
    void what_both_lists_name_is_only_declared() {
        assertThat(Sight.of(provenance, "/metrics/0/value")).isEqualTo(Sight.DECLARED);
    }

    @Test
    void what_neither_names_is_not_said() {
        assertThat(Sight.of(provenance, "/search/space")).isEqualTo(Sight.UNSAID);
        assertThat(Sight.of(provenance, "/codex")).isEqualTo(Sight.UNSAID);
        assertThat(Sight.of(null, "/code")).isEqualTo(Sight.UNSAID);
    }
}
