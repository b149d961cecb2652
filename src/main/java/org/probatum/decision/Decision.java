package org.probatum.decision;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.material.Category;
import org.probatum.decision.material.DataSensitivity;
import org.probatum.decision.material.Material;
import org.probatum.decision.material.ProductionImpact;
import org.probatum.decision.material.Reversibility;
import org.probatum.decision.material.Subject;
import org.probatum.people.Actor;
import org.probatum.people.Team;
import org.probatum.people.TeamRole;
import org.probatum.shared.Json;
import org.probatum.shared.Problem;

/** A decision: what it is, where it stands, and what has been filed about it. Only the process moves it between stages. */
@Entity
@DynamicUpdate
@Table(name = "decision")
public class Decision {
    @Id
    Long id;

    @Column(nullable = false)
    String key;

    @Column(name = "team_id", nullable = false)
    long teamId;

    @Column(name = "author_id", nullable = false)
    long authorId;

    @Column(nullable = false)
    String title;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    Category category;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    Subject subject;

    @Column(nullable = false)
    String[] tags;

    @Enumerated(EnumType.STRING)
    @Column(name = "production_impact")
    @Nullable
    ProductionImpact productionImpact;

    @Enumerated(EnumType.STRING)
    @Column(name = "data_sensitivity")
    @Nullable
    DataSensitivity dataSensitivity;

    @Enumerated(EnumType.STRING)
    @Nullable
    Reversibility reversibility;

    @Enumerated(EnumType.STRING)
    @Nullable
    Tier tier;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    Stage stage = Stage.INTAKE;

    @Column(name = "in_review", nullable = false)
    boolean inReview;

    @Enumerated(EnumType.STRING)
    @Nullable
    TeamRole slot;

    @Column(nullable = false)
    int round;

    @Column(name = "due_at")
    @Nullable
    Instant dueAt;

    @Column(name = "reminder_at")
    @Nullable
    Instant reminderAt;

    @Nullable
    String reason;

    @Column(nullable = false)
    Long[] editors;

    @Column(name = "criteria_seal")
    @Nullable
    String criteriaSeal;

    @Column(nullable = false)
    String policy;

    @Column(name = "filed_at", nullable = false)
    Instant filedAt;

    @Column(name = "stage_since", nullable = false)
    Instant stageSince;

    @Column(name = "material_at", nullable = false)
    Instant materialAt;

    @Column(name = "event_count", nullable = false)
    int eventCount;

    @Column(name = "task_id")
    @Nullable
    String taskId;

    @Version
    int version;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    @Column(nullable = false)
    Material material;

    protected Decision() {}

    Decision(
            long id,
            Team team,
            int number,
            Actor author,
            Profile profile,
            Material material,
            String policy,
            Instant now) {
        this.id = id;
        this.key = team.prefix() + "-" + number;
        this.teamId = team.id();
        this.authorId = author.id();
        this.editors = new Long[] {author.id()};
        this.policy = policy;
        this.filedAt = now;
        this.stageSince = now;
        this.materialAt = now;
        this.material = material;
        describe(profile);
    }

    // What the process does: no other road leads to another stage.

    void enter(Stage next, String task, Instant due, Instant now) {
        if (next != stage) {
            stageSince = now;
        }
        stage = next;
        inReview = false;
        slot = null;
        taskId = task;
        dueAt = due;
        reminderAt = null;
    }

    void openGate(Policy.Terms terms, Instant due, Instant reminder) {
        round++;
        inReview = true;
        slot = terms.slot();
        dueAt = due;
        reminderAt = reminder;
    }

    void awaitReview(String task) {
        taskId = task;
    }

    void end(Stage end, Instant now) {
        stage = end;
        stageSince = now;
        inReview = false;
        slot = null;
        taskId = null;
        dueAt = null;
        reminderAt = null;
    }

    void seal(String digest) {
        criteriaSeal = digest;
    }

    void set(Tier judged) {
        tier = judged;
    }

    /** Says why the decision is about to end, for every page that shows it. */
    public void because(String why) {
        reason = why;
    }

    // What people do.

    final void describe(Profile profile) {
        title = profile.title();
        category = profile.category();
        subject = profile.subject() == null ? Subject.MACHINE_LEARNING : profile.subject();
        tags = profile.tags() == null ? new String[0] : profile.tags().toArray(String[]::new);
        productionImpact = profile.productionImpact();
        dataSensitivity = profile.dataSensitivity();
        reversibility = profile.reversibility();
    }

    void revise(Material revised, Actor editor, Instant now) {
        replace(revised, now);
        workedOnBy(editor);
    }

    /** Whoever has a hand in the material, or in the evidence for it, is one of its editors from then on. */
    public void workedOnBy(Actor editor) {
        if (!editors().contains(editor.id())) {
            editors = Stream.concat(Arrays.stream(editors), Stream.of(editor.id()))
                    .toArray(Long[]::new);
            material = material.withoutCompetenceOf(editor.username());
        }
    }

    void replace(Material revised, Instant now) {
        material = revised;
        materialAt = now;
    }

    int nextEvent() {
        return ++eventCount;
    }

    /** Refuses when somebody else changed the decision since the version the caller saw. */
    public void requireVersion(int seen) {
        if (seen != version) {
            throw Problem.stale(
                    key + " has changed since you read it: you saw version " + seen + ", it is now " + version + ".");
        }
    }

    // What it is.

    public long id() {
        return id;
    }

    public String key() {
        return key;
    }

    public long teamId() {
        return teamId;
    }

    public long authorId() {
        return authorId;
    }

    public Profile profile() {
        return new Profile(title, category, subject, List.of(tags), productionImpact, dataSensitivity, reversibility);
    }

    /** How much is at stake; the highest while it has not been judged. */
    public Tier tier() {
        return tier == null ? Tier.CRITICAL : tier;
    }

    public Stage stage() {
        return stage;
    }

    /** The stage's gate is open and waits for a review. */
    public boolean inReview() {
        return inReview;
    }

    /** Who fills the open gate's slot; null while none is open. */
    public @Nullable TeamRole slot() {
        return slot;
    }

    /** Counts the gate's openings, over all gates. */
    public int round() {
        return round;
    }

    public @Nullable Instant dueAt() {
        return dueAt;
    }

    public @Nullable Instant reminderAt() {
        return reminderAt;
    }

    /** Why it ended, or why it was sent back. */
    public @Nullable String reason() {
        return reason;
    }

    /** Everybody who filed or revised any of the material, or attached a run: none of them reviews it. */
    public Set<Long> editors() {
        return Arrays.stream(editors).collect(Collectors.toUnmodifiableSet());
    }

    /** The digest of the criteria as they stood when the scope gate passed. */
    public @Nullable String criteriaSeal() {
        return criteriaSeal;
    }

    /** The digest of the criteria as they stand. */
    public String criteriaDigest() {
        return Json.digest(material.scope().criteria());
    }

    /** The version of the policy tables that judged it. */
    public String policy() {
        return policy;
    }

    public Instant filedAt() {
        return filedAt;
    }

    public Instant stageSince() {
        return stageSince;
    }

    public Instant materialAt() {
        return materialAt;
    }

    public int version() {
        return version;
    }

    public int eventCount() {
        return eventCount;
    }

    /** The wait state's id in the workflow; null once ended. */
    public @Nullable String taskId() {
        return taskId;
    }

    public Material material() {
        return material;
    }
}
