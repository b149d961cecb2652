package org.probatum.rerun.workspace;

import java.util.List;

/** Preparing ends here, with an answer. */
final class Halt extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Prepared answer;

    private Halt(String words, Prepared answer) {
        super(words, null, false, false);
        this.answer = answer;
    }

    static Halt refused(Reason.Kind kind, String pointer, String wrong, String right) {
        return new Halt(wrong, new Prepared.Refused(List.of(new Reason(kind, pointer, wrong, right))));
    }

    static Halt refused(List<Reason> reasons) {
        return new Halt(reasons.get(0).wrong(), new Prepared.Refused(reasons));
    }

    static Halt gone(String pointer, String wrong, String right) {
        return refused(Reason.Kind.GONE, pointer, wrong, right);
    }

    static Halt notFetched(String pointer, String wrong, String right) {
        return refused(Reason.Kind.NOT_FETCHED, pointer, wrong, right);
    }

    static Halt later(String words) {
        return new Halt(words, new Prepared.Later(words));
    }

    Prepared answer() {
        return answer;
    }
}
