package org.probatum.boot;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import org.probatum.people.Access;
import org.probatum.people.Actor;
import org.probatum.people.People;
import org.probatum.people.Person;
import org.probatum.people.PlatformRole;
import org.probatum.policy.ActivateVersion;
import org.probatum.policy.PolicyVersion;
import org.probatum.policy.PolicyVersions;
import org.probatum.policy.Table;
import org.probatum.policy.UploadVersion;
import org.probatum.policy.backtest.StartBacktest;

/** Shows in the demo how policy changes: one table has an older version, another a candidate that was tried out. */
@ApplicationScoped
class DemoPolicies implements DemoChapter {
    private final PolicyVersions versions;
    private final UploadVersion uploadVersion;
    private final ActivateVersion activateVersion;
    private final StartBacktest startBacktest;
    private final People people;

    DemoPolicies(
            PolicyVersions versions,
            UploadVersion uploadVersion,
            ActivateVersion activateVersion,
            StartBacktest startBacktest,
            People people) {
        this.versions = versions;
        this.uploadVersion = uploadVersion;
        this.activateVersion = activateVersion;
        this.startBacktest = startBacktest;
        this.people = people;
    }

    @Override
    public int order() {
        return 80;
    }

    @Override
    public void tell() {
        Actor paul = owner("paul");
        Actor petra = owner("petra");
        int longer = upload(
                paul,
                Table.GATE_TERMS,
                "<text>2</text>",
                "<text>3</text>",
                "Two working days were too few for the scope of a small decision: three of ten came late.");
        activateVersion.activate(paul, Table.GATE_TERMS, longer, "Agreed with the leads of all three teams.");
        activateVersion.activate(
                petra, Table.GATE_TERMS, longer, "Read and compared; only the scope of low decisions changes.");
        int stricter = upload(
                petra,
                Table.RISK_RATING,
                "<text>\"MEDIUM\"</text>",
                "<text>\"HIGH\"</text>",
                "What hardly ever happens and would be severe should reach a risk owner.");
        startBacktest.start(petra, Table.RISK_RATING, stricter, new StartBacktest.Wish(true, null, null));
    }

    /** Uploads the version in force with one cell after its first rule changed. */
    private int upload(Actor actor, Table table, String was, String is, String why) {
        String dmn = QuarkusTransaction.requiringNew()
                .call(() -> versions.inForce(table).dmn());
        int at = dmn.indexOf(was, dmn.indexOf("<rule "));
        String changed = dmn.substring(0, at) + is + dmn.substring(at + was.length());
        if (uploadVersion.upload(actor, table, changed, why) instanceof UploadVersion.Outcome.Kept kept) {
            PolicyVersion version = kept.version();
            return version.number();
        }
        throw new IllegalStateException("the demo's version of " + table.id() + " was not kept");
    }

    private Actor owner(String username) {
        Person person = QuarkusTransaction.requiringNew()
                .call(() -> people.byUsername(username).orElseThrow());
        return new Actor(
                person.id(),
                username,
                person.name(),
                Set.of(PlatformRole.PLATFORM_OWNER),
                Set.of(),
                Map.of(),
                Set.of(Access.READ, Access.ADMIN));
    }
}
