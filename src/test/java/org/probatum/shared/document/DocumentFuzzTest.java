package org.probatum.shared.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.probatum.shared.Problem;
import org.probatum.shared.Violation;

/** Whatever arrives, it is read and checked or refused as a problem; nothing else comes out. */
class DocumentFuzzTest {
    private static final int ROUNDS = 3_000;
    private static final SchemaCheck DECISION = SchemaCheck.ofResource("schemas/decision-1.json");
    private static final String[] BITS = {
        "{",
        "}",
        "[",
        "]",
        ":",
        ",",
        "\"",
        "'",
        "\n",
        "\n  ",
        "\t",
        "- ",
        "? ",
        "&a ",
        "*a",
        "!!x ",
        "|",
        ">",
        "#",
        "%",
        "---\n",
        "...",
        "<<: ",
        "\\u0000",
        "\\ud800",
        "\\x",
        "\\U0011ffff",
        "null",
        "1e999",
        "-",
        "0",
        ".nan",
        "\u0000",
        "\u2028",
        "\uFEFF",
        "😀",
        "\u0085",
        "@",
        "`",
        "\r",
        "{\"a\":",
        "[[[[[[",
        "title",
        "scope",
        "id",
        ": ",
        "true",
        "99999999999999999999"
    };

    @ParameterizedTest
    @EnumSource(Format.class)
    void reads_or_refuses_whatever_a_document_is_turned_into(Format format) {
        String yaml = Documents.resource("decision.yaml");
        String seed = format == Format.YAML ? yaml : Documents.yaml(yaml).tree().toPrettyString();

        for (int round = 0; round < ROUNDS; round++) {
            byte[] body = mutated(seed, new Random(round));
            try {
                checkPlaces(DECISION.check(new DocumentReader().read(body, format)));
            } catch (Problem problem) {
                assertThat(problem.status()).isIn(400, 413);
                checkPlaces(problem.violations());
            } catch (RuntimeException e) {
                fail("Round " + round + " of " + format, e);
            }
        }
    }

    @Test
    void reads_or_refuses_whatever_a_form_sends() {
        String[] names = {
            "/outcomes",
            "/0",
            "/metric",
            "/201",
            "/",
            "/~",
            "/~2",
            "/criteria",
            "/1",
            "/tolerance",
            "/absolute",
            "/x",
            "/runs",
            "//"
        };

        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(round);
            Map<String, List<String>> fields = new LinkedHashMap<>();
            for (int field = random.nextInt(8); field >= 0; field--) {
                StringBuilder name = new StringBuilder();
                for (int segment = random.nextInt(5); segment >= 0; segment--) {
                    name.append(names[random.nextInt(names.length)]);
                }
                fields.put(
                        name.toString(), List.of(BITS[random.nextInt(BITS.length)], BITS[random.nextInt(BITS.length)]));
            }
            try {
                FormTree form = FormTree.of(fields, DECISION, "scope");
                DECISION.check(form.document(), "scope").forEach(violation -> form.fieldFor(violation.pointer()));
            } catch (Problem problem) {
                assertThat(problem.status()).isEqualTo(422);
            } catch (RuntimeException e) {
                fail("Round " + round + " of a form: " + fields, e);
            }
        }
    }

    private static void checkPlaces(List<Violation> violations) {
        for (Violation violation : violations) {
            assertThat(violation.wrong()).isNotBlank().hasSizeLessThan(400);
            assertThat(violation.right()).isNotBlank();
            assertThat(violation.line() == null || violation.line() > 0).isTrue();
            assertThat(violation.column() == null || violation.column() > 0).isTrue();
        }
    }

    private static byte[] mutated(String seed, Random random) {
        StringBuilder text = new StringBuilder(seed);
        for (int change = random.nextInt(4); change >= 0; change--) {
            int at = random.nextInt(text.length());
            int until = Math.min(text.length(), at + random.nextInt(random.nextInt(10) == 0 ? 400 : 6));
            switch (random.nextInt(4)) {
                case 0 -> text.delete(at, Math.min(until, text.length() - 1));
                case 1 -> text.insert(at, BITS[random.nextInt(BITS.length)]);
                case 2 -> text.insert(random.nextInt(text.length()), text.substring(at, until));
                default -> text.replace(at, until, BITS[random.nextInt(BITS.length)]);
            }
            if (text.isEmpty()) {
                text.append(' ');
            }
        }
        byte[] body = text.toString().getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(20) == 0) {
            body[random.nextInt(body.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(20) == 0 ? Arrays.copyOf(body, random.nextInt(body.length)) : body;
    }
}
