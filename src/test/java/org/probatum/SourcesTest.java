package org.probatum;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the compiler does not mind and readers do. */
class SourcesTest {
    private static final Path MAIN = Path.of("src/main/java");
    /** In lines that are read: what a file imports is folded away, and says more of Java than of the file. */
    private static final int LONGEST = 300;

    private static final int NINE_IN_TEN = 150;
    private static final int MEDIAN = 60;

    @Test
    void files_are_short_enough_to_be_read_at_a_sitting() throws IOException {
        TreeMap<String, Integer> lines = new TreeMap<>();
        for (Path file : sources()) {
            lines.put(file.toString(), (int) Files.readAllLines(file).stream()
                    .filter(line -> !line.startsWith("import "))
                    .count());
        }

        List<Integer> sorted = lines.values().stream().sorted().toList();

        assertThat(lines)
                .allSatisfy((file, length) -> assertThat(length).as(file).isLessThanOrEqualTo(LONGEST));
        assertThat(sorted.get(sorted.size() * 9 / 10)).isLessThanOrEqualTo(NINE_IN_TEN);
        assertThat(sorted.get(sorted.size() / 2)).isLessThanOrEqualTo(MEDIAN);
    }

    @Test
    void every_package_says_what_it_is_for() throws IOException {
        List<Path> folders = sources().stream().map(Path::getParent).distinct().toList();

        assertThat(folders).allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                .content()
                .contains("/** ", "@NullMarked"));
    }

    @Test
    void faults_are_not_swallowed_and_migrations_are_named_for_their_feature() throws IOException {
        for (Path file : sources()) {
            assertThat(Files.readString(file))
                    .as(file.toString())
                    .doesNotContain("catch (Exception ", "printStackTrace");
        }
        try (Stream<Path> migrations = Files.list(Path.of("db/migration"))) {
            assertThat(migrations.map(file -> file.getFileName().toString()))
                    .allMatch(name -> name.equals("afterMigrate.sql")
                            || name.matches(
                                    "V2026[0-9]{10}__(people|decision|evidence|rerun|risk|gate|inbox|publication|notification|policy|shared|log)"
                                            + "_[a-z_]+\\.sql"));
        }
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
