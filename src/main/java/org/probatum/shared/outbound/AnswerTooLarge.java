package org.probatum.shared.outbound;

import java.io.IOException;

/** The answer is longer than was asked for; the rest was not read. */
public final class AnswerTooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    AnswerTooLarge(long most) {
        super("the answer is longer than " + most + " bytes");
    }
}
