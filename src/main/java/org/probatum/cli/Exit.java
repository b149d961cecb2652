package org.probatum.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the exit code says. Answers are below 64, faults above, where sysexits.h has a number for them. */
enum Exit {
    OK(0, "yes, or done; for status: published, and it holds"),
    NO(1, "no: the file has faults, requirements are not met, not admitted, not proven"),
    USAGE(2, "the command line is wrong; nothing was done"),
    UNDER_WAY(10, "status: reviewers or reruns have the word"),
    AUTHORS_TURN(11, "status: it waits for its author"),
    STOPPED(12, "status: stopped, since a run was not reproduced"),
    ENDED(13, "declined, rejected or withdrawn"),
    SHAKEN(14, "status: published, and questioned, revoked or superseded since"),
    BAD_INPUT(65, "what was sent or read is not valid"),
    MISSING(66, "there is no such file, decision or record that you can see"),
    UNAVAILABLE(69, "the service cannot be reached, or did not answer in time"),
    FAULT(70, "something went wrong that should not have"),
    NOT_WRITTEN(73, "what was asked for cannot be written"),
    TRY_AGAIN(75, "it changed in between; ask again"),
    STRANGE_ANSWER(76, "whoever answered is not Probatum, or sends elsewhere"),
    NOT_ALLOWED(77, "the token is not known, or may not do this"),
    SETTINGS(78, "PROBATUM_URL or PROBATUM_TOKEN is missing or wrong");

    private final int code;
    private final String meaning;

    Exit(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    int code() {
        return code;
    }

    String meaning() {
        return meaning;
    }

    /** Each code with its meaning, as help lists them. */
    static Map<String, String> list() {
        Map<String, String> list = new LinkedHashMap<>();
        for (Exit exit : values()) {
            list.put(Integer.toString(exit.code), exit.meaning);
        }
        return list;
    }

    /** What a refusal's HTTP status comes to. */
    static Exit ofRefusal(int status) {
        return switch (status) {
            case 401, 403 -> NOT_ALLOWED;
            case 404, 410 -> MISSING;
            case 409 -> NO;
            case 412 -> TRY_AGAIN;
            case 429, 502, 503, 504 -> UNAVAILABLE;
            default -> status >= 500 ? FAULT : BAD_INPUT;
        };
    }
}
