package org.probatum.rerun.workspace;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import org.eclipse.jgit.transport.PacketLineOut;
import org.eclipse.jgit.transport.RefAdvertiser.PacketLineOutRefAdvertiser;
import org.eclipse.jgit.transport.UploadPack;

/** Serves one repository by git's smart protocol over HTTP, and notes what it was asked. */
final class GitServer implements AutoCloseable {
    final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Repo repo;
    private UploadPack.RequestPolicy policy = UploadPack.RequestPolicy.ANY;

    GitServer(Repo repo) throws IOException {
        this.repo = repo;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 20);
        server.setExecutor(threads);
        server.createContext("/model.git/info/refs", this::advertise);
        server.createContext("/model.git/git-upload-pack", this::upload);
        server.start();
    }

    /** Gives only what a branch or a tag points at. */
    GitServer givingTipsOnly() {
        policy = UploadPack.RequestPolicy.ADVERTISED;
        return this;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/model.git";
    }

    /** By version 2 of the protocol where the client asks for it, as the large servers do; by the first for tips only. */
    private UploadPack pack(HttpExchange exchange) {
        UploadPack pack = new UploadPack(repo.repository);
        String version = exchange.getRequestHeaders().getFirst("Git-Protocol");
        if (version != null && policy == UploadPack.RequestPolicy.ANY) {
            pack.setExtraParameters(List.of(version));
        }
        pack.setBiDirectionalPipe(false);
        pack.setRequestPolicy(policy);
        return pack;
    }

    private void advertise(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        exchange.getResponseHeaders().add("Content-Type", "application/x-git-upload-pack-advertisement");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = new BufferedOutputStream(exchange.getResponseBody())) {
            PacketLineOut lines = new PacketLineOut(out);
            lines.writeString("# service=git-upload-pack\n");
            lines.end();
            pack(exchange).sendAdvertisedRefs(new PacketLineOutRefAdvertiser(lines));
        }
    }

    private void upload(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
        exchange.getResponseHeaders().add("Content-Type", "application/x-git-upload-pack-result");
        exchange.sendResponseHeaders(200, 0);
        // Read whole first: the server of the platform waits for more when git skips to the end.
        InputStream body = new ByteArrayInputStream(exchange.getRequestBody().readAllBytes());
        boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        try (InputStream in = zipped ? new GZIPInputStream(body) : body;
                OutputStream out = new BufferedOutputStream(exchange.getResponseBody())) {
            pack(exchange).upload(in, out, null);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
