package org.probatum.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.probatum.support.TestDatabase;

/** After everything else: no element and no flow of a model is there that no test's process came by. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@Order(Integer.MAX_VALUE)
class EveryElementTest {
    @Test
    void is_entered_by_some_test() {
        assumeTrue(System.getProperty("test") == null, "a part of the tests enters a part of the elements");

        assertThat(Entered.known()).isGreaterThan(60);
        assertThat(Entered.missed()).isEmpty();
    }
}
