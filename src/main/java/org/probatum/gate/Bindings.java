package org.probatum.gate;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.probatum.decision.Binding;
import org.probatum.decision.Judgement;
import org.probatum.decision.Policy;
import org.probatum.decision.Tier;
import org.probatum.decision.material.Category;

/** How much each requirement binds for one decision, by one version of the requirement policy. */
final class Bindings {
    private static final String TABLE = "RequirementPolicy";

    private final Policy policy;
    private final Tier tier;
    private final Category category;
    private final Map<String, String> told = new LinkedHashMap<>();
    private int version;

    private Bindings(Policy policy, Tier tier, Category category) {
        this.policy = policy;
        this.tier = tier;
        this.category = category;
    }

    static Bindings of(Case laid) {
        return new Bindings(
                laid.policy().inForce(),
                laid.decision().tier(),
                laid.decision().profile().category());
    }

    /** What may not be waived always binds: no policy takes it away. */
    Binding of(Requirement.Question asked) {
        Policy.Judged<Binding> judged = policy.judgeRequirement(asked.id(), tier, category);
        Binding binding = asked.waivable() ? judged.answer() : Binding.REQUIRED;
        version = judged.judgement().version();
        told.put(asked.id(), binding.name());
        return binding;
    }

    /** How much a requirement that can be waived binds, asked in passing. */
    Binding of(String requirement) {
        return policy.judgeRequirement(requirement, tier, category).answer();
    }

    /** What was asked and answered so far, as one judgement. */
    Judgement judgement() {
        return new Judgement(
                TABLE, version, Map.of("tier", tier.name(), "category", category.name()), Map.copyOf(told));
    }

    /** Which policy for which decisions. */
    String words() {
        return "version " + version + " of the requirement policy, for "
                + tier.name().toLowerCase(Locale.ROOT) + " " + category.name().toLowerCase(Locale.ROOT) + " decisions,";
    }
}
