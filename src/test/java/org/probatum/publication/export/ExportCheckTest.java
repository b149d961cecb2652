package org.probatum.publication.export;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.probatum.log.note.Checkpoint;
import org.probatum.log.note.NoteKey;
import org.probatum.log.note.NoteSigner;
import org.probatum.log.tree.EntryBundle;
import org.probatum.log.tree.Hash;
import org.probatum.log.tree.Hashes;
import org.probatum.publication.bundle.Line;

/** Whatever is done to an export is found, and said of which file and leaf; and nothing in it does harm to who checks it. */
class ExportCheckTest {
    private static final int SIZE = 700;
    private static SampleLog log;
    private static byte[] packed;

    @BeforeAll
    static void export() throws IOException {
        log = new SampleLog(SIZE);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        log.export(out);
        packed = out.toByteArray();
    }

    /** What somebody does, and what is said of it: of which file, in which words. */
    record Deed(String name, String file, String words, Consumer<Archive> does) {
        @Override
        public String toString() {
            return name;
        }
    }

    @Test
    void holds_as_it_was_written() throws IOException {
        List<Line> lines = check(packed, null);

        assertThat(lines).allMatch(Line::holds);
        assertThat(lines)
                .extracting(Line::what)
                .containsExactly("checkpoint", "leaves", "tiles", "what was said", "events", "records", "manifest");
        assertThat(Archive.of(packed).files.keySet())
                .contains(
                        "tile/entries/001",
                        "tile/entries/002.p/188",
                        "tile/0/002.p/188",
                        "tile/1/000.p/2",
                        "payloads/002.p/188.jsonl",
                        "records/CR-87.json");
        for (int size : new int[] {1, 255, 256, 257, 512}) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            SampleLog other = new SampleLog(size);
            other.export(out);
            assertThat(check(other.signer.key(), out.toByteArray(), null))
                    .as("%d", size)
                    .allMatch(Line::holds);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 9, 10, 18, 30, 70_000})
    void finds_whatever_stands_behind_it(int bytes) throws IOException {
        byte[] longer = Arrays.copyOf(packed, packed.length + bytes);
        for (byte filled : new byte[] {0, 31, -1}) {
            Arrays.fill(longer, packed.length, longer.length, filled);
            assertThat(check(longer, null))
                    .filteredOn(line -> !line.holds())
                    .extracting(Line::toString)
                    .singleElement(as(STRING))
                    .contains("it does not end as exports do");
        }
        ByteArrayOutputStream twice = new ByteArrayOutputStream();
        twice.write(packed);
        try (GZIPOutputStream another = new GZIPOutputStream(twice)) {
            another.flush();
        }
        assertThat(check(twice.toByteArray(), null)).anyMatch(line -> !line.holds());
    }

    static Stream<Deed> deeds() {
        return Stream.of(
                new Deed("changes a leaf", "tile/0/001", "hash 45 is not that of leaf 300", files -> leaf(files, true)),
                new Deed("changes a leaf with its tile", "leaves", "another was signed", files -> {
                    leaf(files, true);
                    byte[] leaf = EntryBundle.split(files.files.get("tile/entries/001"))
                            .get(44);
                    System.arraycopy(Hashes.leaf(leaf).bytes(), 0, files.files.get("tile/0/001"), 44 * 32, 32);
                }),
                new Deed(
                        "takes a leaf out",
                        "tile/entries/001",
                        "255 leaves, and should have 256",
                        files -> leaf(files, false)),
                new Deed(
                        "changes what was said",
                        "payloads/001.jsonl",
                        "line 45 is not what was said in leaf 300",
                        files -> files.files.compute(
                                "payloads/001.jsonl", (name, old) -> line(old, 44, "{\"summary\":\"never\"}"))),
                new Deed(
                        "takes a line out",
                        "payloads/001.jsonl",
                        "it ends before leaf 511",
                        files -> files.files.compute("payloads/001.jsonl", (name, old) -> line(old, 44, null))),
                new Deed(
                        "adds a line",
                        "payloads/001.jsonl",
                        "it goes on for 5 bytes",
                        files -> files.files.compute("payloads/001.jsonl", (name, old) -> bytes(text(old) + "null\n"))),
                new Deed("changes a hash", "tile/0/000", "hash 1 is not that of leaf 0", files -> files.files
                        .get("tile/0/000")[0]++),
                new Deed("changes a hash further up", "tile/1/000.p/2", "hash 2 does not follow", files -> files.files
                        .get("tile/1/000.p/2")[40]++),
                new Deed(
                        "changes a record",
                        "records/CR-3.json",
                        "another one was published",
                        files -> files.files.compute(
                                "records/CR-3.json",
                                (name, old) -> bytes(text(old).replace("run", "ran")))),
                new Deed("swaps two records", "records/CR-3.json", "another one was published", files -> {
                    byte[] third = files.files.get("records/CR-3.json");
                    files.files.put("records/CR-3.json", files.files.put("records/CR-4.json", third));
                }),
                new Deed(
                        "says more behind a statement",
                        "attestations/CR-3.json",
                        "it is no JSON",
                        files -> files.files.compute(
                                "attestations/CR-3.json",
                                (name, old) ->
                                        bytes(new String(old, StandardCharsets.UTF_8) + "{\"approved\": true}"))),
                new Deed("swaps two statements", "attestations/CR-3.json", "it is of another record", files -> {
                    byte[] third = files.files.get("attestations/CR-3.json");
                    files.files.put("attestations/CR-3.json", files.files.put("attestations/CR-4.json", third));
                }),
                new Deed(
                        "empties a statement",
                        "attestations/CR-3.json",
                        "no signed statement",
                        files -> files.files.put("attestations/CR-3.json", bytes("{}"))),
                new Deed(
                        "breaks a statement",
                        "attestations/CR-3.json",
                        "no JSON",
                        files -> files.files.put("attestations/CR-3.json", bytes("{"))),
                new Deed("takes a record away", "records/CR-3.json", "it is missing", files -> {
                    files.files.remove("records/CR-3.json");
                    files.files.remove("attestations/CR-3.json");
                }),
                new Deed(
                        "takes a statement away",
                        "attestations/CR-3.json",
                        "records/CR-4.json does",
                        files -> files.files.remove("attestations/CR-3.json")),
                new Deed(
                        "takes a tile away",
                        "tile/0/001",
                        "tile/entries/002.p/188 does",
                        files -> files.files.remove("tile/0/001")),
                new Deed(
                        "adds a record",
                        "records/XX-1.json",
                        "by the log there is no such file",
                        files -> files.files.put("records/XX-1.json", bytes("{}"))),
                new Deed(
                        "adds a file",
                        "records/x",
                        "by the log there is no such file",
                        files -> files.files.put("records/x", bytes("hidden"))),
                new Deed(
                        "moves a tile",
                        "tile/0/000",
                        "tile/0/001 does",
                        files -> swap(files, "tile/0/000", "tile/0/001")),
                new Deed(
                        "changes the key",
                        "log.vkey",
                        "another key than you trust",
                        files -> files.files.put(
                                "log.vkey",
                                bytes(NoteSigner.generate("log.example.org")
                                        .key()
                                        .text()))),
                new Deed(
                        "changes what it is",
                        "README",
                        "not the one of an export",
                        files -> files.files.put("README", bytes("Trust me\n"))),
                new Deed(
                        "changes the checkpoint",
                        "checkpoint",
                        "is not of this text|not signed",
                        files -> files.files.compute(
                                "checkpoint", (name, old) -> bytes(text(old).replace("\n700\n", "\n699\n")))),
                new Deed("writes a way out of the folder", "README", "../../evil does", files -> {
                    LinkedHashMap<String, byte[]> all = new LinkedHashMap<>(files.files);
                    files.files.clear();
                    files.files.put("../../evil", bytes("#!/bin/sh"));
                    files.files.putAll(all);
                }));
    }

    @ParameterizedTest
    @MethodSource("deeds")
    void names_what_was_done_though_the_manifest_was_made_to_fit(Deed deed) {
        Archive archive = Archive.of(packed);
        deed.does().accept(archive);

        List<Line> lines = check(archive.fitted(), null);

        assertThat(lines).anySatisfy(line -> {
            assertThat(line.holds()).isFalse();
            assertThat(line.what()).isEqualTo(deed.file());
            assertThat(line.because()).containsPattern(deed.words());
        });
    }

    @ParameterizedTest
    @MethodSource("deeds")
    void finds_the_same_by_the_manifest_alone(Deed deed) {
        Archive archive = Archive.of(packed);
        deed.does().accept(archive);

        assertThat(check(archive.packed(), null)).anyMatch(line -> !line.holds());
    }

    /** Every byte of the archive as it is before it is packed, a few hundred of them: whichever is changed, it shows. */
    @Test
    void does_not_hold_once_any_byte_is_changed() {
        byte[] tar = Archive.unpacked(packed);
        List<Integer> unseen = new ArrayList<>();

        for (int at = 0; at < tar.length; at += 1 + tar.length / 400) {
            byte[] changed = tar.clone();
            changed[at] ^= 1;
            if (check(Archive.gzipped(changed), null).stream().allMatch(Line::holds)) {
                unseen.add(at);
            }
        }

        assertThat(unseen).isEmpty();
    }

    @Test
    void names_the_file_whose_digest_is_another() {
        Archive archive = Archive.of(packed);
        String manifest = "manifest/00000.sha256";
        archive.files.compute(
                manifest,
                (name, old) -> bytes(text(old).replaceFirst("[0-9a-f]{8}([0-9a-f]{56}  tile/0/001\n)", "00000000$1")));

        assertThat(check(archive.packed(), null)).anySatisfy(line -> {
            assertThat(line.what()).isEqualTo(manifest);
            assertThat(line.because()).contains("tile/0/001");
        });
    }

    @Test
    void says_where_it_was_cut_off() {
        for (int part = 1; part < 20; part++) {
            List<Line> lines = check(Arrays.copyOf(packed, packed.length * part / 20), null);

            assertThat(lines).last().satisfies(line -> {
                assertThat(line.holds()).isFalse();
                assertThat(line.because()).contains("cut short");
            });
        }
        assertThat(check(Arrays.copyOf(packed, packed.length - 1), null)).anyMatch(line -> !line.holds());
        byte[] tar = Archive.unpacked(packed);
        for (int end : new int[] {512, 1024, 1536, 2048}) {
            assertThat(check(Archive.gzipped(Arrays.copyOf(tar, tar.length - end)), null))
                    .anyMatch(line -> !line.holds());
        }
        assertThat(check(Archive.gzipped(Arrays.copyOf(tar, tar.length + 512)), null))
                .anySatisfy(line -> assertThat(line.because()).contains("does not end as exports do"));
    }

    @Test
    void is_believed_by_no_other_key_and_witness() {
        NoteKey other = NoteSigner.generate("log.example.org").key();

        assertThat(check(other, packed, null)).singleElement().satisfies(line -> assertThat(line.because())
                .contains("a key that you trust"));
        assertThat(new ExportCheck(List.of(log.signer.key()), null, List.of(other)).lines(in(packed)))
                .anyMatch(line -> !line.holds() && line.what().startsWith("witness"));
    }

    @Test
    void extends_every_earlier_checkpoint_and_none_that_is_not_its_own() {
        for (long size : new long[] {0, 1, 255, 256, 300, 699, 700}) {
            assertThat(check(packed, log.checkpoint(size)))
                    .allMatch(Line::holds)
                    .anySatisfy(line -> {
                        assertThat(line.what()).isEqualTo("kept checkpoint");
                        assertThat(line.because()).contains("the first " + size + " leaves");
                    });
        }
        Map<String, String> strange = new LinkedHashMap<>();
        strange.put("rewritten", signed("log.example.org", 300));
        strange.put("it is later", signed("log.example.org", 701));
        strange.put("another log", signed("other.example.org", 300));
        strange.put("blank line", "not a note");
        strange.forEach((words, kept) -> assertThat(check(packed, kept)).anySatisfy(line -> {
            assertThat(line.what()).isEqualTo("kept checkpoint");
            assertThat(line.holds()).isFalse();
            assertThat(line.because()).contains(words);
        }));
    }

    @Test
    void reports_what_was_erased_and_does_not_hold_it_against_the_log() {
        Archive archive = Archive.of(packed);
        archive.files.compute("payloads/000.jsonl", (name, old) -> line(line(old, 2, "null"), 9, "null"));

        List<Line> lines = check(archive.fitted(), null);

        assertThat(lines).allMatch(Line::holds);
        assertThat(lines).anySatisfy(line -> assertThat(line.because())
                .contains("nothing is here of 2, as after an erasure: leaf 2, 9"));
    }

    /** An export without what was said proves that its records were published, and not what they passed. */
    @Test
    void does_not_say_of_gates_and_runs_what_it_cannot_show() {
        Archive archive = Archive.of(packed);
        archive.files.replaceAll((name, old) -> name.startsWith("payloads/")
                ? bytes(new String(old, StandardCharsets.UTF_8).replaceAll("(?m)^.+$", "null"))
                : old);

        List<Line> lines = check(archive.fitted(), null);

        assertThat(lines).allMatch(Line::holds);
        assertThat(lines)
                .filteredOn(line -> line.what().equals("records"))
                .singleElement()
                .satisfies(line ->
                        assertThat(line.because()).containsPattern("of \\d+ gates or runs are not to be shown"));
    }

    @Test
    void says_which_event_of_which_decision_the_log_never_had() throws IOException {
        Trail trail = new Trail();
        for (int seq : new int[] {2, 1, 5, 3}) {
            trail.add(org.probatum.shared.Json.MAPPER.createObjectNode().put("seq", seq), null);
        }
        assertThat(trail.fault()).isEqualTo("event 4 is missing, and 5 is there");
        trail.add(org.probatum.shared.Json.MAPPER.createObjectNode().put("seq", 3), null);
        assertThat(trail.fault()).contains("twice");
    }

    /** A gigabyte of zeros in a megabyte, at the places where a reader might swallow it whole. */
    @Test
    void swallows_no_bomb() throws IOException {
        byte[] zeros = Archive.gzipped(new byte[64 << 20]);
        assertThat(check(zeros, null)).anyMatch(line -> !line.holds());
        for (String file : List.of("README", "checkpoint", "tile/entries/000", "payloads/000.jsonl", "tile/0/000")) {
            Archive archive = Archive.of(packed);
            archive.files.put(file, new byte[128 << 20]);

            assertThat(check(archive.packed(), null)).as(file).anySatisfy(line -> {
                assertThat(line.what()).isEqualTo(file);
                assertThat(line.because()).containsPattern("can have no more than|longer than");
            });
        }
        for (String nothing : List.of("", "\u001f\u008b", "PK", "{}")) {
            assertThat(check(nothing.getBytes(StandardCharsets.ISO_8859_1), null))
                    .isNotEmpty()
                    .noneMatch(Line::holds);
        }
    }

    private static String signed(String origin, long size) {
        return log.signer
                .sign(new Checkpoint(origin, size, Hash.of(new byte[32])).text())
                .format();
    }

    private static void leaf(Archive archive, boolean keep) {
        List<byte[]> leaves = new ArrayList<>(EntryBundle.split(archive.files.get("tile/entries/001")));
        if (keep) {
            leaves.set(44, bytes(text(leaves.get(44)).replace("2026-11-26", "2026-11-25")));
        } else {
            leaves.remove(44);
        }
        archive.files.put("tile/entries/001", EntryBundle.join(leaves));
    }

    private static byte[] line(byte[] old, int number, @Nullable String line) {
        List<String> lines = new ArrayList<>(text(old).lines().toList());
        if (line == null) {
            lines.remove(number);
        } else {
            lines.set(number, line);
        }
        return bytes(String.join("\n", lines) + "\n");
    }

    private static void swap(Archive archive, String one, String other) {
        List<String> names = new ArrayList<>(archive.files.keySet());
        Collections.swap(names, names.indexOf(one), names.indexOf(other));
        LinkedHashMap<String, byte[]> moved = new LinkedHashMap<>();
        names.forEach(name -> moved.put(name, archive.files.get(name)));
        archive.files.clear();
        archive.files.putAll(moved);
    }

    private static List<Line> check(byte[] file, @Nullable String kept) {
        return check(log.signer.key(), file, kept);
    }

    private static List<Line> check(NoteKey key, byte[] file, @Nullable String kept) {
        return new ExportCheck(List.of(key), kept, List.of()).lines(in(file));
    }

    private static InputStream in(byte[] file) {
        return new ByteArrayInputStream(file);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
