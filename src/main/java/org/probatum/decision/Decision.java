package org.probatum.decision;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.material.Material;
import org.probatum.people.Actor;
import org.probatum.people.Team;
import org.probatum.shared.Json;
import org.probatum.shared.Problem;

/** A decision: what it is, where it stands, and what has been filed about it. Only the process moves it between stages. */
@Entity
@DynamicUpdate
@Table(name = "decision")
public class Decision extends Staged {
    @Id
    Long id;

    @Column(nullable = false)
    String key;

    @ManyToOne(optional = false)
    @JoinColumn(name = "team_id")
    Team team;

    @Column(name = "author_id", nullable = false)
    long authorId;

    @Embedded
    ProfileColumns profile;

    @Enumerated(EnumType.STRING)
    @Nullable
    Tier tier;

    @Embedded
    Standing standing;

    @Nullable
    String reason;

    @Embedded
    Hands hands;

    @Column(name = "criteria_seal")
    @Nullable
    String criteriaSeal;

    @Formula("(select count(*) from criteria_change c where c.decision_id = id)")
    int criteriaChanges;

    @Column(nullable = false)
    String policy;

    @Column(name = "filed_at", nullable = false)
    Instant filedAt;

    @Column(name = "material_at", nullable = false)
    Instant materialAt;

    @Column(name = "event_count", nullable = false)
    int eventCount;

    @Embedded
    Escalated escalated = new Escalated();

    @Version
    int version;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    @Column(nullable = false)
    Material material;

    /** What was judged since the last event; the next one keeps it. */
    @Transient
    private List<Judgement> judged = new ArrayList<>();

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
        this.team = team;
        this.authorId = author.id();
        this.hands = new Hands(author.id());
        this.policy = policy;
        this.filedAt = now;
        this.materialAt = now;
        this.material = material;
        this.standing = new Standing(now);
        this.profile = new ProfileColumns(profile);
    }

    @Override
    Standing standing() {
        return standing;
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

    /** Keeps a judgement for the next event, and gives its answer. */
    public <T> T keep(Policy.Judged<T> asked) {
        judged.add(asked.judgement());
        return asked.answer();
    }

    /** Keeps a judgement for the next event. */
    public void keep(Judgement judgement) {
        judged.add(judgement);
    }

    List<Judgement> takeJudgements() {
        List<Judgement> taken = judged;
        judged = new ArrayList<>();
        return taken;
    }

    // What people do.

    void describe(Profile revised) {
        profile = new ProfileColumns(revised);
    }

    void revise(Material revised, Actor editor, Instant now) {
        replace(revised, now);
        workedOnBy(editor);
    }

    /** Whoever has a hand in the material, or in the evidence for it, is one of its editors from then on. */
    public void workedOnBy(Actor editor) {
        if (hands.edited(editor.id())) {
            material = material.withoutCompetenceOf(editor.username());
        }
    }

    /** Whoever produced a run judges no more of the decision than its editors do. */
    public void producedBy(long producer, String username) {
        if (hands.produced(producer)) {
            material = material.withoutCompetenceOf(username);
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
        return team.id();
    }

    public Team team() {
        return team;
    }

    public long authorId() {
        return authorId;
    }

    public Profile profile() {
        return profile.profile();
    }

    /** How much is at stake; the highest while it has not been judged. */
    public Tier tier() {
        return tier == null ? Tier.CRITICAL : tier;
    }

    /** Why it ended, or why it was sent back. */
    public @Nullable String reason() {
        return reason;
    }

    /** Everybody who filed or revised any of the material, or attached a run: none of them reviews it. */
    public Set<Long> editors() {
        return hands.editors();
    }

    /** Everybody whose own work this is, so that they do not judge it: its editors, and the producers of its runs. */
    public Set<Long> barred() {
        return hands.all();
    }

    /** The digest of the criteria as they stood when the scope gate passed. */
    public @Nullable String criteriaSeal() {
        return criteriaSeal;
    }

    /** The digest of the criteria as they stand. */
    public String criteriaDigest() {
        return Json.digest(material.scope().criteria());
    }

    /** The criteria are as sealed, or not sealed yet, and no change of theirs is kept: none has to be read. */
    public boolean hasSteadyCriteria() {
        return criteriaChanges == 0 && (criteriaSeal == null || criteriaSeal.equals(criteriaDigest()));
    }

    /** The version of the policy tables that judged it. */
    public String policy() {
        return policy;
    }

    public Instant filedAt() {
        return filedAt;
    }

    public Instant materialAt() {
        return materialAt;
    }

    /** What crossed a threshold and stands. */
    public Escalated escalated() {
        return escalated;
    }

    public int version() {
        return version;
    }

    public int eventCount() {
        return eventCount;
    }

    public Material material() {
        return material;
    }
}
