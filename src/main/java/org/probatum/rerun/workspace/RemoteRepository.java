package org.probatum.rerun.workspace;

import static org.probatum.rerun.workspace.FetchCode.AT;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.TooLargeObjectInPackException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.EmptyProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;
import org.probatum.shared.outbound.AddressRefused;
import org.probatum.shared.outbound.AnswerTooLarge;
import org.probatum.shared.outbound.Exchanges;

/** A repository that is asked for one commit: for that alone, or for everything where its server gives only what has a name. */
final class RemoteRepository {
    private final URI address;
    private final Exchanges exchanges;
    private final Fences fences;

    RemoteRepository(URI address, Exchanges exchanges, Fences fences) {
        this.address = address;
        this.exchanges = exchanges;
        this.fences = fences;
    }

    void fetch(ObjectId commit, Repository into) throws Halt, IOException {
        into.getConfig().setString("http", null, "followRedirects", "false");
        try (GitHttp wire = new GitHttp(address, exchanges, fences)) {
            TransportException refusal = ask(wire, into, 1, List.of(new RefSpec(commit.name() + ":refs/rerun/commit")));
            if (refusal == null) {
                return;
            }
            refusal = ask(
                    wire,
                    into,
                    0,
                    List.of(
                            new RefSpec("+refs/heads/*:refs/rerun/heads/*"),
                            new RefSpec("+refs/tags/*:refs/rerun/tags/*")));
            if (refusal != null) {
                throw Halt.notFetched(
                        AT,
                        address + " does not give it: " + plain(refusal),
                        "See to it that a clone of this address works for anybody, or record another");
            }
        }
        if (!into.getObjectDatabase().has(commit)) {
            throw Halt.gone(
                    "/code/commit",
                    "No branch or tag of " + address + " leads to commit " + commit.name() + " (any more)",
                    "Push it, or put a tag on it, so that it stays");
        }
    }

    /** What the server has against these names; null when it gave them. */
    private @Nullable TransportException ask(GitHttp wire, Repository into, int depth, List<RefSpec> what)
            throws Halt, IOException {
        try (Transport transport = Transport.open(into, new URIish(address.toString()))) {
            ((TransportHttp) transport).setHttpConnectionFactory(wire);
            transport.setTagOpt(TagOpt.NO_TAGS);
            transport.setRemoveDeletedRefs(false);
            if (depth > 0) {
                transport.setDepth(depth);
            }
            transport.fetch(
                    new EmptyProgressMonitor() {
                        @Override
                        public boolean isCancelled() {
                            return wire.isLate();
                        }
                    },
                    what);
            return null;
        } catch (TransportException refusal) {
            judge(wire, refusal);
            return refusal;
        } catch (NotSupportedException | URISyntaxException | IndexOutOfBoundsException | IllegalArgumentException e) {
            // The last two are what git's parsers end with when an answer is made up.
            throw noGit();
        } catch (OutOfMemoryError e) {
            // A pack says in its first bytes how many objects it holds, and room is made for them before one has come.
            throw tooLarge();
        }
    }

    /** Ends where another question would have the same answer. */
    private void judge(GitHttp wire, TransportException refusal) throws Halt {
        if (wire.fault() instanceof AddressRefused refused) {
            throw Halt.notFetched(
                    AT, address + " is not called: " + refused.getMessage(), "Record an address that may be called");
        }
        if (wire.fault() instanceof AnswerTooLarge || isTooLarge(refusal)) {
            throw tooLarge();
        }
        if (wire.fault() != null || wire.isLate()) {
            throw Halt.later(address + " could not be fetched: "
                    + (wire.fault() == null ? "it took too long" : plain(wire.fault())));
        }
        int status = wire.status();
        if (status >= 500 || status == 429) {
            throw Halt.later(address + " answers " + status + " at the moment");
        }
        if (status == 404 || status == 410) {
            throw Halt.gone(
                    AT,
                    "There is no repository at " + address + " (any more)",
                    "Restore it, or record where it is now");
        }
        if (status == 401 || status == 403) {
            throw Halt.notFetched(
                    AT,
                    address + " may not be read without signing in",
                    "Record an address that this service may read");
        }
        if (status >= 300 && status < 400) {
            throw Halt.notFetched(
                    AT,
                    address + " leads on to another address, and no redirect is followed",
                    "Record where it is now");
        }
        if (!wire.isGit()) {
            throw noGit();
        }
    }

    private static boolean isTooLarge(Throwable fault) {
        return fault instanceof TooLargeObjectInPackException
                || fault.getCause() != null && isTooLarge(fault.getCause());
    }

    private Halt tooLarge() {
        return Halt.notFetched(
                AT,
                address + " is larger than the " + fences.codeBytes() + " bytes that code may have",
                "Keep data and models out of the repository, or have probatum.reruns.code-most raised");
    }

    private Halt noGit() {
        return Halt.notFetched(
                AT, address + " does not answer as a git server does", "Record the address that git clone takes");
    }

    private static String plain(Throwable fault) {
        String words = fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage();
        return words.replaceAll("\\p{Cntrl}", " ").substring(0, Math.min(words.length(), 300));
    }
}
