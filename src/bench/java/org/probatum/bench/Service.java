package org.probatum.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged service as a process of its own, as production runs it. */
final class Service implements AutoCloseable {
    private static final int START_WITHIN_SECONDS = 90;
    private static final int STOP_WITHIN_SECONDS = 30;
    private static final int POLL_MILLIS = 10;

    private final Process process;
    private final int port;
    private final long startMillis;

    private Service(Process process, int port, long startMillis) {
        this.process = process;
        this.port = port;
        this.startMillis = startMillis;
    }

    /** Starts it and waits until it says that it is ready. */
    static Service start(Settings settings, Map<String, String> environment) throws Exception {
        int port = freePort();
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(settings.jvm());
        command.addAll(List.of("-jar", settings.jar().getFileName().toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(settings.jar().getParent().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        settings.data().resolve("service.log").toFile()));
        builder.environment().putAll(environment);
        builder.environment().putIfAbsent("PROBATUM_RERUNS_REQUIRED", "false");
        builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
        builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        long begun = System.nanoTime();
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        long deadline = begun + TimeUnit.SECONDS.toNanos(START_WITHIN_SECONDS);
        while (!isReady(port)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new IllegalStateException("the service did not start; see " + settings.data() + "/service.log");
            }
            Thread.sleep(POLL_MILLIS);
        }
        return new Service(process, port, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
    }

    int port() {
        return port;
    }

    /** From the start of the process to the first answer that it is ready. */
    long startMillis() {
        return startMillis;
    }

    /** CPU time of the process so far, user and system, in milliseconds. */
    long cpuMillis() {
        return process.info().totalCpuDuration().orElseThrow().toMillis();
    }

    /** Resident memory in megabytes, as the operating system counts it. */
    long residentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_WITHIN_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("the service did not stop within " + STOP_WITHIN_SECONDS + " s");
        }
    }

    private static boolean isReady(int port) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/q/health/ready")
                            .toURL()
                            .openConnection();
            connection.setConnectTimeout(1_000);
            connection.setReadTimeout(5_000);
            return connection.getResponseCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
