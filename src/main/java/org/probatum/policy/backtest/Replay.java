package org.probatum.policy.backtest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Binding;
import org.probatum.decision.Gate;
import org.probatum.decision.Policy;
import org.probatum.decision.Tier;
import org.probatum.decision.material.Impact;
import org.probatum.decision.material.Likelihood;
import org.probatum.gate.GateReport;
import org.probatum.policy.Table;
import org.probatum.risk.Level;
import org.probatum.risk.Rating;

/**
 * Lays a candidate beside what was decided. What was judged then is as it was kept; where nothing was kept, as the tables in
 * force have it. Both sides are judged by the code that judges live.
 */
public final class Replay {
    private final Table table;
    private final Policy then;
    private final Policy candidate;
    private final Set<String> locked;

    /**
     * @param then the tables in force
     * @param candidate the same with the candidate among them
     * @param locked the requirements that always bind
     */
    public Replay(Table table, Policy then, Policy candidate, Set<String> locked) {
        this.table = table;
        this.then = then;
        this.candidate = candidate;
        this.locked = Set.copyOf(locked);
    }

    /** Each outcome of one decision that would flip. */
    public List<Flip> flips(Past past) {
        return switch (table) {
            case INTAKE_BOUNDARY -> boundary(past);
            case DECISION_TIER -> tier(past);
            case GATE_TERMS -> terms(past);
            case RISK_RATING -> risks(past);
            case REQUIREMENT_POLICY -> requirements(past);
        };
    }

    private List<Flip> boundary(Past past) {
        Policy.Ruling ruling = candidate.intake(past.profile());
        if (ruling.accepted() != past.declined()) {
            return List.of();
        }
        String consequence =
                ruling.accepted() ? "It would have come to its scope." : ruling.reason() + " " + ruling.whereToGo();
        return List.of(new Flip(
                past.id(),
                "boundary",
                "",
                past.declined() ? "declined" : "accepted",
                ruling.accepted() ? "accepted" : "declined",
                consequence));
    }

    private List<Flip> tier(Past past) {
        Tier was = past.tier();
        if (was == null) {
            return List.of();
        }
        Tier would = candidate.tier(past.profile());
        return was == would
                ? List.of()
                : List.of(new Flip(
                        past.id(),
                        "tier",
                        "",
                        lower(was),
                        lower(would),
                        would.compareTo(was) > 0
                                ? "More would have been at stake."
                                : "Less would have been at stake."));
    }

    private List<Flip> terms(Past past) {
        Map<String, Map<String, String>> last = new LinkedHashMap<>();
        Map<String, Tier> tiers = new LinkedHashMap<>();
        for (Past.PastGate opened : past.gates()) {
            Gate gate = Gate.valueOf(opened.gate());
            Map<String, String> inputs = opened.inputs();
            Tier tier = inputs == null
                    ? Objects.requireNonNullElse(past.tier(), Tier.CRITICAL)
                    : Tier.valueOf(Objects.requireNonNull(inputs.get("tier")));
            Map<String, String> kept = opened.outputs();
            last.put(
                    gate.name(),
                    kept == null ? then.judgeTerms(gate, tier).judgement().outputs() : kept);
            tiers.put(gate.name(), tier);
        }
        List<Flip> flips = new ArrayList<>();
        last.forEach((gate, was) -> {
            Map<String, String> would = candidate
                    .judgeTerms(Gate.valueOf(gate), Objects.requireNonNull(tiers.get(gate)))
                    .judgement()
                    .outputs();
            if (!was.equals(would)) {
                flips.add(new Flip(
                        past.id(),
                        "terms",
                        Gate.valueOf(gate).title() + " gate",
                        differing(was, would),
                        differing(would, was),
                        ""));
            }
        });
        return flips;
    }

    private List<Flip> risks(Past past) {
        List<Flip> flips = new ArrayList<>();
        for (Past.PastRisk risk : past.risks()) {
            rated(past, risk, "inherent", risk.likelihood(), risk.impact(), flips);
            rated(past, risk, "residual", risk.residualLikelihood(), risk.residualImpact(), flips);
        }
        return flips;
    }

    private void rated(
            Past past,
            Past.PastRisk risk,
            String which,
            @Nullable Likelihood likelihood,
            @Nullable Impact impact,
            List<Flip> flips) {
        if (likelihood == null || impact == null) {
            return;
        }
        Rating was = Rating.of(then.judgeRisk(likelihood, impact).answer());
        Rating would = Rating.of(candidate.judgeRisk(likelihood, impact).answer());
        if (!was.equals(would)) {
            flips.add(new Flip(
                    past.id(),
                    "risk",
                    "risk " + risk.id() + ", " + which,
                    words(was),
                    words(would),
                    which.equals("residual") ? tolerance(past.tolerance(), was, would) : ""));
        }
    }

    private static String tolerance(Level tolerance, Rating was, Rating would) {
        boolean within = was.level().compareTo(tolerance) <= 0;
        boolean stays = would.level().compareTo(tolerance) <= 0;
        if (within == stays) {
            return "";
        }
        return (within ? "It would have been above" : "It would have been within") + " the team's tolerance, "
                + lower(tolerance) + ".";
    }

    private List<Flip> requirements(Past past) {
        Tier tier = Objects.requireNonNullElse(past.tier(), Tier.CRITICAL);
        Map<String, Past.PastReview> last = new LinkedHashMap<>();
        past.reviews().forEach(review -> last.put(review.gate(), review));
        List<Flip> flips = new ArrayList<>();
        for (Past.PastReview review : last.values()) {
            Map<String, String> was = new TreeMap<>();
            Map<String, String> would = new TreeMap<>();
            boolean met = true;
            boolean meets = true;
            boolean told = true;
            for (Past.PastLine line : review.lines()) {
                Binding then = line.binding() == null ? Binding.REQUIRED : Binding.valueOf(line.binding());
                Binding now = locked.contains(line.id())
                        ? Binding.REQUIRED
                        : candidate
                                .judgeRequirement(
                                        line.id(), tier, past.profile().category())
                                .answer();
                met &= GateReport.Line.passes(then, line.state());
                meets &= GateReport.Line.passes(now, line.state());
                told &= then != Binding.OFF || now == Binding.OFF;
                if (then != now) {
                    was.put(line.id(), lower(then));
                    would.put(line.id(), lower(now));
                }
            }
            if (!was.isEmpty()) {
                flips.add(new Flip(
                        past.id(),
                        "requirements",
                        Gate.valueOf(review.gate()).title() + " gate",
                        words(was),
                        words(would),
                        consequence(met, meets, told)));
            }
        }
        return flips;
    }

    private static String consequence(boolean met, boolean meets, boolean told) {
        if (met && !meets) {
            return "The gate passed; it would not have.";
        }
        if (!met && meets) {
            return "The gate did not pass; nothing would have stood in the way.";
        }
        return told ? "" : "What was off was not looked at, so whether the gate would pass cannot be told.";
    }

    private static String differing(Map<String, String> of, Map<String, String> from) {
        return of.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(from.get(entry.getKey())))
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .sorted()
                .collect(Collectors.joining("; "));
    }

    private static String words(Rating rating) {
        return lower(rating.level()) + ", " + rating.points() + " points";
    }

    private static String words(Map<String, String> bindings) {
        return bindings.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining("; "));
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
