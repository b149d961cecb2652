package org.probatum.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probatum.shared.Violation;

/** Why a command ends without its answer, in the words of RFC 9457, whether the service said so or the command itself. */
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Exit exit;
    private final String title;
    private final String detail;
    private final transient List<String> lines;
    private final transient @Nullable ObjectNode problem;

    private Failure(Exit exit, String title, String detail, List<String> lines, @Nullable ObjectNode problem) {
        super(title + ": " + detail, null, false, false);
        this.exit = exit;
        this.title = title;
        this.detail = detail;
        this.lines = List.copyOf(lines);
        this.problem = problem;
    }

    /** Said by the command itself: what is wrong, and what would be right. */
    static Failure of(Exit exit, String title, String detail) {
        return new Failure(exit, title, detail, List.of(), null);
    }

    /** A decision file with faults, found without the service. */
    static Failure ofFile(CheckedFile file) {
        int faults = file.findings().size();
        ObjectNode problem = Answer.problem(
                "invalid-document",
                "This is not valid",
                faults == 1 ? "One thing is wrong" : faults + " things are wrong");
        problem.set("violations", Answer.tree(file.findings()));
        return ofProblem(Exit.BAD_INPUT, problem).in(file);
    }

    /** Said by the service; passed on as it came. */
    static Failure ofProblem(Exit exit, ObjectNode problem) {
        return new Failure(
                exit,
                problem.path("title").asText("The service refused"),
                problem.path("detail").asText(""),
                Answer.violations(problem).stream().map(Failure::line).toList(),
                problem);
    }

    /** The same, each thing wrong with its place in the file that was sent. */
    Failure in(CheckedFile file) {
        if (problem == null) {
            return this;
        }
        List<Violation> placed =
                Answer.violations(problem).stream().map(file::placed).toList();
        ObjectNode told = problem.deepCopy();
        told.set("violations", Answer.tree(placed));
        return new Failure(exit, title, detail, placed.stream().map(file::line).toList(), told);
    }

    private static String line(Violation violation) {
        String where = violation.pointer().isEmpty() ? "" : violation.pointer().substring(1) + ": ";
        return where + Answer.words(violation);
    }

    Exit exit() {
        return exit;
    }

    String title() {
        return title;
    }

    String detail() {
        return detail;
    }

    /** What is wrong, one thing a line; empty when the detail says all. */
    List<String> lines() {
        return lines;
    }

    /** The problem as JSON, with the exit code beside what RFC 9457 has. */
    ObjectNode json() {
        ObjectNode json = problem == null
                ? Answer.problem(exit.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'), title, detail)
                : problem.deepCopy();
        return json.put("exit", exit.code());
    }
}
