package org.probatum.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTest {
    @Test
    void carries_its_type_and_status() {
        List<Problem> problems = List.of(
                Problem.malformed("x", 1, 2),
                Problem.unauthorized("x"),
                Problem.forbidden("separation-of-duties", "x"),
                Problem.notFound("decision CR-42"),
                Problem.conflict("gate-closed", "x"),
                Problem.stale("x"),
                Problem.tooLarge("x"),
                Problem.invalid(List.of(Violation.at("/a", "b", "c"))),
                Problem.preconditionRequired("x"));

        assertThat(problems).extracting(Problem::status).containsExactly(400, 401, 403, 404, 409, 412, 413, 422, 428);
        assertThat(problems)
                .extracting(Problem::type)
                .doesNotHaveDuplicates()
                .allMatch(type -> type.matches("[a-z-]+"));
        assertThat(problems)
                .allSatisfy(problem -> assertThat(problem.getStackTrace()).isEmpty());
    }

    @Test
    void says_where_a_document_cannot_be_read() {
        Problem problem = Problem.malformed("a comma is missing", 3, 7);

        assertThat(problem.detail()).isEqualTo("a comma is missing (line 3, column 7)");
        assertThat(problem.violations())
                .containsExactly(new Violation("", "a comma is missing", "a document that can be read", 3, 7));
    }
}
