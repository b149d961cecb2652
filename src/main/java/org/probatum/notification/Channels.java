package org.probatum.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The channels there are, by name. Messages queue in lanes: one for each channel to people, one for each endpoint. */
@ApplicationScoped
public class Channels {
    public static final String IN_APP = "in-app";
    public static final String MAIL = "mail";
    public static final String WEBHOOK = "webhook";

    private final Map<String, NotificationChannel> byName;

    Channels(@Any Instance<NotificationChannel> channels) {
        this.byName = channels.stream().collect(Collectors.toMap(NotificationChannel::name, Function.identity()));
    }

    NotificationChannel named(String name) {
        NotificationChannel channel = byName.get(name);
        if (channel == null) {
            throw new IllegalStateException("there is no channel " + name);
        }
        return channel;
    }

    /** The channel is set up. */
    public boolean isOn(String name) {
        return named(name).isOn();
    }

    static Outbox.Addressed toEndpoint(Object event, long endpoint, Message.Content content) {
        return new Outbox.Addressed(
                Message.id(event, "endpoint " + endpoint, WEBHOOK),
                WEBHOOK + ":" + endpoint,
                WEBHOOK,
                null,
                endpoint,
                content);
    }
}
