package org.probatum.log;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import org.probatum.support.TestDatabase;

/** A service with a database of its own, in which a log may be spoilt. */
public final class Tampering implements QuarkusTestProfile {
    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(TestDatabase.class));
    }

    @Override
    public boolean disableGlobalTestResources() {
        return true;
    }
}
