package org.probatum.decision;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the process knows and moves of a decision: its stage, and at an open gate the terms and the votes. */
abstract class Staged {
    abstract Standing standing();

    // What the process does: no other road leads to another stage.

    void enter(Stage next, String task, Instant due, Instant now) {
        standing().enter(next, task, due, now);
    }

    void openGate(Policy.Terms terms, Instant due, Instant reminder) {
        standing().openGate(terms, due, reminder);
    }

    void ask(Policy.Terms terms) {
        standing().ask(terms);
    }

    /** How the reviews of the open gate stand, as its quorum was counted. */
    public void tally(
            List<String> open, Collection<Long> approved, Collection<Long> outdated, Collection<Long> rejecting) {
        standing().tally(open, approved, outdated, rejecting);
    }

    void awaitReview(String task) {
        standing().awaitReview(task);
    }

    void end(Stage end, Instant now) {
        standing().end(end, now);
    }

    void judged(Validity found, Instant now) {
        if (standing().validity != found) {
            standing().validity = found;
            standing().validitySince = now;
        }
    }

    void supersededBy(String key, Instant now) {
        judged(Validity.SUPERSEDED, now);
        standing().supersededBy = key;
    }

    // Where it stands.

    /** Its decisive runs are being run again, and nobody is asked to do anything. */
    public void rerun() {
        standing().rerunning = true;
        standing().taskId = null;
        standing().dueAt = null;
    }

    void stop() {
        standing().stopped = true;
    }

    /** Its decisive runs are being run again for its verification. */
    public boolean rerunning() {
        return standing().rerunning;
    }

    /** A decisive run was not reproduced: nothing goes on until there is other evidence. */
    public boolean stopped() {
        return standing().stopped;
    }

    /** Whether it still holds, once it is published. */
    public Validity validity() {
        return standing().validity;
    }

    /** Since when it is questioned, reaffirmed or revoked; null while nobody ever questioned it. */
    public @Nullable Instant validitySince() {
        return standing().validitySince;
    }

    /** The key of the decision that took its place; null while none did. */
    public @Nullable String supersededBy() {
        return standing().supersededBy;
    }

    public Stage stage() {
        return standing().stage;
    }

    /** The stage's gate is open and waits for a review. */
    public boolean inReview() {
        return standing().inReview;
    }

    /** The open gate's terms as they were when it opened; null while none is open. */
    public Policy.@Nullable Terms terms() {
        return standing().terms;
    }

    /** The open gate's seats that nobody fills yet: names of roles and competences, one entry a seat. */
    public List<String> openSeats() {
        return List.of(standing().openSeats);
    }

    /** Whose approval fills a seat of the open gate. */
    public Set<Long> approved() {
        return Standing.set(standing().approved);
    }

    /** Who approved what has changed since, and is asked to look again. */
    public Set<Long> outdated() {
        return Standing.set(standing().outdated);
    }

    /** Whose rejection waits for a second person's word. */
    public Set<Long> rejecting() {
        return Standing.set(standing().rejecting);
    }

    /** Counts the gate's openings, over all gates. */
    public int round() {
        return standing().round;
    }

    public @Nullable Instant dueAt() {
        return standing().dueAt;
    }

    public @Nullable Instant reminderAt() {
        return standing().reminderAt;
    }

    public Instant stageSince() {
        return standing().stageSince;
    }

    /** The wait state's id in the workflow; null once ended. */
    public @Nullable String taskId() {
        return standing().taskId;
    }
}
