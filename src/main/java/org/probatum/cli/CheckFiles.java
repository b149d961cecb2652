package org.probatum.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says what the service would find wrong with decision files, without asking it. */
@Command(
        name = "check",
        description = {
            "Checks decision files against the schema, without the service.",
            "Prints path:line:column: what is wrong; what would be right. Exits 1 when there is anything.",
            "Whether people, teams and cited ids are there is known to the service alone, which says so on filing."
        },
        footer = {"", "Example", "  probatum check decisions/*.yaml"})
final class CheckFiles implements Callable<Integer> {
    private final Console console;
    private final FileCheck check;

    @Parameters(arity = "1..*", paramLabel = "<file>", description = "Decision files: *.json is JSON, the others YAML.")
    private List<Path> files = List.of();

    CheckFiles(Console console, FileCheck check) {
        this.console = console;
        this.check = check;
    }

    @Override
    public Integer call() {
        return of(files);
    }

    int of(List<Path> paths) {
        List<CheckedFile> checked = paths.stream().map(check::of).toList();
        boolean sound = checked.stream().allMatch(file -> file.findings().isEmpty());
        List<String> lines = checked.stream()
                .flatMap(file -> file.findings().stream().map(file::line))
                .toList();
        if (sound) {
            console.aside("Nothing is wrong with " + (checked.size() == 1 ? "it" : "them"), () -> data(true, checked));
        } else {
            console.answer(String.join("\n", lines), () -> data(false, checked));
        }
        return (sound ? Exit.OK : Exit.NO).code();
    }

    private static JsonNode data(boolean sound, List<CheckedFile> checked) {
        ObjectNode data = Answer.object().put("ok", sound);
        ArrayNode list = data.putArray("files");
        for (CheckedFile file : checked) {
            list.addObject().put("file", file.path().toString()).set("violations", Answer.tree(file.findings()));
        }
        return data;
    }
}
