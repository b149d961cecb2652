package org.probatum.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What pages cost with a thousand decisions and with a million, in the same run on the same machine: {@code -Dbench.scale=<how
 * many>}. Teams are as many in both, so that everybody's own lists grow with the whole; so do the items that wait.
 */
final class Scale {
    private static final long FEW = 1_000;
    private static final long OPEN_OF_FEW = 400;
    private static final int WARM = 120;
    private static final int ASKED = 150;
    private static final double MOST = 1.5;

    private final Settings settings;
    private final Database database;
    private final HttpClient client = HttpClient.newHttpClient();

    Scale(Settings settings, Database database) {
        this.settings = settings;
        this.database = database;
    }

    /** A page's times in milliseconds. */
    record Times(double median, double slowest) {}

    /** True when every page stays within the bound. */
    boolean measure() throws Exception {
        try (Service service = Service.start(settings, database.environment());
                Connection connection = database.connect("postgres")) {
            List<People.Seat> seats = People.seat(connection, 4);
            People.Seat seat = seats.get(0);
            String key = filed(service, seat);
            Filling filling = new Filling(connection, key);
            filling.fill(FEW, OPEN_OF_FEW);
            Map<String, Times> few = ask(service, seat, key);
            say("filling " + settings.scale() + " decisions");
            filling.fill(settings.scale(), settings.scale() / 5);
            Map<String, Times> many = ask(service, seat, key);
            return print(few, many);
        }
    }

    private static String filed(Service service, People.Seat seat) throws Exception {
        try (Wire wire = new Wire(service.port())) {
            String body = wire.call("POST", "/api/v1/decisions", seat.authorToken(), "", Documents.decision(seat, 1))
                    .body();
            return body.replaceAll("(?s).*\"key\"\\s*:\\s*\"([^\"]+)\".*", "$1");
        }
    }

    private static Map<String, String> pages(String key) {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("inbox", "/");
        pages.put("inbox, reviews only", "/?kind=REVIEW");
        pages.put("board", "/decisions");
        pages.put("board of a team", "/decisions?team=scoring");
        pages.put("board of a category", "/decisions?category=TRAINING");
        pages.put("board, common words", "/decisions?q=ranker");
        pages.put("board, rare words", "/decisions?q=number%20777%20");
        pages.put("list of a stage", "/decisions?stage=OPTIONS");
        pages.put("list of a stage, common words", "/decisions?stage=OPTIONS&q=ranker");
        pages.put("decision", "/decisions/" + key);
        pages.put("account (the frame alone)", "/account");
        return pages;
    }

    private Map<String, Times> ask(Service service, People.Seat seat, String key) throws Exception {
        Map<String, Times> times = new LinkedHashMap<>();
        for (Map.Entry<String, String> page : pages(key).entrySet()) {
            for (int i = 0; i < WARM; i++) {
                once(service, seat, page.getValue());
            }
            double[] millis = new double[ASKED];
            for (int i = 0; i < ASKED; i++) {
                millis[i] = once(service, seat, page.getValue());
            }
            Arrays.sort(millis);
            times.put(page.getKey(), new Times(millis[ASKED / 2], millis[ASKED * 99 / 100]));
        }
        return times;
    }

    private double once(Service service, People.Seat seat, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
                .header("Authorization", "Bearer " + seat.firstReviewer())
                .header("Accept", "text/html")
                .build();
        long begun = System.nanoTime();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode());
        }
        return (System.nanoTime() - begun) / 1e6;
    }

    private boolean print(Map<String, Times> few, Map<String, Times> many) {
        List<String> slower = new ArrayList<>();
        System.out.printf(
                "%n%-32s %10s %10s %10s %10s %7s%n", "page, ms", "1,000 p50", "p99", "many p50", "p99", "ratio");
        few.forEach((page, before) -> {
            Times after = many.get(page);
            double ratio = after.median() / before.median();
            System.out.printf(
                    "%-32s %10.1f %10.1f %10.1f %10.1f %7.2f%n",
                    page, before.median(), before.slowest(), after.median(), after.slowest(), ratio);
            if (ratio > MOST) {
                slower.add(page);
            }
        });
        say(slower.isEmpty() ? "every page within " + MOST : "beyond " + MOST + ": " + slower);
        return slower.isEmpty();
    }

    private static void say(String words) {
        System.out.println("bench: " + words);
    }
}
