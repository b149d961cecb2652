package org.probatum.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probatum.evidence.Run;
import org.probatum.rerun.RunVerdict;
import org.probatum.rerun.verdict.DecisiveRuns;

/** The decisive runs of a decision, each with what its newest rerun came to. */
public record Reproduction(DecisiveRuns decisive, List<Standing> runs) {
    private static final String RERUN = "Have it re-run.";

    /** A run, and the newest verdict on exactly what it recorded; null while there is none. */
    public record Standing(Run run, @Nullable RunVerdict verdict) {
        public boolean passes() {
            return verdict != null && verdict.verdict().passes();
        }

        /** "statistical", "not re-run yet". */
        public String found() {
            return verdict == null ? "not re-run yet" : verdict.verdict().words();
        }

        /** With what it rests on. */
        String because() {
            return found()
                    + (verdict == null || passes()
                            ? ""
                            : ": " + verdict.judgement().because());
        }

        /** What would satisfy it. */
        public String remedy() {
            return verdict == null ? RERUN : verdict.judgement().remedy();
        }
    }

    static Reproduction of(Case laid) {
        DecisiveRuns decisive = DecisiveRuns.of(laid.material(), laid.runs());
        return new Reproduction(
                decisive,
                decisive.runs().stream()
                        .map(run -> new Standing(
                                run,
                                laid.verdicts().stream()
                                        .filter(one -> one.isOf(run))
                                        .findFirst()
                                        .orElse(null)))
                        .toList());
    }

    /** Satisfied when every decisive run has a passing verdict, and the selected option has one for each criterion. */
    public static Finding judge(Case laid) {
        if (laid.material().selected().isEmpty()) {
            return new Finding.Unsatisfied("No option is selected whose runs would count.", "Select an option.");
        }
        Reproduction found = of(laid);
        if (found.decisive.criteria().isEmpty()) {
            return new Finding.Unsatisfied(
                    "No criterion decides, so that no run is decisive.",
                    "State a criterion with metric, dataset, split, direction, margin, tolerance and seeds.");
        }
        if (!found.decisive.unmeasured().isEmpty()) {
            return new Finding.Unsatisfied(
                    "The selected option cites no run that measures " + String.join(", ", found.decisive.unmeasured())
                            + ".",
                    "Attach and cite runs that measure it; they are re-run then.");
        }
        return found.finding();
    }

    private Finding finding() {
        List<Standing> failing =
                runs.stream().filter(standing -> !standing.passes()).toList();
        if (failing.isEmpty()) {
            return new Finding.Satisfied("Every decisive run is reproduced: "
                    + runs.stream()
                            .map(one -> one.run().reference() + " (" + one.found() + ")")
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        List<String> remedies = new ArrayList<>();
        failing.stream().map(Standing::remedy).distinct().forEach(remedies::add);
        return new Finding.Unsatisfied(
                failing.size() + " of " + runs.size() + " decisive runs are not reproduced. " + words(failing),
                Stream.concat(remedies.stream().filter(one -> !one.isBlank()), Stream.of("Nobody can waive this."))
                        .collect(Collectors.joining(" ")));
    }

    /** Each reason once, with the runs that it is said of. */
    private static String words(List<Standing> failing) {
        Map<String, List<String>> said = new LinkedHashMap<>();
        failing.forEach(one -> said.computeIfAbsent(one.because(), because -> new ArrayList<>())
                .add(one.run().reference()));
        return said.entrySet().stream()
                .map(entry -> sentence(String.join(", ", entry.getValue())
                        + (entry.getValue().size() == 1 ? " is " : " are ")
                        + entry.getKey()))
                .collect(Collectors.joining(" "));
    }

    private static String sentence(String words) {
        return words.endsWith(".") ? words : words + ".";
    }
}
