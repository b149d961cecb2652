package org.probatum.risk.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Stage;
import org.probatum.risk.Cell;
import org.probatum.risk.Level;
import org.probatum.risk.RiskState;

/** One risk as the register shows it and programs read it. */
public record RegisterRow(
        String decision,
        String decisionTitle,
        Stage stage,
        String team,
        String risk,
        String title,
        @Nullable Cell inherent,
        @Nullable Level inherentLevel,
        int inherentPoints,
        @Nullable Cell residual,
        @Nullable Level residualLevel,
        int points,
        @Nullable String owner,
        @Nullable String ownerName,
        @Nullable LocalDate due,
        @Nullable String verification,
        RiskState state,
        @Nullable LocalDate acceptedUntil) {
    /** The risk's own page. */
    public String address() {
        return "/risks/" + decision + "/" + risk;
    }
}
