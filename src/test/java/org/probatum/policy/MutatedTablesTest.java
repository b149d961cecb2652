package org.probatum.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.probatum.gate.Gates;
import org.probatum.support.TestDatabase;

/** Whatever somebody does to a table: it is taken and answers everything, or it is refused with the place that is wrong. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class MutatedTablesTest {
    private static final int MUTATIONS = 120;
    private static final long SEED = 20261125;
    private static final List<String> SCRAPS = List.of(
            "\"",
            "<text>",
            "</rule>",
            "&amp;",
            "&b;",
            "<",
            "0",
            "-1",
            "99",
            "\"HIGH\"",
            "not(\"LOW\")",
            "UNIQUE",
            "FIRST",
            "(",
            "[1..3]",
            "null",
            "\u0000",
            "\uD83D\uDE00",
            "${1}",
            "function() 1",
            "<!--",
            "]]>",
            "2 × SECURITY",
            ",",
            "-");

    @Inject
    CheckTable checkTable;

    @Inject
    TableEngine engine;

    @Inject
    Gates gates;

    @ParameterizedTest
    @EnumSource(Table.class)
    void is_taken_and_total_or_refused_with_the_place(Table table) {
        String good = InstallTables.shipped(table);
        Random random = new Random(SEED + table.ordinal());
        int taken = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            String mutant = mutated(good, random);

            List<Flaw> flaws = checkTable.check(table, mutant);

            if (flaws.isEmpty()) {
                if (taken++ % 5 == 0) {
                    assertTotal(table, mutant);
                }
            } else {
                assertThat(flaws).allSatisfy(flaw -> {
                    assertThat(flaw.place()).startsWith(table.title());
                    assertThat(flaw.wrong()).isNotBlank();
                    assertThat(flaw.right()).isNotBlank();
                    assertThat(flaw.rule() > 0
                                    || !flaw.column().isEmpty()
                                    || flaw.line() != null
                                    || flaw.wrong().startsWith("no rule holds for"))
                            .as(flaw.toString())
                            .isTrue();
                });
            }
        }
        assertThat(taken).as("taken of " + MUTATIONS).isBetween(5, MUTATIONS - 20);
    }

    private void assertTotal(Table table, String dmn) {
        TableEngine.Compiled compiled = engine.compile(table.id(), dmn);
        Grid grid = Objects.requireNonNull(GridReader.read(table, dmn).grid());
        GridCheck.coverage(grid, gates.questions()).each((combination, holding) -> assertThat(compiled.ask(combination))
                .as(combination.toString())
                .hasSize(table.outputs().size()));
    }

    private static String mutated(String good, Random random) {
        StringBuilder text = new StringBuilder(good);
        int from = random.nextInt(4) == 0 ? 0 : good.indexOf("<rule");
        int at = from + random.nextInt(good.length() - from);
        switch (random.nextInt(6)) {
            case 0 -> text.deleteCharAt(at);
            case 1 -> text.insert(at, SCRAPS.get(random.nextInt(SCRAPS.size())));
            case 2 -> text.delete(at, Math.min(good.length(), at + random.nextInt(400)));
            case 3 -> cell(text, good, at, SCRAPS.get(random.nextInt(SCRAPS.size())));
            case 4 -> {
                int other = good.indexOf("<text>", from + random.nextInt(good.length() - from));
                int end = good.indexOf("</text>", Math.max(0, other));
                if (other > 0 && end > other) {
                    cell(text, good, at, good.substring(other + 6, end));
                }
            }
            default -> {
                int rule = good.indexOf("<rule", at);
                int end = good.indexOf("</rule>", Math.max(0, rule));
                if (rule > 0 && end > 0) {
                    text.delete(rule, end + 7);
                }
            }
        }
        return text.toString();
    }

    private static void cell(StringBuilder text, String good, int at, String says) {
        int cell = good.indexOf("<text>", at);
        int end = good.indexOf("</text>", Math.max(0, cell));
        if (cell > 0 && end > cell) {
            text.replace(cell + 6, end, says);
        }
    }
}
