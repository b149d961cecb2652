package org.probatum.rerun.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probatum.rerun.verdict.Recorded.criterion;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.probatum.evidence.manifest.Artifact;
import org.probatum.rerun.Verdict;
import org.probatum.shared.Digest;

/** One byte is enough. */
class BitwisePropertyTest {
    @Test
    void any_byte_changed_in_any_file_is_never_bitwise() {
        Random chance = new Random(3);
        byte[] model = new byte[257];
        byte[] table = new byte[64];
        chance.nextBytes(model);
        chance.nextBytes(table);
        List<Artifact> recorded = List.of(file("model.bin", model), file("out/table.csv", table));

        assertThat(verdict(recorded, recorded)).isEqualTo(Verdict.BITWISE);
        for (int at = 0; at < model.length + table.length; at++) {
            byte[] changed = (at < model.length ? model : table).clone();
            int place = at < model.length ? at : at - model.length;
            changed[place] ^= (byte) (1 << chance.nextInt(8));
            List<Artifact> left = at < model.length
                    ? List.of(file("model.bin", changed), recorded.get(1))
                    : List.of(recorded.get(0), file("out/table.csv", changed));
            assertThat(verdict(recorded, left)).isNotEqualTo(Verdict.BITWISE);
        }
    }

    private static Verdict verdict(List<Artifact> recorded, List<Artifact> left) {
        return new Recorded()
                .run("0.8", "0.8", recorded, left)
                .judged(criterion("0.01", "0.002", null, 3))
                .get(0)
                .verdict();
    }

    private static Artifact file(String path, byte[] content) {
        return new Artifact(path, Digest.of(content), (long) content.length);
    }
}
