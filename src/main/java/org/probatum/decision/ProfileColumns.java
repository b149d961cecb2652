package org.probatum.decision;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.material.Category;
import org.probatum.decision.material.DataSensitivity;
import org.probatum.decision.material.ProductionImpact;
import org.probatum.decision.material.Reversibility;
import org.probatum.decision.material.Subject;

/** A profile as lists and policies read it: a column for each fact, those left out of a file as they are understood. */
@Embeddable
class ProfileColumns {
    @Column(nullable = false)
    String title;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    Category category;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    Subject subject;

    @Column(nullable = false)
    String[] tags;

    @Enumerated(EnumType.STRING)
    @Column(name = "production_impact")
    @Nullable
    ProductionImpact productionImpact;

    @Enumerated(EnumType.STRING)
    @Column(name = "data_sensitivity")
    @Nullable
    DataSensitivity dataSensitivity;

    @Enumerated(EnumType.STRING)
    @Nullable
    Reversibility reversibility;

    protected ProfileColumns() {}

    ProfileColumns(Profile profile) {
        title = profile.title();
        category = profile.category();
        subject = Objects.requireNonNullElse(profile.subject(), Subject.MACHINE_LEARNING);
        tags = Objects.requireNonNullElse(profile.tags(), List.<String>of()).toArray(String[]::new);
        productionImpact = profile.productionImpact();
        dataSensitivity = profile.dataSensitivity();
        reversibility = profile.reversibility();
    }

    Profile profile() {
        return new Profile(title, category, subject, List.of(tags), productionImpact, dataSensitivity, reversibility);
    }
}
