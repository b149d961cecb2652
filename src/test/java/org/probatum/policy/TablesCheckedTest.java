package org.probatum.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.probatum.support.TestDatabase;

/** A bad table is refused, with the cell that is wrong. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TablesCheckedTest {
    @Inject
    CheckTable checkTable;

    @ParameterizedTest
    @EnumSource(Table.class)
    void takes_the_tables_that_come_with_the_service(Table table) {
        assertThat(told(table, InstallTables.shipped(table))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "GATE_TERMS | \"1 × REVIEWER\" | \"1 × REVIEWR\" | Gate terms, rule 1, Slots | nobody is a \"REVIEWR\"",
                "GATE_TERMS | \"1 × REVIEWER\" | \"0 × REVIEWER\" | Gate terms, rule 1, Slots | is not a slot",
                "GATE_TERMS | \"1 × REVIEWER\" | \"1 × REVIEWER, 1 x REVIEWER\" | Gate terms, rule 1, Slots | asked for twice",
                "GATE_TERMS | \"profile, scope\" | \"profile, scop\" | Gate terms, rule 1, Material parts | \"scop\" is no part",
                "GATE_TERMS | <text>2</text> | <text>61</text> | Gate terms, rule 1, Working days | 61 is not within bounds",
                "GATE_TERMS | <text>2</text> | <text>two</text> | Gate terms, rule 1, Working days | not within bounds",
                "GATE_TERMS | <text>2</text> | <text>1</text> | Gate terms, rule 1, Reminder, working days before | would not come after",
                "GATE_TERMS | <text>\"LEAD\"</text> | <text>\"BOSS\"</text> | Gate terms, rule 1, Escalate to | \"BOSS\" is no value of escalateTo",
                "GATE_TERMS | <text>\"SCOPE\"</text> | <text>\"SKOPE\"</text> | Gate terms, rule 1, Gate | \"SKOPE\" is no value of gate",
                "GATE_TERMS | <text>\"SCOPE\"</text> | <text>\"OPTIONS\"</text> | Gate terms, rule 2 | rules 1 and 2 hold for gate OPTIONS, tier LOW",
                "GATE_TERMS | <text>\"SCOPE\"</text> | <text>if gate then 1</text> | Gate terms, rule 1, Gate | no test of the kind",
                "GATE_TERMS | id=\"GateTerms\" | id=\"Gateterms\" | Gate terms | its decision has the id \"Gateterms\"",
                "GATE_TERMS | name=\"slots\" | name=\"slot\" | Gate terms, slots | this output is missing",
                "GATE_TERMS | typeRef=\"integer\" | typeRef=\"string\" | Gate terms, workingDays | its type is string",
                "GATE_TERMS | hitPolicy=\"UNIQUE\" | hitPolicy=\"COLLECT\" | Gate terms | its hit policy is COLLECT",
                "DECISION_TIER | <text>\"CRITICAL\"</text> | <text>\"SEVERE\"</text> | Tier | \"SEVERE\" is no value of tier",
                "RISK_RATING | <text>\"RARE\"</text> | <text>\"UNLIKELY\"</text> | Risk rating | no rule holds for likelihood RARE, impact NEGLIGIBLE",
                "RISK_RATING | <text>1</text> | <text>1+1</text> | Risk rating, rule 1, Points | 1+1 is not within bounds",
                "INTAKE_BOUNDARY | list contains(tags, \"api-lifecycle\") | some t in tags satisfies t = \"x\" | Tags | no test of the kind",
                "REQUIREMENT_POLICY | <text>\"REQUIRED\"</text> | <text>\"OFF\"</text> | Requirement policy, rule 1, Binding | scope.boundary may not be waived",
            })
    void names_the_cell_that_is_wrong(Table table, String good, String bad, String place, String why) {
        String dmn = InstallTables.shipped(table);
        assertThat(dmn).contains(good);

        List<Flaw> flaws = checkTable.check(table, first(dmn, good, bad));

        assertThat(flaws).anySatisfy(flaw -> {
            assertThat(flaw.place()).contains(place);
            assertThat(flaw.wrong()).contains(why);
            assertThat(flaw.right()).isNotBlank();
        });
    }

    @Test
    void reads_nothing_from_outside_and_unfolds_no_bombs() {
        String good = InstallTables.shipped(Table.RISK_RATING);
        for (String prologue : List.of(
                "<!DOCTYPE definitions SYSTEM \"file:///etc/passwd\">",
                "<!DOCTYPE definitions [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>")) {
            String dmn = good.replaceFirst("\\?>", "?>\n" + prologue).replaceFirst("Rank 1 times rank 1", "&b;");

            assertThat(told(Table.RISK_RATING, dmn)).containsAnyOf("document type", "not XML");
        }
        assertThat(told(Table.RISK_RATING, "<a>".repeat(100_000))).contains("nested too deep");
        assertThat(told(Table.RISK_RATING, "x".repeat(CheckTable.MOST_BYTES + 1)))
                .contains("too large");
        for (String none : List.of("", "{}", "<html/>", "\0", "<definitions", good.substring(0, good.length() / 2))) {
            assertThat(told(Table.RISK_RATING, none)).isNotBlank();
        }
    }

    @Test
    void takes_no_scripts_and_no_calls() {
        String good = InstallTables.shipped(Table.RISK_RATING);

        assertThat(told(
                        Table.RISK_RATING,
                        first(good, "<outputEntry ", "<outputEntry expressionLanguage=\"javascript\" ")))
                .contains("language \"javascript\"");
        assertThat(told(
                        Table.RISK_RATING,
                        first(good, "<inputExpression ", "<inputExpression expressionLanguage=\"juel\" ")))
                .contains("language \"juel\"");
        assertThat(told(
                        Table.RISK_RATING,
                        first(good, "<decisionTable", "<literalExpression id=\"x\"/><decisionTable")))
                .contains("literalExpression");
        assertThat(told(Table.RISK_RATING, first(good, "<decision ", "<import importType=\"x\"/><decision ")))
                .contains("import");
        assertThat(told(Table.RISK_RATING, first(good, "<text>likelihood</text>", "<text>${likelihood}</text>")))
                .contains("no such input");
    }

    private String told(Table table, String dmn) {
        return checkTable.check(table, dmn).stream()
                .map(flaw -> flaw.violation().wrong())
                .collect(Collectors.joining("\n"));
    }

    private static String first(String dmn, String good, String bad) {
        int at = dmn.indexOf(good, good.startsWith("<text>") ? dmn.indexOf("<rule") : 0);
        if (at < 0) {
            at = dmn.indexOf(good);
        }
        return dmn.substring(0, at) + bad + dmn.substring(at + good.length());
    }
}
