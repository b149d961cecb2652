package org.probatum.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.material.Category;
import org.probatum.decision.material.DataSensitivity;
import org.probatum.decision.material.ProductionImpact;
import org.probatum.decision.material.Reversibility;
import org.probatum.decision.material.Subject;

/** What a decision is, before what it says: enough to judge whether it belongs here and how much is at stake. */
public record Profile(
        String title,
        Category category,
        @Nullable Subject subject,
        @Nullable List<String> tags,
        @Nullable ProductionImpact productionImpact,
        @Nullable DataSensitivity dataSensitivity,
        @Nullable Reversibility reversibility) {

    /** The profile without its title, whose spelling changes nothing of substance. */
    public Profile untitled() {
        return new Profile("", category, subject, tags, productionImpact, dataSensitivity, reversibility);
    }

    /** Production is touched, or it is not yet said that it is not. */
    public boolean affectsProduction() {
        return productionImpact != ProductionImpact.NONE;
    }
}
