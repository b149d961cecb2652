package org.probatum.policy.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.probatum.policy.ActivateVersion;
import org.probatum.policy.Flaw;
import org.probatum.policy.Grid;
import org.probatum.policy.PolicyVersion;
import org.probatum.policy.PolicyVersions;
import org.probatum.policy.Table;
import org.probatum.policy.UploadVersion;
import org.probatum.policy.backtest.Backtests;
import org.probatum.shared.Problem;

/** Policy as the API gives it. */
final class PolicyAnswers {
    /** Which version of a table judges, since when and until when. */
    record InForce(
            String table,
            String title,
            int version,
            String digest,
            Instant since,
            @Nullable Instant until,
            @Nullable String proposedBy,
            @Nullable String confirmedBy,
            String why) {
        static InForce of(PolicyVersions.Span span) {
            Table table = Table.byId(span.table());
            return new InForce(
                    table.slug(),
                    table.title(),
                    span.number(),
                    span.digest(),
                    span.since(),
                    span.until(),
                    span.proposer(),
                    span.confirmer(),
                    span.why());
        }
    }

    /** Every table's version in force at a moment, and the digest that decisions keep of the set. */
    record Policies(@Nullable String digest, List<InForce> tables) {}

    /** A table with all its versions. */
    record TableAnswer(
            String table,
            String title,
            InForce inForce,
            PolicyVersions.@Nullable Waiting waiting,
            List<PolicyVersions.Entry> versions,
            List<InForce> history) {}

    /** A version, readable. */
    record VersionAnswer(
            String table,
            int version,
            String digest,
            Instant uploadedAt,
            String why,
            boolean inForce,
            String hitPolicy,
            List<String> inputs,
            List<String> outputs,
            List<RuleAnswer> rules) {
        static VersionAnswer of(PolicyVersion version, boolean inForce) {
            Grid grid = version.grid();
            return new VersionAnswer(
                    version.table().slug(),
                    version.number(),
                    version.digest(),
                    version.uploadedAt(),
                    version.why(),
                    inForce,
                    grid.first() ? "FIRST" : "UNIQUE",
                    grid.inputs().stream().map(Grid.Head::name).toList(),
                    grid.outputs().stream().map(Grid.Head::name).toList(),
                    grid.rules().stream().map(rule -> RuleAnswer.of(grid, rule)).toList());
        }
    }

    /** A rule: what it asks and answers, by column. */
    record RuleAnswer(int rule, String annotation, Map<String, String> when, Map<String, String> then) {
        static RuleAnswer of(Grid grid, Grid.Rule rule) {
            Map<String, String> when = new LinkedHashMap<>();
            for (int i = 0; i < grid.inputs().size(); i++) {
                when.put(
                        grid.inputs().get(i).name(), rule.inputs().get(i).text().strip());
            }
            Map<String, String> then = new LinkedHashMap<>();
            for (int i = 0; i < grid.outputs().size(); i++) {
                then.put(
                        grid.outputs().get(i).name(),
                        rule.outputs().get(i).text().strip());
            }
            return new RuleAnswer(rule.number(), rule.annotation(), when, then);
        }
    }

    /** What came of asking for a version to judge. */
    record ActivationAnswer(String table, int version, String state, List<String> confirmers) {
        static ActivationAnswer of(ActivateVersion.Outcome outcome) {
            String table = outcome.version().table().slug();
            int number = outcome.version().number();
            return outcome instanceof ActivateVersion.Outcome.Proposed proposed
                    ? new ActivationAnswer(table, number, "awaiting confirmation", proposed.confirmers())
                    : new ActivationAnswer(table, number, "in force", List.of());
        }
    }

    /** A backtest and a page of what it found. */
    record BacktestAnswer(
            Backtests.Backtest backtest,
            List<Backtests.Line> flips,
            @Nullable String next) {}

    private PolicyAnswers() {}

    /** The version that an upload made; whatever else came of it is refused. */
    static PolicyVersion kept(UploadVersion.Outcome outcome) {
        if (outcome instanceof UploadVersion.Outcome.Refused refused) {
            throw Problem.invalid(refused.flaws().stream().map(Flaw::violation).toList());
        }
        if (outcome instanceof UploadVersion.Outcome.Known known) {
            throw Problem.conflict(
                    "version-known",
                    "This is version " + known.version().number() + ", word for word; nothing was added.");
        }
        return ((UploadVersion.Outcome.Kept) outcome).version();
    }

    /** The table an address names. */
    static Table table(String slug) {
        return Table.bySlug(slug)
                .orElseThrow(() -> Problem.notFound("table \"" + slug
                        + "\"; there are intake-boundary, decision-tier, gate-terms, risk-rating and"
                        + " requirement-policy, and no other,"));
    }

    /** The number an address names. */
    static int number(String words) {
        if (!words.matches("[0-9]{1,9}")) {
            throw Problem.notFound("version \"" + words + "\"");
        }
        return Integer.parseInt(words);
    }
}
