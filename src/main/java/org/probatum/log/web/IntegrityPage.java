package org.probatum.log.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probatum.log.Head;
import org.probatum.log.LogAudits;
import org.probatum.log.LogFiles;
import org.probatum.log.LogKeys;
import org.probatum.log.LogMemory;
import org.probatum.log.SequencerRounds;
import org.probatum.log.Watched;
import org.probatum.log.WitnessRounds;
import org.probatum.people.Access;
import org.probatum.people.Visit;
import org.probatum.shared.Problem;

/** What keeps the log honest: how much was signed, by which key, what is newest in it, and whether all of it still fits. */
@Path("/log/integrity")
@Produces(MediaType.TEXT_HTML)
public class IntegrityPage {
    private static final int NEWEST = 15;
    private static final int AUDITS = 5;

    private final LogFiles files;
    private final LogKeys keys;
    private final LogMemory memory;
    private final LogAudits audits;
    private final SequencerRounds rounds;
    private final WitnessRounds witnesses;
    private final Visit visit;

    IntegrityPage(
            LogFiles files,
            LogKeys keys,
            LogMemory memory,
            LogAudits audits,
            SequencerRounds rounds,
            WitnessRounds witnesses,
            Visit visit) {
        this.files = files;
        this.keys = keys;
        this.memory = memory;
        this.audits = audits;
        this.rounds = rounds;
        this.witnesses = witnesses;
        this.visit = visit;
    }

    /**
     * The page.
     *
     * @param key the public key; null where none signs
     * @param trouble why nothing is signed any more; null when nothing is wrong
     * @param newest the newest leaves, of which only those who see everything are told; newest first
     */
    @CheckedTemplate(basePath = "log", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Integrity(
            @Nullable Head head,
            long waiting,
            @Nullable String key,
            boolean remembered,
            @Nullable String trouble,
            boolean all,
            List<LogFiles.Placed> newest,
            List<LogAudits.Audit> audits,
            boolean running,
            List<Watched.Standing> witnesses,
            int quorum)
            implements TemplateInstance {}

    @GET
    @RolesAllowed(Access.READ)
    public TemplateInstance show() {
        Head head = files.head().orElse(null);
        List<LogAudits.Audit> newest = audits.newest(AUDITS);
        boolean all = visit.actor().seesEverything();
        return new Integrity(
                head,
                files.waiting(),
                keys.key().map(key -> key.text()).orElse(null),
                memory.isKept(),
                rounds.trouble(),
                all,
                head == null || !all ? List.of() : files.newest(NEWEST),
                newest,
                newest.stream().anyMatch(LogAudits.Audit::isOpen),
                witnesses.standings(),
                witnesses.quorum());
    }

    /** Has the whole log verified, on the server. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Access.READ)
    public Response verify() {
        if (!visit.actor().seesEverything()) {
            throw Problem.forbidden(
                    "log-audit",
                    "Auditors and platform owners have the whole log verified: it is read from end to end.");
        }
        audits.ask(visit.actor().id());
        return Response.seeOther(URI.create("/log/integrity")).build();
    }
}
