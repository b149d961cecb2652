package org.probatum.gate.requirement;

import jakarta.inject.Singleton;
import java.util.List;
import org.probatum.decision.Gate;
import org.probatum.decision.material.FollowUp;
import org.probatum.gate.Case;
import org.probatum.gate.Finding;
import org.probatum.gate.Requirement;

/** What is still to be done has a name and a day. */
@Singleton
class FollowUpsAccountable implements Requirement {
    @Override
    public Question asks() {
        return new Question(
                "publication.follow-ups",
                "Each follow-up has an accountable person and a due date",
                Gate.PUBLICATION,
                20,
                false);
    }

    @Override
    public Finding judge(Case laid) {
        List<FollowUp> followUps = laid.material().followUps();
        return Numbered.unmet(followUps, f -> f.action() != null && f.accountable() != null && f.due() != null)
                .<Finding>map(which -> new Finding.Unsatisfied(
                        "Follow-up " + which + " has nobody or no day.",
                        "Say what is to be done, who is accountable and when it is due."))
                .orElseGet(() -> new Finding.Satisfied(
                        followUps.isEmpty()
                                ? "Nothing is left to do."
                                : Numbered.count(followUps, "follow-up") + " with a name and a day."));
    }
}
