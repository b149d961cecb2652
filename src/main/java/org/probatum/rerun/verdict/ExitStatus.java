package org.probatum.rerun.verdict;

import java.util.Optional;

/**
 * Whose doing an exit status is, by what shells and kernels mean by it (POSIX.1-2017, Shell and Utilities, 2.8.2; 128 + n for
 * a command ended by signal n). A command that is not found, may not be executed, was killed, or met a limit or a processor
 * without its instructions ran into the machine it was given to; everything else is the command's own word.
 */
final class ExitStatus {
    private ExitStatus() {}

    /** Why the status says nothing of the run; empty when it is the command's own. */
    static Optional<String> ofTheMachine(int status) {
        return Optional.ofNullable(
                switch (status) {
                    case 126 -> "the executor could not execute the command";
                    case 127 -> "the executor has no such command";
                    case 129, 130, 143 -> "something ended the command from outside";
                    case 132 -> "the processor lacks an instruction that the command uses";
                    case 137 -> "the command was killed, as one that takes too much memory is";
                    case 152 -> "the command met the limit of CPU time";
                    case 153 -> "the command met the limit of what it may write";
                    default -> null;
                });
    }
}
