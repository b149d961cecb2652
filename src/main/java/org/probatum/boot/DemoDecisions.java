package org.probatum.boot;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.probatum.decision.DecisionFile;
import org.probatum.evidence.manifest.Manifest;
import org.probatum.people.People;
import org.probatum.people.Team;
import org.probatum.people.Teams;
import org.probatum.shared.Problem;
import org.probatum.shared.web.Input;

/** Tells the demo's stories on its first start: oldest first, each act through its action, spread over the days it took. */
@ApplicationScoped
class DemoDecisions {
    private static final Logger LOG = Logger.getLogger(DemoDecisions.class);
    private static final String FOLDER = "demo/";

    private final DemoTeller teller;
    private final Teams teams;
    private final People people;
    private final Input input;
    private final Clock clock;

    DemoDecisions(DemoTeller teller, Teams teams, People people, Input input, Clock clock) {
        this.teller = teller;
        this.teams = teams;
        this.people = people;
        this.input = input;
        this.clock = clock;
    }

    void tell() {
        List<DemoStory> stories = stories();
        stories.stream()
                .sorted(Comparator.comparingInt(DemoStory::daysAgo).reversed())
                .forEach(this::tellOrName);
        LOG.infof("The demo has told the stories of %d decisions.", stories.size());
    }

    private void tellOrName(DemoStory story) {
        try {
            tell(story);
        } catch (Problem refused) {
            throw new IllegalStateException(
                    "demo/decisions/" + story.file() + ": " + refused.detail() + " " + refused.violations(), refused);
        }
    }

    private void tell(DemoStory story) {
        Instant now = Instant.now();
        Instant filed = now.minus(Duration.ofDays(story.daysAgo()));
        Instant last = now.minus(Duration.ofHours(Math.min(lastActHoursAgo(story), story.daysAgo() * 6L)));
        tell(story, text -> text, text -> text, filed, last);
    }

    /** The first story anew, with other words in its decision and its runs, as far as its runs being run again. */
    void rerun(UnaryOperator<String> decision, UnaryOperator<String> run, Instant filed, Instant last) {
        tell(stories().get(0).handedIn(), decision, run, filed, last);
    }

    private void tell(
            DemoStory story, UnaryOperator<String> decision, UnaryOperator<String> run, Instant filed, Instant last) {
        byte[] yaml = bytes(decision.apply(text("decisions/" + story.file())));
        DecisionFile file = input.read(yaml, Input.YAML, "decision-1", "", DecisionFile.class);
        Team team = teams.bySlug(file.team()).orElseThrow();
        List<Manifest> runs = story.runs().stream()
                .map(path -> input.read(bytes(run.apply(text(path))), "application/json", "run-1", "", Manifest.class))
                .toList();
        DemoCast cast = DemoCast.of(team, people.membersOf(team.id()));
        List<Runnable> acts = teller.acts(new DemoTeller.Props(story, file, runs, cast, story.isHandedIn()));
        Duration pace =
                acts.size() == 1 ? Duration.ZERO : Duration.between(filed, last).dividedBy(acts.size() - 1L);
        Duration step =
                pace.compareTo(Duration.ofHours(14)) > 0 && !story.stage().endsWith("_REVIEW")
                        ? Duration.ofHours(14)
                        : pace;
        for (int i = 0; i < acts.size(); i++) {
            Instant moment = filed.plus(step.multipliedBy(i));
            Runnable one = acts.get(i);
            Runnable act = () -> QuarkusTransaction.requiringNew().run(one);
            if (clock instanceof DemoClock past) {
                past.at(moment, act);
            } else {
                act.run();
            }
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A text of the demo. */
    static String text(String path) {
        return new String(read(path), StandardCharsets.UTF_8);
    }

    /** Some reviews have waited too long, so that the demo shows what lateness looks like. */
    private static long lastActHoursAgo(DemoStory story) {
        boolean waits = story.stage().endsWith("_REVIEW");
        return waits ? 20L + 60L * (story.daysAgo() % 3) : 20L;
    }

    private static List<DemoStory> stories() {
        try {
            DemoStory[] stories =
                    new ObjectMapper(new YAMLFactory()).readValue(read("decisions/index.yaml"), DemoStory[].class);
            return Stream.of(stories).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(String path) {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(FOLDER + path)) {
            if (in == null) {
                throw new IllegalStateException(FOLDER + path + " is not on the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
