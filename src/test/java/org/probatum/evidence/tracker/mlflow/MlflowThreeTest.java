package org.probatum.evidence.tracker.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.probatum.evidence.tracker.Credential;
import org.probatum.evidence.tracker.Target;
import org.probatum.evidence.tracker.TrackerFault;
import org.probatum.evidence.tracker.TrackerImporterContract;
import org.probatum.evidence.tracker.TrackerReader;
import org.probatum.shared.outbound.AddressRule;
import org.probatum.shared.outbound.Cidr;
import org.probatum.shared.outbound.Conversation;
import org.probatum.shared.outbound.Resolver;
import org.probatum.support.FakeMlflow;

/** The reader against a server of version 3, and what that does differently. */
class MlflowThreeTest extends TrackerImporterContract {
    @Override
    protected FakeMlflow server() {
        return FakeMlflow.three();
    }

    @Override
    protected TrackerReader reader() {
        return MlflowTwoTest.impatient();
    }

    @Test
    void keeps_the_models_that_a_run_put_out() throws TrackerFault {
        mlflow().run("1", "logged", "logged").modelOutputs.add("m-71f0");

        assertThat(reader().facts(at(), "logged").outputs()).containsExactly("m-71f0");
    }

    @Test
    void says_what_to_do_when_the_server_does_not_know_its_own_name() {
        AddressRule rule = new AddressRule(List.of(Cidr.of("127.0.0.0/8")));
        Resolver names = host -> List.of(InetAddress.getByName("127.0.0.1"));
        TrackerReader reader = new MlflowReader(
                new Server(new Conversation(rule, names), Duration.ofSeconds(2), Duration.ofSeconds(2), 1 << 20));
        URI url = URI.create(mlflow().url().replace("127.0.0.1", "mlflow.example.org"));

        TrackerFault fault =
                fault(() -> reader.greet(new Target(1, "prod", "MLFLOW", url, new Credential.Nobody(), false)));

        assertThat(fault.words()).contains("403", "--allowed-hosts", "mlflow.example.org");
    }

    @Test
    void calls_no_private_address_unless_allowed() {
        TrackerReader reader = new MlflowReader(new Server(
                new Conversation(new AddressRule(List.of()), Resolver.ofSystem()),
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                1 << 20));

        assertThat(fault(() -> reader.greet(at())).words()).contains("this machine's own");
        assertThat(mlflow().asked()).isEmpty();
    }
}
