package org.probatum.rerun.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.probatum.rerun.Launch;
import org.probatum.rerun.Limits;
import org.probatum.shared.outbound.AddressRule;
import org.probatum.shared.outbound.Cidr;
import org.probatum.shared.outbound.Exchanges;

/** Prepares workspaces below a folder, reading from one folder of files and from this machine's own address. */
final class Desk implements AutoCloseable {
    static final Limits LIMITS = new Limits(Duration.ofMinutes(1), 1, 1L << 30, 1L << 20, 50);

    final Path reruns;
    final Path files;
    final Path home;
    Duration within = Duration.ofSeconds(20);
    Duration silence = Duration.ofSeconds(5);
    long codeBytes = 4 << 20;
    long dataBytes = 1 << 20;
    long cacheBytes = 8 << 20;
    String allowed = "127.0.0.1/32";
    URI store;
    String secret = "secret";
    private Exchanges exchanges;

    Desk(Path folder) throws IOException {
        reruns = folder.resolve("reruns");
        files = java.nio.file.Files.createDirectories(folder.resolve("shared")).toRealPath();
        home = new RerunFolders(reruns).workspace("rerun-1");
    }

    Prepared prepare(Recorded recorded) {
        return prepare(recorded, home);
    }

    Prepared prepare(Recorded recorded, Path where) {
        Fences fences = new Fences(codeBytes, dataBytes, cacheBytes, within, List.of(files));
        Roots roots = new Roots(fences);
        exchanges = new Exchanges(
                new AddressRule(allowed.isEmpty() ? List.of() : List.of(Cidr.of(allowed))),
                host -> List.of(InetAddress.getByName(host)),
                silence);
        ObjectStore objects = new ObjectStore(
                Optional.ofNullable(store), "us-east-1", Optional.of("key"), Optional.of(secret), Clock.systemUTC());
        DataCache cache = new DataCache(new RerunFolders(reruns), fences, Clock.systemUTC());
        return new PrepareWorkspace(
                        new FetchCode(roots, fences, exchanges),
                        new FetchData(roots, fences, exchanges, objects, cache))
                .prepare(recorded.manifest(), "rerun-1", where, LIMITS, "gpu");
    }

    Launch ready(Recorded recorded) {
        Prepared prepared = prepare(recorded);
        assertThat(prepared).isInstanceOf(Prepared.Ready.class);
        return ((Prepared.Ready) prepared).launch();
    }

    Reason refused(Recorded recorded) {
        Prepared prepared = prepare(recorded);
        assertThat(prepared).isInstanceOf(Prepared.Refused.class);
        assertThat(home).doesNotExist();
        List<Reason> reasons = ((Prepared.Refused) prepared).reasons();
        assertThat(reasons).hasSize(1);
        return reasons.get(0);
    }

    String later(Recorded recorded) {
        Prepared prepared = prepare(recorded);
        assertThat(prepared).isInstanceOf(Prepared.Later.class);
        assertThat(home).doesNotExist();
        return ((Prepared.Later) prepared).words();
    }

    @Override
    public void close() throws IOException {
        if (exchanges != null) {
            exchanges.close();
        }
    }
}
