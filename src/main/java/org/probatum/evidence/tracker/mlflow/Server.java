package org.probatum.evidence.tracker.mlflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.probatum.evidence.tracker.Target;
import org.probatum.evidence.tracker.TrackerFault;
import org.probatum.shared.outbound.Conversation;

/** Asks an MLflow server over HTTP; whatever is not an answer becomes a fault that says what it was. */
@ApplicationScoped
class Server {
    /** Reads numbers that are none, too. */
    static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private static final String API = "/api/2.0/mlflow/";
    private static final long MOST = 8L << 20;
    private static final Duration AWAITED = Duration.ofSeconds(5);

    private final Conversation conversation;
    private final Duration within;
    private final Duration downloadWithin;
    private final long downloadMost;

    Server(
            Conversation conversation,
            @ConfigProperty(name = "probatum.trackers.within", defaultValue = "20S") Duration within,
            @ConfigProperty(name = "probatum.trackers.artifact-within", defaultValue = "10M") Duration downloadWithin,
            @ConfigProperty(name = "probatum.trackers.artifact-most", defaultValue = "2147483648") long downloadMost) {
        this.conversation = conversation;
        this.within = within;
        this.downloadWithin = downloadWithin;
        this.downloadMost = downloadMost;
    }

    /** Takes in the body of a good answer. */
    interface Body<T> {
        T read(InputStream body) throws IOException;
    }

    JsonNode get(Target at, String path, Map<String, String> query) throws TrackerFault {
        return get(at, path, query, MOST, Server::tree);
    }

    /** An answer of the API that is read as it comes. */
    <T> T get(Target at, String path, Map<String, String> query, long most, Body<T> reading) throws TrackerFault {
        return ask(at, "GET", API + path + asked(query), null, patience(at), most, reply -> {
            Faults.requireJson(at, reply);
            return reading.read(reply.body());
        });
    }

    JsonNode post(Target at, String path, JsonNode body) throws TrackerFault {
        return ask(at, "POST", API + path, body.toString(), patience(at), MOST, reply -> {
            Faults.requireJson(at, reply);
            return tree(reply.body());
        });
    }

    /** What is no part of the API, as it comes. */
    <T> T download(Target at, String path, Map<String, String> query, Body<T> reading) throws TrackerFault {
        return ask(at, "GET", path + asked(query), null, downloadWithin, downloadMost, reply -> {
            Faults.requireGood(at, reply);
            return reading.read(reply.body());
        });
    }

    private <T> T ask(
            Target at,
            String method,
            String path,
            @Nullable String json,
            Duration time,
            long most,
            Conversation.Reading<T> reading)
            throws TrackerFault {
        URI to = URI.create(at.url().toString().replaceFirst("/+$", "") + path);
        var question = new Conversation.Question(method, to, at.credential().headers(), json, time, most);
        try {
            return conversation.ask(question, reading);
        } catch (TrackerFault fault) {
            throw fault;
        } catch (JsonProcessingException e) {
            throw new TrackerFault(
                    TrackerFault.Kind.NONSENSE,
                    at.name() + " answered something that is not JSON to " + method + " " + to.getPath());
        } catch (IOException e) {
            throw Faults.of(at, e);
        }
    }

    private Duration patience(Target at) {
        return at.awaited() && within.compareTo(AWAITED) > 0 ? AWAITED : within;
    }

    private static JsonNode tree(InputStream body) throws IOException {
        JsonNode tree = JSON.readTree(body);
        return tree == null ? JSON.createObjectNode() : tree;
    }

    private static String asked(Map<String, String> query) {
        return query.isEmpty()
                ? ""
                : "?"
                        + query.entrySet().stream()
                                .map(one ->
                                        one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                                .collect(Collectors.joining("&"));
    }
}
