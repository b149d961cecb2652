package org.probatum.rerun.workspace;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.probatum.evidence.manifest.Dataset;
import org.probatum.shared.outbound.AddressRule;
import org.probatum.shared.outbound.Exchanges;

/** Puts datasets into a workspace, each after its digest was found to be the recorded one. */
@ApplicationScoped
class FetchData {
    private final Roots roots;
    private final Fences fences;
    private final Exchanges exchanges;
    private final ObjectStore store;
    private final DataCache cache;

    FetchData(Roots roots, Fences fences, Exchanges exchanges, ObjectStore store, DataCache cache) {
        this.roots = roots;
        this.fences = fences;
        this.exchanges = exchanges;
        this.store = store;
        this.cache = cache;
    }

    void place(Dataset dataset, int index, Path target) throws Halt, IOException {
        String pointer = "/data/" + index;
        String uri = Objects.requireNonNull(dataset.uri());
        String digest = Objects.requireNonNull(dataset.sha256());
        DataSource source = source(uri, pointer + "/uri");
        String state = source.state();
        Path kept = state == null ? cache.fresh() : cache.file(uri, state, digest);
        if (!Files.isRegularFile(kept, LinkOption.NOFOLLOW_LINKS) || !digest.equals(digestOf(kept))) {
            Path fresh = cache.fresh();
            try {
                fetch(source, dataset.name(), digest, pointer, fresh);
                cache.keep(fresh, kept);
            } finally {
                Files.deleteIfExists(fresh);
            }
        }
        cache.hand(kept, target);
        if (state == null) {
            Files.delete(kept);
        }
    }

    private void fetch(DataSource source, String name, String digest, String pointer, Path fresh)
            throws Halt, IOException {
        String found;
        try (Digesting out =
                new Digesting(Files.newOutputStream(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
            source.copyTo(out, fences.dataBytes());
            found = out.digest();
        }
        if (!found.equals(digest)) {
            throw Halt.refused(
                    Reason.Kind.CHANGED,
                    pointer + "/sha256",
                    "The content of " + name + " is not what it was: " + digest + " is recorded, " + found
                            + " was found",
                    "Restore the content as it was recorded, or run anew with what is there now");
        }
    }

    private DataSource source(String uri, String pointer) throws Halt, IOException {
        if (uri.toLowerCase(Locale.ROOT).startsWith("s3://")) {
            URI place = store.place(uri, pointer);
            return new WebSource(
                    place, uri, pointer, method -> store.signed(method, place), exchanges, fences.within());
        }
        URI address;
        try {
            address = uri.startsWith("/") ? new URI("file", null, uri, null) : new URI(uri);
        } catch (URISyntaxException e) {
            throw unknown(uri, "it is no URI", pointer);
        }
        String scheme = Objects.requireNonNullElse(address.getScheme(), "").toLowerCase(Locale.ROOT);
        if (scheme.equals("file")) {
            return new FileSource(roots.real(address, pointer), pointer);
        }
        if (scheme.equals("http") || scheme.equals("https")) {
            var refused = AddressRule.refusal(address);
            if (refused.isPresent()) {
                throw unknown(uri, refused.get(), pointer);
            }
            return new WebSource(
                    URI.create(address.toASCIIString()), uri, pointer, method -> Map.of(), exchanges, fences.within());
        }
        throw unknown(uri, "nothing is known of its scheme", pointer);
    }

    private static String digestOf(Path file) throws IOException {
        try (Digesting digest = new Digesting(OutputStream.nullOutputStream())) {
            Files.copy(file, digest);
            return digest.digest();
        }
    }

    static Halt tooLarge(String what, String pointer, long most) {
        return Halt.notFetched(
                pointer,
                what + " is larger than the " + most + " bytes that a dataset may have",
                "Record a smaller dataset, or have probatum.reruns.data-most raised");
    }

    private static Halt unknown(String uri, String why, String pointer) {
        return Halt.notFetched(
                pointer,
                uri + " is not fetched: " + why,
                "Record an https, s3 or file address: https://data.example.org/2026q1.csv, s3://bucket/2026q1.csv");
    }
}
