package org.probatum.evidence.tracker.mlflow;

import java.time.Duration;
import java.util.List;
import org.probatum.evidence.tracker.TrackerImporterContract;
import org.probatum.evidence.tracker.TrackerReader;
import org.probatum.shared.outbound.AddressRule;
import org.probatum.shared.outbound.Cidr;
import org.probatum.shared.outbound.Conversation;
import org.probatum.shared.outbound.Resolver;
import org.probatum.support.FakeMlflow;

/** The reader against a server of version 2.17. */
class MlflowTwoTest extends TrackerImporterContract {
    static TrackerReader impatient() {
        AddressRule rule = new AddressRule(List.of(Cidr.of("127.0.0.0/8")));
        return new MlflowReader(new Server(
                new Conversation(rule, Resolver.ofSystem()), Duration.ofSeconds(2), Duration.ofSeconds(10), 1 << 20));
    }

    @Override
    protected FakeMlflow server() {
        return FakeMlflow.two();
    }

    @Override
    protected TrackerReader reader() {
        return impatient();
    }
}
