package org.probatum.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probatum.people.Secret;

/** The service as it is shipped, in a process of its own on a port of its own. */
public final class PackagedService implements AutoCloseable {
    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final int PATIENCE_SECONDS = 180;
    private static final HttpClient PROGRAM = HttpClient.newHttpClient();
    private static final Pattern CSRF = Pattern.compile("name=\"(csrf-token)\" value=\"([^\"]+)\"");

    private final Process process;
    private final int port;
    private final List<String> lines = new ArrayList<>();
    private final CompletableFuture<Void> listening = new CompletableFuture<>();
    private final CompletableFuture<Void> silent = new CompletableFuture<>();

    private PackagedService(Process process, int port) {
        this.process = process;
        this.port = port;
        Thread reader = new Thread(this::read, "packaged-service");
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts the service with settings such as {@code probatum.data=target/x}, in an environment that sets nothing. */
    public static PackagedService launch(String... settings) {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dquarkus.http.port=" + port));
        Stream.of(settings).map("-D"::concat).forEach(command::add);
        command.addAll(List.of("-jar", JAR.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PROBATUM_") || name.startsWith("QUARKUS_"));
        try {
            return new PackagedService(builder.start(), port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the service and waits until it listens. */
    public static PackagedService started(String... settings) {
        PackagedService service = launch(settings);
        try {
            await(CompletableFuture.anyOf(service.listening, service.silent));
        } catch (RuntimeException late) {
            service.kill();
            throw late;
        }
        if (!service.listening.isDone()) {
            throw new AssertionError("the service did not start:\n" + service.output());
        }
        return service;
    }

    /** The exit code of a service that ends by itself. */
    public int exitCode() {
        await(process.onExit());
        await(silent);
        return process.exitValue();
    }

    /** Everything printed so far. */
    public String output() {
        synchronized (lines) {
            return String.join("\n", lines);
        }
    }

    public String address() {
        return "http://localhost:" + port;
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    /** Ends the service as an operator would (SIGTERM). */
    public void stop() {
        process.destroy();
        exitCode();
    }

    /** Ends it as a power cut would (SIGKILL). */
    public void kill() {
        process.destroyForcibly();
        await(process.onExit());
    }

    @Override
    public void close() {
        if (isRunning()) {
            stop();
        }
    }

    /** Calls the API with a token; further headers are names and values in turn. */
    public HttpResponse<String> call(String method, String path, String token, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, application/problem+json");
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return send(PROGRAM, request.build());
    }

    /** Signs in by the form, as a browser does, and gives the page that follows: the inbox, or the form with its refusal. */
    public HttpResponse<String> signIn(String username, String password) {
        HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        URI form = URI.create(address() + "/sign-in");
        Matcher csrf =
                CSRF.matcher(send(browser, HttpRequest.newBuilder(form).build()).body());
        String fields = csrf.find() ? csrf.group(1) + "=" + encoded(csrf.group(2)) + "&" : "";
        return send(
                browser,
                HttpRequest.newBuilder(form)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                fields + "username=" + encoded(username) + "&password=" + encoded(password)))
                        .build());
    }

    /** A connection to the database that runs under a folder of a service's own, as its superuser. */
    public static Connection database(Path folder) throws SQLException {
        try {
            List<String> pid = Files.readAllLines(folder.resolve("postgres").resolve("postmaster.pid"));
            String password =
                    Files.readString(folder.resolve("database-password")).strip();
            return DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + pid.get(3).strip() + "/probatum", "postgres", password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new token of one of the demo's people, once for each, with which a program may do what they may. */
    public static String token(Connection database, String username) throws SQLException {
        Secret secret = Secret.fresh("prb_");
        try (Statement statement = database.createStatement()) {
            statement.execute("insert into api_token (id, secret_hash, person_id, name, scopes, created_at, expires_at)"
                    + " select -id, '\\x" + HexFormat.of().formatHex(secret.hash())
                    + "', id, 'program', '{read,file,review}', now(), now() + interval '1 day' from person"
                    + " where username = '" + username + "'");
        }
        return secret.words();
    }

    /** The rows of a query, their columns joined by blanks. */
    public static List<String> rows(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    columns.add(found.getString(i));
                }
                rows.add(columns.stream().map(String::valueOf).collect(Collectors.joining(" ")));
            }
            return rows;
        }
    }

    private void read() {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                synchronized (lines) {
                    lines.add(line);
                }
                if (line.contains("Listening on:")) {
                    listening.complete(null);
                }
            }
        } catch (IOException e) {
            // The process is gone: what it printed until then is there.
        }
        silent.complete(null);
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> void await(CompletableFuture<T> future) {
        try {
            future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
