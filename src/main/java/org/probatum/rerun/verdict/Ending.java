package org.probatum.rerun.verdict;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probatum.rerun.Outcome;
import org.probatum.rerun.Progress;

/** How a rerun ended, as far as a verdict depends on it. Kept as JSON, where {@code how} tells which it is. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "how")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Ending.Finished.class, name = "finished"),
    @JsonSubTypes.Type(value = Ending.Refused.class, name = "refused"),
    @JsonSubTypes.Type(value = Ending.Failed.class, name = "failed"),
    @JsonSubTypes.Type(value = Ending.Broken.class, name = "broken")
})
public sealed interface Ending {
    /** The command ended by itself with status 0. */
    record Finished(Outcome outcome) implements Ending {}

    /** It was not started: the manifest does not suffice, or the inputs it names are gone or not what they were. */
    record Refused(List<String> reasons) implements Ending {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }

    /** The command ended by itself with another status. */
    record Failed(int exitStatus, String words) implements Ending {}

    /** It was ended from outside, or nobody knows how it ended: of the run that says nothing. */
    record Broken(String words, String remedy) implements Ending {}

    /**
     * What an executor says of something that is over.
     *
     * @param outcome what it left, when it ended by itself with status 0
     */
    static Ending of(Progress.Ended ended, @Nullable Outcome outcome) {
        Integer status = ended.exitStatus();
        return switch (ended.how()) {
            case EXITED -> {
                if (status == null) {
                    yield new Broken("It ended, and with which status is not known: " + ended.words(), "Run it again.");
                }
                if (status != 0) {
                    yield new Failed(status, ended.words());
                }
                yield outcome == null
                        ? new Broken("It ended, and what it left was not read.", "Run it again.")
                        : new Finished(outcome);
            }
            case TIME_LIMIT ->
                new Broken("It took longer than it may: " + ended.words(), "Allow it more time, and run it again.");
            case MEMORY_LIMIT ->
                new Broken("It took more memory than it may: " + ended.words(), "Allow it more, and run it again.");
            case OUTPUT_LIMIT ->
                new Broken("It wrote more than it may: " + ended.words(), "Allow it more, and run it again.");
            case CANCELLED -> new Broken("It was cancelled: " + ended.words(), "Run it again.");
            case EXECUTOR_FAILED ->
                new Broken(
                        "The executor failed: " + ended.words(),
                        "Mend the executor or choose another, and run it again.");
        };
    }

    /** An executor that knows nothing of it any more. */
    static Ending of(Progress.Lost lost) {
        return new Broken("It was lost: " + lost.words(), "Run it again.");
    }
}
