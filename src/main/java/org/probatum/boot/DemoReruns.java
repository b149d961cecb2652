package org.probatum.boot;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.probatum.decision.DecisionFile;
import org.probatum.evidence.manifest.Manifest;
import org.probatum.people.People;
import org.probatum.people.Team;
import org.probatum.people.Teams;

/**
 * Two decisions on the demo's real model, handed in for verification: their runs are really run again when the service is
 * up. The runs of one can be repeated; those of the other measure less than was recorded of them, and stop it.
 */
@ApplicationScoped
class DemoReruns implements DemoChapter {
    private static final List<Integer> SEEDS = List.of(11, 12, 13);

    private final DemoDecisions stories;
    private final DemoTeller teller;
    private final Teams teams;
    private final People people;
    private final Clock clock;
    private final Path home;

    DemoReruns(
            DemoDecisions stories,
            DemoTeller teller,
            Teams teams,
            People people,
            Clock clock,
            @ConfigProperty(name = "probatum.data", defaultValue = "data") Path data) {
        this.stories = stories;
        this.teller = teller;
        this.teams = teams;
        this.people = people;
        this.clock = clock;
        this.home = data.toAbsolutePath().normalize().resolve("demo");
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public void tell() {
        DemoRepository repository = laid();
        hand(repository, "Grow deeper trees for thin files", 3, run -> run);
        hand(repository, "Take the boosted model of the spring workshop", 2, DemoReruns::flattered);
    }

    private DemoRepository laid() {
        try {
            return DemoRepository.under(home);
        } catch (IOException e) {
            throw new UncheckedIOException("The demo's repository cannot be laid out under " + home, e);
        }
    }

    /** The first story's decision anew, as far as its verification. */
    private void hand(DemoRepository repository, String title, int days, UnaryOperator<Manifest> recorded) {
        DemoStory first = stories.stories().get(0);
        DecisionFile file = stories.file(first).titled(title);
        Team team = teams.bySlug(file.team()).orElseThrow();
        List<Manifest> runs = Stream.of("logistic", "gbm")
                .flatMap(model -> SEEDS.stream().map(seed -> "credit/runs/credit-" + model + "-" + seed + ".json"))
                .map(stories::run)
                .map(repository::recorded)
                .map(recorded)
                .toList();
        DemoCast cast = DemoCast.of(team, people.membersOf(team.id()));
        List<Runnable> acts =
                teller.acts(new DemoTeller.Props(first.handedIn(), file.citing(SEEDS.size()), runs, cast));
        Instant begun = Instant.now().minus(days, ChronoUnit.DAYS);
        for (int i = 0; i < acts.size(); i++) {
            Runnable one = acts.get(i);
            Runnable act = () -> QuarkusTransaction.requiringNew().run(one);
            if (clock instanceof DemoClock past) {
                past.at(begun.plus(i, ChronoUnit.HOURS), act);
            } else {
                act.run();
            }
        }
    }

    /** As recorded in a workshop whose test split had leaked into training: better than the code measures. */
    private static Manifest flattered(Manifest run) {
        return run.name().contains("gbm") ? run.measuring("auc", new BigDecimal("0.03")) : run;
    }
}
