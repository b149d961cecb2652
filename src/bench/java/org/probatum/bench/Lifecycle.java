package org.probatum.bench;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One decision from filing to publication over HTTP, as an author and two reviewers would take it there. Each answer is
 * checked; the version of each is carried to the next write.
 */
final class Lifecycle {
    /** Calls of a whole lifecycle: filing, 2 runs, 5 submissions, 8 assessments, 5 reports read and 5 votes. */
    static final int CALLS = 26;
    /** Of these, the commits that move the process to another wait state: filing, 5 submissions, 5 approvals. */
    static final int STEPS = 11;
    /** Of these, the commits that write anything. */
    static final int WRITES = 21;

    private static final List<String> OPTIONS = List.of("status-quo", "trees");

    /** An answer that was not the one expected. */
    static final class Unexpected extends Exception {
        private static final long serialVersionUID = 1L;

        Unexpected(String message) {
            super(message);
        }
    }

    private final Wire wire;
    private final People.Seat seat;
    private final Tally tally;
    private String path = "/api/v1/decisions";
    private String etag = "";

    private Lifecycle(Wire wire, People.Seat seat, Tally tally) {
        this.wire = wire;
        this.seat = seat;
        this.tally = tally;
    }

    /** Takes one decision all the way; what does not go as expected ends it. */
    static void run(Wire wire, People.Seat seat, Tally tally, long number) throws IOException, Unexpected {
        Lifecycle lifecycle = new Lifecycle(wire, seat, tally);
        lifecycle.file(number);
        lifecycle.pass("scope");
        lifecycle.pass("options");
        lifecycle.assess(seat.firstReviewer(), "security", "performance");
        lifecycle.assess(seat.secondReviewer(), "operability", "maintainability");
        lifecycle.pass("trade-offs");
        lifecycle.pass("verification");
        String end = lifecycle.pass("publication");
        expect(end, "\"stage\":\"PUBLISHED\"");
        tally.finished();
    }

    private void file(long number) throws IOException, Unexpected {
        String filed = write("POST", "", seat.authorToken(), 201, Documents.decision(seat, number));
        expect(filed, "\"stage\":\"SCOPING\"");
        tally.step();
        path = path + "/" + text(filed, "key");
        for (String run : Documents.runs()) {
            expect(write("POST", "/runs", seat.authorToken(), 201, run), "\"gaps\":[]");
        }
        write("POST", "/comparisons", seat.authorToken(), 201, Documents.comparison());
    }

    private void assess(String reviewer, String... dimensions) throws IOException, Unexpected {
        for (String option : OPTIONS) {
            for (String dimension : dimensions) {
                write(
                        "PUT",
                        "/trade-offs/" + option + "/" + dimension,
                        reviewer,
                        200,
                        Documents.assessment(option, dimension));
            }
        }
    }

    private String pass(String gate) throws IOException, Unexpected {
        expect(write("POST", "/submissions", seat.authorToken(), 201, null), "\"inReview\":true");
        tally.step();
        Wire.Answer report = call("GET", "/gates/" + gate, seat.firstReviewer(), 200, null);
        expect(report.body(), "\"open\":true");
        expect(report.body(), "\"met\":true");
        String vote = Documents.approval(text(report.body(), "material"));
        long begun = System.nanoTime();
        String moved = write("POST", "/gates/" + gate + "/reviews", seat.firstReviewer(), 201, vote);
        tally.approved(System.nanoTime() - begun);
        tally.step();
        expect(moved, "\"inReview\":false");
        return moved;
    }

    private String write(String method, String part, String token, int status, @Nullable String json)
            throws IOException, Unexpected {
        Wire.Answer answer = call(method, part, token, status, json);
        tally.wrote();
        if (answer.etag().isEmpty()) {
            throw new Unexpected(method + " " + path + part + ": no ETag");
        }
        etag = answer.etag();
        return answer.body();
    }

    private Wire.Answer call(String method, String part, String token, int status, @Nullable String json)
            throws IOException, Unexpected {
        Wire.Answer answer = wire.call(method, path + part, token, method.equals("GET") ? "" : etag, json);
        if (answer.status() != status) {
            throw new Unexpected(method + " " + path + part + ": " + answer.status() + " " + answer.body());
        }
        tally.called();
        return answer;
    }

    private static void expect(String body, String words) throws Unexpected {
        if (!body.contains(words)) {
            throw new Unexpected("expected " + words + " in " + body);
        }
    }

    private static String text(String json, String name) throws Unexpected {
        String before = "\"" + name + "\":\"";
        int from = json.indexOf(before) + before.length();
        if (from < before.length()) {
            throw new Unexpected("expected \"" + name + "\" in " + json);
        }
        return json.substring(from, json.indexOf('"', from));
    }
}
