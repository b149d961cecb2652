package org.probatum.rerun;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether decisive runs have to be reproduced before a decision passes verification. The one place that says so. */
@ApplicationScoped
public class RerunDuty {
    private final boolean binding;

    RerunDuty(@ConfigProperty(name = "probatum.reruns.required", defaultValue = "true") boolean binding) {
        this.binding = binding;
    }

    public boolean isBinding() {
        return binding;
    }
}
