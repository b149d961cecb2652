package org.probatum.publication.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probatum.log.Assurances;
import org.probatum.people.Access;
import org.probatum.people.Visit;
import org.probatum.publication.Records;
import org.probatum.shared.web.Cursor;

/** The decision log: what was published, newest first. */
@Path("/log")
@Produces(MediaType.TEXT_HTML)
public class LogPage {
    private static final int SHOWN = 30;
    private static final int LONGEST = 200;
    private static final int LEAVES = 8;

    private final Records records;
    private final Assurances assurances;
    private final Visit visit;
    private final Clock clock;

    LogPage(Records records, Assurances assurances, Visit visit, Clock clock) {
        this.records = records;
        this.assurances = assurances;
        this.visit = visit;
        this.clock = clock;
    }

    /**
     * A page of the log.
     *
     * @param all this person sees everything, and so what the leaves are about
     */
    @CheckedTemplate(basePath = "publication", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Log(
            String words,
            List<Records.Entry> entries,
            String next,
            boolean continued,
            Assurances.Assurance assurance,
            boolean all)
            implements TemplateInstance {}

    @GET
    @RolesAllowed(Access.READ)
    public TemplateInstance show(@QueryParam("q") @Nullable String asked, @QueryParam("after") @Nullable String after) {
        String words = asked == null ? "" : asked.strip().replace("\0", "");
        words = words.substring(0, Math.min(LONGEST, words.length()));
        Cursor cursor = Cursor.of(after, new Cursor(clock.instant().plus(Duration.ofDays(1)), Long.MAX_VALUE));
        List<Records.Entry> found = records.newest(words, cursor.at(), cursor.id(), SHOWN + 1);
        List<Records.Entry> shown = found.subList(0, Math.min(SHOWN, found.size()));
        boolean all = visit.actor().seesEverything();
        return new Log(
                words,
                shown,
                found.size() > SHOWN ? next(words, shown.get(SHOWN - 1)) : "",
                after != null,
                assurances.now(all ? LEAVES : 0),
                all);
    }

    private static String next(String words, Records.Entry last) {
        return "/log?" + (words.isEmpty() ? "" : "q=" + URLEncoder.encode(words, StandardCharsets.UTF_8) + "&")
                + "after=" + new Cursor(last.publishedAt(), last.id()).words();
    }
}
