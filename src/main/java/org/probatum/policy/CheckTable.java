package org.probatum.policy;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.probatum.gate.Gates;
import org.probatum.gate.Requirement;

/** Checks a table before it is kept: its frame, its columns, its cells, that it answers everything, and that the engine agrees. */
@ApplicationScoped
public class CheckTable {
    /** The longest table that is read, in bytes. */
    public static final int MOST_BYTES = 400_000;

    private final TableEngine engine;
    private final List<Requirement.Question> requirements;

    CheckTable(TableEngine engine, Gates gates) {
        this.engine = engine;
        this.requirements = gates.questions();
    }

    /** Everything that is wrong with it; empty when it may be kept. */
    public List<Flaw> check(Table table, String dmn) {
        if (dmn.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            return List.of(Flaw.of(table, "it is too large", "at most " + MOST_BYTES / 1000 + " kB", null));
        }
        GridReader.Reading reading = GridReader.read(table, dmn);
        Grid grid = reading.grid();
        if (grid == null) {
            return reading.flaws();
        }
        List<Flaw> flaws = GridCheck.check(grid, requirements);
        return flaws.isEmpty() ? byEngine(grid, dmn) : flaws;
    }

    /** The table as far as it can be read. */
    public Optional<Grid> readable(Table table, String dmn) {
        return dmn.length() > MOST_BYTES
                ? Optional.empty()
                : Optional.ofNullable(GridReader.read(table, dmn).grid());
    }

    /** The engine is asked every combination too: what it cannot answer, or answers otherwise, is not kept. */
    private List<Flaw> byEngine(Grid grid, String dmn) {
        List<Flaw> flaws = new ArrayList<>();
        try {
            TableEngine.Compiled compiled = engine.compile(grid.table().id(), dmn);
            GridCheck.coverage(grid, requirements).each((combination, holding) -> {
                Map<String, Object> said = compiled.ask(combination);
                Grid.Rule rule = grid.rules().get(holding.get(0) - 1);
                for (int i = 0; i < grid.outputs().size() && flaws.isEmpty(); i++) {
                    Grid.Head head = grid.outputs().get(i);
                    String wanted = OutputValue.plain(rule.outputs().get(i).text());
                    if (!wanted.equals(String.valueOf(said.get(head.name())))) {
                        flaws.add(Flaw.of(
                                grid.table(),
                                rule.outputs().get(i),
                                rule.number(),
                                head.label(),
                                "the engine answers " + said.get(head.name()) + " for " + Coverage.words(combination),
                                wanted));
                    }
                }
            });
        } catch (TableEngine.Refused e) {
            flaws.add(Flaw.of(
                    grid.table(),
                    "the engine refuses it: " + e.getMessage(),
                    "a table as the DMN schema has it",
                    e.line()));
        }
        return flaws;
    }
}
