package org.probatum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.probatum.log.note.Cosigner;
import org.probatum.log.note.Malformed;
import org.probatum.log.note.NoteSigner;

/** Commands that need no service. */
class OfflineTest {
    private static final String SOUND =
            "apiVersion: probatum/v1\nkind: Decision\nteam: credit-risk\ncategory: MODEL\ntitle: Sound\n";

    @TempDir
    private Path folder;

    @Test
    void finds_nothing_wrong_with_every_decision_of_the_demo() throws IOException {
        List<String> words = new java.util.ArrayList<>(List.of("check"));
        try (var files = Files.newDirectoryStream(Path.of("src/main/resources/demo/decisions"), "[0-9]*.yaml")) {
            files.forEach(file -> words.add(file.toString()));
        }

        Told told = Told.here(Map.of(), words.toArray(String[]::new));

        assertThat(told).isEqualTo(new Told(0, "Nothing is wrong with them\n", ""));
    }

    @Test
    void names_each_fault_by_file_line_and_column_with_what_would_be_right() throws IOException {
        Path file = file("bad.yaml", SOUND.replace("MODEL", "MODLE"));

        Told told = Told.here(Map.of(), "file", "--check", file.toString());

        assertThat(told.exit()).isEqualTo(1);
        assertThat(told.out())
                .startsWith(file + ":4:11: \"MODLE\" is not among the values allowed here; did you mean MODEL?")
                .hasLineCount(1);
        assertThat(told.err()).isEmpty();
    }

    @Test
    void says_where_a_file_stops_being_yaml_or_json() throws IOException {
        Path yaml = file("a.yaml", "title: [open\nkind: x");
        Path json = file("b.json", "{\"kind\": }");

        Told told = Told.here(Map.of(), "check", yaml.toString(), json.toString());

        assertThat(told.exit()).isEqualTo(1);
        assertThat(told.out().lines())
                .satisfiesExactly(
                        line -> assertThat(line).matches(".*a\\.yaml:2:\\d+: .*; a document that can be read"),
                        line -> assertThat(line).matches(".*b\\.json:1:10: .*; a document that can be read"));
    }

    @Test
    void gives_the_same_findings_as_one_json_document() throws IOException {
        Path file = file("bad.yaml", SOUND + "titel: again\n");

        Told told = Told.here(Map.of(), "check", "--json", file.toString());

        assertThat(told.exit()).isEqualTo(1);
        assertThat(told.json().path("ok").asBoolean(true)).isFalse();
        assertThat(told.json().at("/files/0/file").asText()).isEqualTo(file.toString());
        assertThat(told.json().at("/files/0/violations/0/line").asInt()).isEqualTo(6);
        assertThat(told.json().at("/files/0/violations/0/right").asText()).contains("did you mean \"title\"");
    }

    @Test
    void sends_nothing_while_anything_is_wrong_with_the_file() throws IOException {
        Path file = file("bad.yaml", SOUND.replace("MODEL", "MODLE"));
        // Nobody listens there, and nobody is asked.
        Map<String, String> environment = Map.of("PROBATUM_URL", "http://127.0.0.1:1", "PROBATUM_TOKEN", "prb_x");

        Told told = Told.here(environment, "file", file.toString());
        Told json = Told.here(environment, "--json", "file", file.toString());

        assertThat(told.exit()).isEqualTo(65);
        assertThat(told.out()).isEmpty();
        assertThat(told.err()).contains("One thing is wrong", file + ":4:11: ");
        assertThat(json.json().path("exit").asInt()).isEqualTo(65);
        assertThat(json.json().at("/violations/0/pointer").asText()).isEqualTo("/category");
    }

    @Test
    void names_a_file_that_is_not_there() {
        Told told = Told.here(Map.of(), "check", folder.resolve("none.yaml").toString());

        assertThat(told.exit()).isEqualTo(66);
        assertThat(told.err()).contains("There is no file", "none.yaml").hasLineCount(1);
    }

    @Test
    void says_what_is_wrong_with_a_command_line_and_what_would_be_right() {
        assertThat(Told.here(Map.of(), "chek", "x.yaml")).satisfies(told -> {
            assertThat(told.exit()).isEqualTo(2);
            assertThat(told.err())
                    .contains("there is no command chek; did you mean check?", "Usage: probatum", "log-key");
            assertThat(told.out()).isEmpty();
        });
        assertThat(misuse("status", "cr-1")).contains("'cr-1' is no key of a decision; one looks like CR-42");
        assertThat(misuse("status", "CR-1/../../x")).contains("is no key of a decision");
        assertThat(misuse("status", "CR-1", "--until", "options")).contains("say for how long");
        assertThat(misuse("status", "CR-1", "--wait", "soon")).contains("write 45s, 10m or 2h");
        assertThat(misuse("status", "CR-1", "--wait", "1h", "--until", "done")).contains("there are intake, scoping");
        assertThat(misuse("admit", "--subject", "abc")).contains("one is sha256: and 64 digits");
        assertThat(misuse("log-key", "my log")).contains("no white space");
        assertThat(misuse("record", "CR-1", "--format", "doc")).contains("json, md, html, pdf");
        assertThat(misuse("export")).contains("--output");
        assertThat(misuse("--json")).contains("Missing required subcommand");
    }

    @Test
    void explains_every_command_with_an_example() {
        List<String> commands = List.of(
                "check", "file", "submit", "status", "record", "bundle", "export", "admit", "verify", "log-key");

        assertThat(Told.here(Map.of(), "--help").out()).contains(commands).contains("Example", "Exit codes");
        assertThat(commands).allSatisfy(command -> {
            Told told = Told.here(Map.of(), command, "--help");
            assertThat(told.exit()).isZero();
            assertThat(told.out())
                    .contains("Usage: probatum " + command, "Example\n  ")
                    .containsPattern("\n  .*probatum " + command);
        });
    }

    @Test
    void lists_every_exit_code_in_the_help_and_in_the_readme() throws IOException {
        String readme = Files.readString(Path.of("README.md"));

        assertThat(Exit.values())
                .allSatisfy(exit -> assertThat(readme).contains("| " + exit.code() + " | " + exit.meaning() + " |"));
        assertThat(Told.here(Map.of(), "--help").out())
                .contains(List.of(Exit.values()).stream().map(Exit::meaning).toList());
    }

    @Test
    void is_no_success_when_what_was_asked_for_does_not_arrive() throws IOException {
        Path file = file("sound.yaml", SOUND);
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("no space left");
            }
        };

        for (String[] words : new String[][] {{"check", file.toString()}, {"log-key", "log"}, {"--help"}}) {
            int exit = Program.run(words, Map.of(), full, OutputStream.nullOutputStream());

            assertThat(exit).as(words[0]).isEqualTo(73);
        }
    }

    @Test
    void draws_a_key_whose_halves_belong_together_and_go_apart() throws Malformed {
        Told told = Told.here(Map.of(), "log-key", "probatum.example.org/log");

        NoteSigner signer = NoteSigner.parse(told.out().strip());
        assertThat(told.err().strip()).isEqualTo(signer.key().text());
        assertThat(signer.key().name()).isEqualTo("probatum.example.org/log");
        assertThat(signer.key().verifies("said\n", signer.signature("said\n"))).isTrue();
        assertThat(Told.here(Map.of(), "log-key", "probatum.example.org/log").out())
                .isNotEqualTo(told.out());
        assertThat(told.err()).doesNotContain("PRIVATE");
    }

    @Test
    void verifies_with_the_keys_named_and_says_which_line_fails() throws IOException {
        Path bundle = file("bundle.json", "{}");
        String key = NoteSigner.generate("log").key().text();
        Path keys = file("keys+more", key + "\n");
        String witness = Cosigner.generate("witness").key().text();
        BundleVerifier fails = (file, trusted, checkpoint, witnesses) -> {
            assertThat(trusted).containsExactly(key, key);
            assertThat(witnesses).containsExactly(witness);
            assertThat(checkpoint).isEqualTo("{}");
            return new BundleVerifier.Report(List.of(
                    new BundleVerifier.Line("event 1", true, "in the tree"),
                    new BundleVerifier.Line("event 2", false, "not in the tree")));
        };
        String[] words = {
            "verify",
            bundle.toString(),
            "--key",
            key,
            "--key",
            keys.toString(),
            "--witness",
            witness,
            "--checkpoint",
            bundle.toString(),
            "-q"
        };

        Told told = Told.here(fails, Map.of(), words);

        assertThat(told).isEqualTo(new Told(1, "It does not hold\n  FAILS event 2: not in the tree\n", ""));
    }

    @Test
    void tells_a_bundle_from_an_export_by_what_is_in_it() throws IOException {
        String key = NoteSigner.generate("log").key().text();
        Path packed = folder.resolve("named-like-a-bundle.json");
        try (OutputStream out = new java.util.zip.GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(new byte[512]);
        }

        Told export = Told.here(Map.of(), "verify", packed.toString(), "--key", key);
        Told bundle = Told.here(Map.of(), "verify", file("x.tar.gz", "[]").toString(), "--key", key);

        assertThat(export.exit()).isEqualTo(1);
        assertThat(export.out()).contains("FAILS the archive: it does not end as exports do");
        assertThat(bundle.exit()).isEqualTo(1);
        assertThat(bundle.out()).contains("FAILS bundle: it is no bundle");
        assertThat(Told.here(Map.of(), "verify", "none.tar.gz", "--key", key).exit())
                .isEqualTo(66);
    }

    /** Whoever signs checkpoints vouches for none of them as a witness. */
    @Test
    void takes_no_key_of_a_log_for_a_witness_nor_a_witness_for_a_log() throws IOException {
        String bundle = file("bundle.json", "{}").toString();
        String log = NoteSigner.generate("log").key().text();
        String witness = Cosigner.generate("witness").key().text();

        Told own = Told.here(Map.of(), "verify", bundle, "--key", log, "--witness", log);
        Told swapped = Told.here(Map.of(), "verify", bundle, "--key", witness);

        assertThat(own.exit()).isEqualTo(65);
        assertThat(own.err()).contains("The key of --witness is one of a log", "takes one of a witness");
        assertThat(swapped.exit()).isEqualTo(65);
        assertThat(swapped.err()).contains("The key of --key is one of a witness", "takes one of a log");
    }

    @Test
    void reads_no_more_of_a_file_than_what_it_should_be_may_have() throws IOException {
        Path endless = folder.resolve("endless.json");
        try (RandomAccessFile file = new RandomAccessFile(endless.toFile(), "rw")) {
            file.setLength(1L << 32);
        }
        String key = NoteSigner.generate("log").key().text();

        Told bundle = Told.here(Map.of(), "verify", endless.toString(), "--key", key);
        Told keys = Told.here(Map.of(), "verify", endless.toString(), "--key", endless.toString());

        assertThat(bundle.exit()).isEqualTo(1);
        assertThat(bundle.out()).contains("FAILS bundle: it has more than 67108864 bytes");
        assertThat(keys.exit()).isEqualTo(65);
    }

    @Test
    void refuses_to_verify_by_what_is_no_key_and_by_nothing() throws IOException {
        Path bundle = file("bundle.json", "{}");

        assertThat(Told.here(Map.of(), "verify", bundle.toString()).exit()).isEqualTo(2);
        assertThat(Told.here(Map.of(), "verify", bundle.toString(), "--key", "log+00000000+AAAA")
                        .exit())
                .isEqualTo(65);
        assertThat(Told.here(Map.of(), "verify", bundle.toString(), "--key", "none.vkey")
                        .err())
                .contains("There is no key in none.vkey");
        assertThat(Told.here(
                                (file, keys, checkpoint, witnesses) -> new BundleVerifier.Report(List.of()),
                                Map.of(),
                                "verify",
                                bundle.toString(),
                                "--key",
                                NoteSigner.generate("log").key().text())
                        .exit())
                .as("nothing looked at is nothing proven")
                .isEqualTo(1);
    }

    private static String misuse(String... words) {
        Told told = Told.here(Map.of(), words);
        assertThat(told.exit()).as(told.toString()).isEqualTo(2);
        assertThat(told.err() + told.out()).doesNotContain("Exception", "\tat ");
        return told.err() + told.out();
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
