package org.probatum.bench;

import java.nio.file.Path;
import java.util.List;

/**
 * How long and how hard: {@code -Dbench.<name>=<value>} on the build's command line. Times are seconds.
 *
 * @param seconds each measured phase
 * @param warmup load before the first figures
 * @param warm further load before the figures called fully warm
 * @param limit each measurement of the database's own limit
 * @param starts how often the start on an existing database is timed
 * @param jvm the service's JVM options, as the README names them for production
 * @param scale measure pages with so many decisions instead of lifecycles
 * @param statements also count every SQL statement; costs the database a little
 */
record Settings(
        int seconds,
        int warmup,
        int warm,
        int limit,
        int starts,
        List<Integer> clients,
        List<String> jvm,
        boolean statements,
        long scale,
        Path jar,
        Path data) {

    static Settings read() {
        return new Settings(
                number("seconds", 15),
                number("warmup", 20),
                number("warm", 60),
                number("limit", 8),
                Math.max(1, number("starts", 3)),
                List.of(text("clients", "8,32,1").split(",")).stream()
                        .map(Integer::valueOf)
                        .toList(),
                List.of(text(
                                "jvm",
                                "-Xmx192m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:SharedArchiveFile=app-cds.jsa")
                        .split(" ")),
                Boolean.parseBoolean(text("statements", "false")),
                number("scale", 0),
                Path.of(text("jar", "target/quarkus-app/quarkus-run.jar")).toAbsolutePath(),
                Path.of(text("data", "target/bench-data")).toAbsolutePath());
    }

    private static int number(String name, int otherwise) {
        return Integer.parseInt(text(name, String.valueOf(otherwise)));
    }

    private static String text(String name, String otherwise) {
        String said = System.getProperty("bench." + name, "");
        return said.isBlank() ? otherwise : said.strip();
    }
}
