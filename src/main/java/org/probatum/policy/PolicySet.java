package org.probatum.policy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.probatum.decision.Binding;
import org.probatum.decision.Gate;
import org.probatum.decision.Judgement;
import org.probatum.decision.MaterialPart;
import org.probatum.decision.Policy;
import org.probatum.decision.Profile;
import org.probatum.decision.Slot;
import org.probatum.decision.Tier;
import org.probatum.decision.material.Category;
import org.probatum.decision.material.DataSensitivity;
import org.probatum.decision.material.Impact;
import org.probatum.decision.material.Likelihood;
import org.probatum.decision.material.ProductionImpact;
import org.probatum.decision.material.Reversibility;
import org.probatum.people.TeamRole;
import org.probatum.shared.Digest;

/**
 * One version of each table. It judges live decisions and replays past ones alike: there is no other code that does. The
 * same is asked again and again, so answers are kept.
 */
public final class PolicySet implements Policy {
    /** Tags are free text, so answers are kept only so far. */
    private static final int MOST_KEPT = 5_000;

    private final Map<Table, Edition> editions;
    private final String version;
    private final Map<Map<String, Object>, Judged<?>> known = new ConcurrentHashMap<>();

    /** A version of a table, ready to be asked. */
    public record Edition(Table table, int number, String digest, TableEngine.Compiled compiled) {}

    PolicySet(Map<Table, Edition> editions) {
        this.editions = Map.copyOf(editions);
        StringBuilder digests = new StringBuilder();
        for (Table table : Table.values()) {
            digests.append(Objects.requireNonNull(editions.get(table)).digest()).append('\n');
        }
        this.version = Digest.of(digests.toString());
    }

    /** The same tables but one. */
    PolicySet with(Edition candidate) {
        Map<Table, Edition> others = new java.util.EnumMap<>(editions);
        others.put(candidate.table(), candidate);
        return new PolicySet(others);
    }

    /** Which version of a table it has. */
    public int number(Table table) {
        return edition(table).number();
    }

    @Override
    public Policy inForce() {
        return this;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public Judged<Ruling> judgeIntake(Profile profile) {
        return judge(
                Table.INTAKE_BOUNDARY,
                Map.of(
                        "category", profile.category().name(),
                        "subject", Objects.requireNonNull(profile.subject()).name(),
                        "tags", Objects.requireNonNull(profile.tags())),
                said -> new Ruling(
                        text(said, "ruling").equals("ACCEPTED"), text(said, "reason"), text(said, "whereToGo")));
    }

    @Override
    public Judged<Tier> judgeTier(Profile profile) {
        return judge(
                Table.DECISION_TIER,
                Map.of(
                        "category",
                        profile.category().name(),
                        "productionImpact",
                        Objects.requireNonNullElse(profile.productionImpact(), ProductionImpact.DIRECT)
                                .name(),
                        "dataSensitivity",
                        Objects.requireNonNullElse(profile.dataSensitivity(), DataSensitivity.SPECIAL)
                                .name(),
                        "reversibility",
                        Objects.requireNonNullElse(profile.reversibility(), Reversibility.IRREVERSIBLE)
                                .name()),
                said -> Tier.valueOf(text(said, "tier")));
    }

    @Override
    public Judged<Terms> judgeTerms(Gate gate, Tier tier) {
        return judge(
                Table.GATE_TERMS,
                Map.of("gate", gate.name(), "tier", tier.name()),
                said -> new Terms(
                        Slot.read(text(said, "slots")),
                        number(said, "workingDays"),
                        number(said, "reminderDays"),
                        TeamRole.valueOf(text(said, "escalateTo")),
                        TeamRole.valueOf(text(said, "waivedBy")),
                        MaterialPart.read(text(said, "material"))));
    }

    @Override
    public Judged<Grade> judgeRisk(Likelihood likelihood, Impact impact) {
        return judge(
                Table.RISK_RATING,
                Map.of("likelihood", likelihood.name(), "impact", impact.name()),
                said -> new Grade(text(said, "level"), number(said, "points")));
    }

    @Override
    public Judged<Binding> judgeRequirement(String requirement, Tier tier, Category category) {
        return judge(
                Table.REQUIREMENT_POLICY,
                Map.of("requirement", requirement, "tier", tier.name(), "category", category.name()),
                said -> said.isEmpty() ? Binding.REQUIRED : Binding.valueOf(text(said, "binding")));
    }

    /** Asks the table, or gives what it answered to the same before. The inputs' names tell the tables apart. */
    @SuppressWarnings("unchecked")
    private <T> Judged<T> judge(Table table, Map<String, Object> inputs, Function<Map<String, Object>, T> decode) {
        Judged<?> kept = known.get(inputs);
        if (kept == null) {
            Map<String, Object> said = edition(table).compiled().ask(inputs);
            if (said.isEmpty() && table != Table.REQUIREMENT_POLICY) {
                throw new IllegalStateException(
                        "version " + number(table) + " of " + table.id() + " has no rule for " + inputs);
            }
            kept = new Judged<>(
                    decode.apply(said), new Judgement(table.id(), number(table), plain(inputs), plain(said)));
            if (known.size() > MOST_KEPT) {
                known.clear();
            }
            known.put(inputs, kept);
        }
        return (Judged<T>) kept;
    }

    private Edition edition(Table table) {
        return Objects.requireNonNull(editions.get(table));
    }

    private static Map<String, String> plain(Map<String, Object> values) {
        Map<String, String> plain = new java.util.TreeMap<>();
        values.forEach((name, value) -> plain.put(
                name,
                value instanceof List<?> tags
                        ? String.join(", ", tags.stream().map(String::valueOf).toList())
                        : String.valueOf(value)));
        return plain;
    }

    private static String text(Map<String, Object> said, String output) {
        return String.valueOf(said.get(output));
    }

    private static int number(Map<String, Object> said, String output) {
        return ((Number) Objects.requireNonNull(said.get(output))).intValue();
    }
}
