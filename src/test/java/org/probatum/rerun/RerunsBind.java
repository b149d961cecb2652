package org.probatum.rerun;

import io.quarkus.test.junit.QuarkusMock;

/** For the rest of a test, decisive runs have to be reproduced. */
public final class RerunsBind {
    private RerunsBind() {}

    public static void fromNow() {
        QuarkusMock.installMockForType(new RerunDuty(true), RerunDuty.class);
    }
}
