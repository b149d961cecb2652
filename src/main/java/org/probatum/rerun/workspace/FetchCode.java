package org.probatum.rerun.workspace;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.probatum.evidence.manifest.Code;
import org.probatum.rerun.Workspace;
import org.probatum.shared.outbound.AddressRule;
import org.probatum.shared.outbound.Exchanges;

/** Lays out a repository's files as one commit has them. */
@ApplicationScoped
class FetchCode {
    static final String AT = "/code/repository";

    private final Roots roots;
    private final Fences fences;
    private final Exchanges exchanges;

    FetchCode(Roots roots, Fences fences, Exchanges exchanges) {
        this.roots = roots;
        this.fences = fences;
        this.exchanges = exchanges;
        QuietSystem.reign();
    }

    void lay(Code code, Workspace workspace) throws Halt, IOException {
        ObjectId commit = ObjectId.fromString(Objects.requireNonNull(code.commit()));
        URI address = address(Objects.requireNonNull(code.repository()));
        if (scheme(address).equals("file")) {
            try (Repository local = LocalRepository.open(roots.real(address, AT), roots)) {
                checkOut(local, commit, workspace);
            }
            return;
        }
        Path folder = workspace.home().resolve("repository.git");
        try (Repository fetched = new CappedRepository(folder, fences.codeBytes())) {
            fetched.create(true);
            new RemoteRepository(address, exchanges, fences).fetch(commit, fetched);
            checkOut(fetched, commit, workspace);
        }
        Disposal.remove(folder);
    }

    private void checkOut(Repository repository, ObjectId commit, Workspace workspace) throws Halt, IOException {
        Files.createDirectory(workspace.code());
        new Checkout(repository, workspace.code(), fences.codeBytes()).write(commit);
    }

    /** A path is what git itself calls a repository on the same machine. */
    private static URI address(String written) throws Halt {
        try {
            URI address = written.startsWith("/") ? new URI("file", null, written, null) : new URI(written);
            String scheme = scheme(address);
            if (scheme.equals("file")) {
                return address;
            }
            if (scheme.equals("http") || scheme.equals("https")) {
                var refused = AddressRule.refusal(address);
                if (refused.isEmpty() && address.getRawQuery() == null) {
                    return address;
                }
                throw unknown(written, refused.orElse("it has a query"));
            }
        } catch (URISyntaxException e) {
            throw unknown(written, "it is no https or file address");
        }
        throw unknown(written, "it is no https or file address");
    }

    private static Halt unknown(String written, String why) {
        return Halt.notFetched(
                AT,
                written + " is not fetched: " + why,
                "Record the address at which anybody may read it, such as https://git.example.org/team/model.git");
    }

    private static String scheme(URI address) {
        return Objects.requireNonNullElse(address.getScheme(), "").toLowerCase(Locale.ROOT);
    }
}
