package org.probatum.gate;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.decision.Policy;
import org.probatum.decision.material.Material;
import org.probatum.evidence.Run;
import org.probatum.evidence.Runs;
import org.probatum.people.Team;
import org.probatum.risk.Acceptance;
import org.probatum.risk.Acceptances;
import org.probatum.risk.Ratings;

/** A decision laid before a gate, with what is on file about it. What no requirement asks for is not read. */
public final class Case {
    private final Decision decision;
    private final Files files;
    private final LocalDate today;
    private @Nullable List<Run> runs;
    private @Nullable List<Acceptance> acceptances;

    /** Where the files are kept. */
    record Files(Runs runs, Acceptances acceptances, Policy policy, Ratings ratings) {}

    Case(Decision decision, Files files, LocalDate today) {
        this.decision = decision;
        this.files = files;
        this.today = today;
    }

    public Decision decision() {
        return decision;
    }

    public Material material() {
        return decision.material();
    }

    public LocalDate today() {
        return today;
    }

    public Policy policy() {
        return files.policy();
    }

    public Ratings ratings() {
        return files.ratings();
    }

    /** The runs attached. */
    public List<Run> runs() {
        if (runs == null) {
            runs = files.runs().of(decision.id());
        }
        return runs;
    }

    /** The acceptances on record, expired ones too. */
    public List<Acceptance> acceptances() {
        if (acceptances == null) {
            acceptances = files.acceptances().of(decision.id());
        }
        return acceptances;
    }

    public Team team() {
        return decision.team();
    }

    /** Points of accepted residual risk that the team bears by its other decisions. */
    public int borneElsewhere() {
        return files.acceptances().borne(decision.teamId(), decision.id(), today);
    }

    /** Points beyond its appetite that the team accepted to bear with this decision. */
    public int excessAccepted() {
        return files.acceptances().excessAccepted(decision.id(), today);
    }
}
