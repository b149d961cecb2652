package org.probatum.support;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** A service that has decisive runs run again before a verification is reviewed. */
public final class Rerunning implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "probatum.reruns.required",
                "true",
                "probatum.reruns.taken-here",
                "true",
                // Fenced where bubblewrap is; what is judged is the same where it is not.
                "probatum.reruns.local.plain",
                "true",
                "probatum.reruns.files",
                Trainer.ROOT.toString(),
                "probatum.reruns.home",
                Trainer.ROOT.resolveSibling("reruns").toString());
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(TestDatabase.class));
    }

    @Override
    public boolean disableGlobalTestResources() {
        return true;
    }
}
