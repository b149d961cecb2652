package org.probatum.gate.requirement;

import jakarta.inject.Singleton;
import org.probatum.decision.Gate;
import org.probatum.gate.Case;
import org.probatum.gate.Finding;
import org.probatum.gate.Requirement;

/** Better by the sealed margin, beyond chance. Judged once comparisons with statistics are there. */
@Singleton
class Superior implements Requirement {
    @Override
    public Question asks() {
        return new Question(
                "options.superiority",
                "The selected option beats the status quo by the sealed margins",
                Gate.OPTIONS,
                40,
                true);
    }

    @Override
    public Finding judge(Case laid) {

        return new Finding.NotApplicable(
                "Comparisons with statistics are not part of this service yet; no judgement is made in their place.");
    }
}
