package org.probatum.risk;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Policy;
import org.probatum.decision.material.Impact;
import org.probatum.decision.material.Likelihood;
import org.probatum.decision.material.Risk;

/** Rates risks: the one place that says how grave a likelihood and an impact are together. */
@Singleton
public class Ratings {
    private final Policy policy;

    Ratings(Policy policy) {
        this.policy = policy;
    }

    /** The rating of one likelihood and impact, as the table in force has it. */
    public Rating of(Likelihood likelihood, Impact impact) {
        return judge(likelihood, impact).answer();
    }

    /** The same, with the judgement to keep beside it. */
    public Policy.Judged<Rating> judge(Likelihood likelihood, Impact impact) {
        Policy.Judged<Policy.Grade> judged = policy.judgeRisk(likelihood, impact);
        return new Policy.Judged<>(Rating.of(judged.answer()), judged.judgement());
    }

    /** What is left after mitigation, with the judgement, once both are stated. */
    public Optional<Policy.Judged<Rating>> judgeResidual(Risk risk) {
        Likelihood likelihood = risk.residualLikelihood();
        Impact impact = risk.residualImpact();
        return likelihood == null || impact == null ? Optional.empty() : Optional.of(judge(likelihood, impact));
    }

    /** What is left after mitigation, once both are stated. */
    public Optional<Rating> residual(Risk risk) {
        return rate(risk.residualLikelihood(), risk.residualImpact());
    }

    /** What there was before mitigation, once both are stated. */
    public Optional<Rating> inherent(Risk risk) {
        return rate(risk.likelihood(), risk.impact());
    }

    private Optional<Rating> rate(@Nullable Likelihood likelihood, @Nullable Impact impact) {
        return likelihood == null || impact == null ? Optional.empty() : Optional.of(of(likelihood, impact));
    }
}
