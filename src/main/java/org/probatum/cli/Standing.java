package org.probatum.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a decision stands: whose turn it is, or how it ended. Empty stage: it did not go the way to publication. */
record Standing(Exit exit, @Nullable Milestone stage, String headline) {

    static Standing of(JsonNode decision) {
        String stage = decision.path("stage").asText();
        return switch (stage) {
            case "DECLINED" -> new Standing(Exit.ENDED, null, "Declined");
            case "REJECTED" -> new Standing(Exit.ENDED, null, "Rejected");
            case "WITHDRAWN" -> new Standing(Exit.ENDED, null, "Withdrawn");
            default -> onTheWay(stage, decision);
        };
    }

    /** It has come as far as this, and nothing is the matter with it. */
    boolean reached(Milestone asked) {
        return stage != null && stage.compareTo(asked) >= 0 && isSound();
    }

    /** Waiting may help: somebody's turn is yet to come. */
    boolean isSound() {
        return exit == Exit.OK || exit == Exit.UNDER_WAY || exit == Exit.AUTHORS_TURN;
    }

    private static Standing onTheWay(String name, JsonNode decision) {
        Optional<Milestone> known = Milestone.named(name);
        if (known.isEmpty()) {
            throw Reply.strange("the stage \"" + name + "\" is not known here");
        }
        Milestone stage = known.get();
        if (stage == Milestone.PUBLISHED) {
            return published(decision.path("validity").asText());
        } else if (decision.path("stopped").asBoolean()) {
            return new Standing(Exit.STOPPED, stage, stage.title() + ", stopped: a decisive run was not reproduced");
        } else if (decision.path("rerunning").asBoolean()) {
            return new Standing(Exit.UNDER_WAY, stage, stage.title() + ", decisive runs are being run again");
        } else if (decision.path("inReview").asBoolean() || stage == Milestone.INTAKE) {
            return new Standing(Exit.UNDER_WAY, stage, stage.title() + ", in review");
        }
        return new Standing(Exit.AUTHORS_TURN, stage, stage.title() + ", waits for its author");
    }

    private static Standing published(String validity) {
        return switch (validity) {
            case "HOLDS" -> new Standing(Exit.OK, Milestone.PUBLISHED, "Published");
            case "REAFFIRMED" -> new Standing(Exit.OK, Milestone.PUBLISHED, "Published, questioned and reaffirmed");
            case "QUESTIONED" -> new Standing(Exit.SHAKEN, Milestone.PUBLISHED, "Published, questioned");
            case "REVOKED" -> new Standing(Exit.SHAKEN, Milestone.PUBLISHED, "Published, revoked");
            case "SUPERSEDED" -> new Standing(Exit.SHAKEN, Milestone.PUBLISHED, "Published, superseded");
            // What a later service may say is no reason to deploy.
            default -> new Standing(Exit.SHAKEN, Milestone.PUBLISHED, "Published, \"" + validity + "\"");
        };
    }
}
