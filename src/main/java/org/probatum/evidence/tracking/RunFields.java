package org.probatum.evidence.tracking;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.probatum.decision.material.Category;
import org.probatum.shared.Json;
import org.probatum.shared.document.DocumentReader;
import org.probatum.shared.document.Format;

/** The fields that may be required of runs, as {@code tracking/fields.yaml} tells them: whoever asks for a field asks here. */
public final class RunFields {
    private static final Catalogue CATALOGUE = read();

    private RunFields() {}

    private record Catalogue(Map<String, String> weaker, List<RunField> fields) {}

    /** All of them, in the order of a report. */
    public static List<RunField> all() {
        return CATALOGUE.fields();
    }

    /** Those without which a run cannot be run again. */
    public static List<RunField> blocking() {
        return all().stream().filter(RunField::blocks).toList();
    }

    /** Those a category requires of every run. */
    public static List<RunField> requiredOf(Category category) {
        return all().stream().filter(field -> field.isRequiredOf(category)).toList();
    }

    /** The field a plan calls so. */
    public static Optional<RunField> named(String name) {
        return all().stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** Why a field that only somebody's word stands for is weaker than one that a tool saw. */
    public static String weaker(String name) {
        String group = name.split("\\.", 2)[0];
        return CATALOGUE.weaker().getOrDefault(group, "A person wrote it down, and nothing saw it happen.");
    }

    private static Catalogue read() {
        try (InputStream in = RunFields.class.getResourceAsStream("/tracking/fields.yaml")) {
            byte[] yaml = Objects.requireNonNull(in, "tracking/fields.yaml").readAllBytes();
            return Json.bind(new DocumentReader().read(yaml, Format.YAML).tree(), Catalogue.class);
        } catch (IOException e) {
            throw new UncheckedIOException("The fields of the run manifest cannot be read", e);
        }
    }
}
