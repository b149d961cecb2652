package org.probatum.rerun.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DisposalTest {
    @TempDir
    Path folder;

    @Test
    void removes_everything_and_nothing_that_links_lead_to() throws Exception {
        Path kept =
                Files.writeString(Files.createDirectory(folder.resolve("kept")).resolve("a.txt"), "a");
        Path home = Files.createDirectory(folder.resolve("home"));
        Path inner = Files.createDirectories(home.resolve("out/inner"));
        Files.createSymbolicLink(inner.resolve("folder"), kept.getParent());
        Files.createSymbolicLink(inner.resolve("file"), kept);
        Files.createSymbolicLink(inner.resolve("loop"), inner);
        Files.createLink(inner.resolve("hard"), kept);
        assertThat(new ProcessBuilder("mkfifo", inner.resolve("pipe").toString())
                        .start()
                        .waitFor())
                .isZero();
        Files.setPosixFilePermissions(inner, PosixFilePermissions.fromString("r--------"));

        assertThat(Disposal.remove(home)).isEmpty();

        assertThat(home).doesNotExist();
        assertThat(kept).hasContent("a");
    }

    @Test
    void takes_apart_a_tree_deeper_than_any_path_may_be_long() throws Exception {
        Path home = Files.createDirectory(folder.resolve("home"));
        String deeper = "for i in $(seq 1 600); do mkdir 0123456789; cd 0123456789; done; echo x > bottom";
        assertThat(new ProcessBuilder("sh", "-c", deeper)
                        .directory(home.toFile())
                        .start()
                        .waitFor())
                .isZero();

        assertThat(Disposal.remove(home)).isEmpty();

        assertThat(home).doesNotExist();
    }

    @Test
    void removes_a_link_in_the_place_of_a_home_and_not_what_it_leads_to() throws IOException {
        Path kept = Files.createDirectory(folder.resolve("kept"));
        Path home = Files.createSymbolicLink(folder.resolve("home"), kept);

        assertThat(Disposal.remove(home)).isEmpty();

        assertThat(home).doesNotExist();
        assertThat(kept).exists();
        assertThat(Disposal.remove(home)).isEmpty();
    }

    @Test
    void takes_no_path_that_cannot_be_a_home() {
        assertThatThrownBy(() -> Disposal.remove(Path.of("/"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Disposal.remove(Path.of("/home"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Disposal.remove(Path.of("relative/home")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
