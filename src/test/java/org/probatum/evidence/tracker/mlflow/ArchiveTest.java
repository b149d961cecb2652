package org.probatum.evidence.tracker.mlflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.probatum.evidence.manifest.Manifest;
import org.probatum.evidence.tracker.TrackedRun;
import org.probatum.shared.Digest;
import org.probatum.shared.Problem;
import org.probatum.support.Mlruns;

/** The folder of MLflow in a zip: read for what it is, and refused for whatever else it may be. */
class ArchiveTest {
    private final MlrunsArchive archive = new MlrunsArchive();

    @Test
    void reads_a_run_with_its_parameters_histories_datasets_and_artifacts() {
        TrackedRun run = archive.runs(Mlruns.zip(Mlruns.folder())).get(0);
        Manifest manifest = run.manifest();

        assertThat(manifest.name()).isEqualTo("bold-fox-4f3c2a10");
        assertThat(manifest.invocation().parameters())
                .containsEntry("depth", "6")
                .containsEntry("opt/lr", "0.1");
        assertThat(manifest.invocation().who()).isEqualTo("ada");
        assertThat(manifest.code().commit()).isEqualTo("b7856fdd9f3485296f53c9600fcd90ceea5bb517");
        assertThat(manifest.metrics().get(0).value()).isEqualByComparingTo("0.81");
        assertThat(manifest.metrics().get(0).split()).isEqualTo("test");
        assertThat(manifest.data().get(0).version()).isEqualTo("declared by MLflow: 5d2f1c0a");
        assertThat(manifest.data().get(0).sha256()).isNull();
        assertThat(manifest.artifacts().get(0).sha256()).isEqualTo(Digest.of("trees"));
        assertThat(run.facts().status()).isEqualTo("FINISHED");
        assertThat(run.histories().get(0).values()).containsExactly(0.7, Double.NaN, 0.81);
        assertThat(run.histories().get(0).steps()).containsExactly(0L, 1L, 2L);
    }

    @Test
    void finds_the_runs_wherever_the_folder_begins_and_leaves_out_what_was_thrown_away() {
        Map<String, byte[]> deep = new LinkedHashMap<>();
        Mlruns.folder().forEach((path, content) -> deep.put("work/project/" + path, content));
        Mlruns.folder().forEach((path, content) -> deep.put(path.replace("mlruns/1/", "mlruns/.trash/"), content));

        assertThat(archive.runs(Mlruns.zip(deep))).hasSize(1);
    }

    @Test
    void says_when_there_is_no_run_in_it() {
        assertThat(refusal(Mlruns.zip(Map.of("readme.txt", "hello".getBytes(StandardCharsets.UTF_8)))))
                .contains("there is no run in it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../outside",
                "mlruns/../../outside",
                "/etc/passwd",
                "C:/windows/win.ini",
                "mlruns\\1\\meta.yaml",
                "mlruns/..",
                "a\u0000b"
            })
    void refuses_names_that_lead_elsewhere(String name) {
        assertThat(refusal(Mlruns.zip(Map.of(name, new byte[1])))).contains("leads out of it");
    }

    @Test
    void refuses_links_and_devices() {
        byte[] zip = Mlruns.zip(Map.of("mlruns/1/run/meta.yaml", "/etc/passwd".getBytes(StandardCharsets.UTF_8)));
        for (int kind : List.of(0xA000, 0x6000, 0x2000, 0x1000, 0xC000)) {
            ByteBuffer bytes = ByteBuffer.wrap(zip.clone()).order(ByteOrder.LITTLE_ENDIAN);
            bytes.putInt(central(bytes) + 38, (kind | 0x1FF) << 16);

            assertThat(refusal(bytes.array())).contains("a link or a device");
        }
    }

    @Test
    void refuses_what_is_far_larger_inside_than_outside() {
        assertThat(refusal(Mlruns.zip(Map.of("mlruns/zeros", new byte[8 << 20]))))
                .contains("times as large");
    }

    @Test
    void refuses_what_is_too_large_in_sum_and_too_many() {
        byte[] dull = "0123456789abcdef".repeat(4000).getBytes(StandardCharsets.UTF_8);
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i < 1200; i++) {
            many.put("mlruns/" + i, dull);
        }
        Map<String, byte[]> countless = new LinkedHashMap<>();
        for (int i = 0; i < 20_001; i++) {
            countless.put("mlruns/" + i, new byte[0]);
        }

        assertThat(refusal(Mlruns.zip(many))).contains("larger than 64 MB");
        assertThat(refusal(Mlruns.zip(countless))).contains("more than 20000 entries");
    }

    @Test
    void refuses_entries_that_lie_over_each_other() {
        byte[] noise = new byte[60_000];
        new java.util.Random(7).nextBytes(noise);
        byte[] zip = Mlruns.zip(Map.of("mlruns/a", noise, "mlruns/b", new byte[0]));
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int first = central(bytes);
        int second = first + 46 + bytes.getShort(first + 28) + bytes.getShort(first + 30) + bytes.getShort(first + 32);
        int large = bytes.getInt(first + 24) > 0 ? first : second;
        int small = large == first ? second : first;
        for (int field : List.of(16, 20, 24, 42)) {
            bytes.putInt(small + field, bytes.getInt(large + field));
        }
        bytes.putShort(small + 10, bytes.getShort(large + 10));

        assertThat(refusal(bytes.array())).contains("lie over each other");
    }

    @Test
    void believes_no_size_that_is_a_lie() {
        byte[] zip = Mlruns.zip(Mlruns.folder());
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = central(bytes); bytes.getInt(at) == 0x02014b50; ) {
            bytes.putInt(at + 24, bytes.getInt(at + 24) + 1);
            at += 46 + bytes.getShort(at + 28) + bytes.getShort(at + 30) + bytes.getShort(at + 32);
        }

        assertThat(refusal(bytes.array())).contains("not as long as");
    }

    @Test
    void refuses_what_is_encrypted() {
        ByteBuffer bytes = ByteBuffer.wrap(Mlruns.zip(Mlruns.folder())).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putShort(central(bytes) + 8, (short) 1);

        assertThat(refusal(bytes.array())).contains("is encrypted");
    }

    @Test
    void refuses_what_is_no_zip_or_half_of_one_or_damaged_anywhere() throws IOException {
        byte[] whole = Mlruns.zip(Mlruns.folder());

        assertThat(refusal(new byte[0])).contains("no zip at all");
        assertThat(refusal("PK, it says".getBytes(StandardCharsets.UTF_8))).contains("no zip at all");
        for (int length = 0; length < whole.length; length += 37) {
            assertThat(refusal(Arrays.copyOf(whole, length))).isNotEmpty();
        }
        java.util.Random random = new java.util.Random(42);
        for (int i = 0; i < 2000; i++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(255));
            try {
                archive.runs(damaged);
            } catch (Problem refused) {
                assertThat(refused.status()).isBetween(400, 422);
            }
        }
    }

    @Test
    void refuses_the_same_name_twice() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : List.of("mlruns/a", "mlruns/b")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.closeEntry();
            }
        }
        byte[] bytes = new String(out.toByteArray(), StandardCharsets.ISO_8859_1)
                .replace("mlruns/b", "mlruns/a")
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(refusal(bytes)).contains("twice");
    }

    private String refusal(byte[] zip) {
        Problem problem = catchThrowableOfType(Problem.class, () -> archive.runs(zip));
        assertThat(problem).isNotNull();
        return problem.violations().isEmpty()
                ? problem.detail()
                : problem.violations().get(0).wrong();
    }

    /** Where the table of contents begins. */
    private static int central(ByteBuffer zip) {
        return zip.getInt(zip.capacity() - 22 + 16);
    }
}
