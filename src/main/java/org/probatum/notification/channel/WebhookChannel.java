package org.probatum.notification.channel;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.probatum.notification.Channels;
import org.probatum.notification.Endpoints;
import org.probatum.notification.Message;
import org.probatum.notification.NotificationChannel;
import org.probatum.notification.Receipt;
import org.probatum.shared.Vault;
import org.probatum.shared.outbound.AddressRefused;
import org.probatum.shared.outbound.Outbound;

/** Posts to an endpoint, signed as the Standard Webhooks specification says. A status of 200 to 299 is arrival. */
@ApplicationScoped
public class WebhookChannel implements NotificationChannel {
    private static final int GONE = 410;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    private final Endpoints endpoints;
    private final Vault vault;
    private final Outbound outbound;
    private final MailText address;
    private final Clock clock;
    private final Duration within;

    WebhookChannel(
            Endpoints endpoints,
            Vault vault,
            Outbound outbound,
            MailText address,
            Clock clock,
            @ConfigProperty(name = "probatum.webhooks.within", defaultValue = "10S") Duration within) {
        this.endpoints = endpoints;
        this.vault = vault;
        this.outbound = outbound;
        this.address = address;
        this.clock = clock;
        this.within = within;
    }

    @Override
    public String name() {
        return Channels.WEBHOOK;
    }

    @Override
    public boolean isOn() {
        return vault.isOpen();
    }

    @Override
    public Receipt deliver(Message message) {
        if (!vault.isOpen()) {
            return new Receipt.Failed("webhooks are off: " + Vault.HOW);
        }
        Optional<Endpoints.Destination> to = endpoints.destination(Objects.requireNonNull(message.endpoint()));
        if (to.isEmpty()) {
            return new Receipt.Refused("the endpoint was removed", null);
        }
        String payload = Payload.of(message.content(), address.base());
        Instant now = clock.instant();
        Map<String, String> headers = Map.of(
                "webhook-id", message.id(),
                "webhook-timestamp", String.valueOf(now.getEpochSecond()),
                "webhook-signature", Signature.of(to.get().secrets(), message.id(), now.getEpochSecond(), payload));
        try {
            return receipt(outbound.post(URI.create(to.get().url()), headers, payload, within), now);
        } catch (AddressRefused refused) {
            return new Receipt.Refused(String.valueOf(refused.getMessage()), null);
        } catch (IOException unanswered) {
            return new Receipt.Failed("no answer within " + within.toSeconds() + " s: " + reason(unanswered));
        }
    }

    private static Receipt receipt(Outbound.Answer answer, Instant now) {
        int status = answer.status();
        if (status >= 200 && status < 300) {
            return new Receipt.Delivered(status);
        }
        if (status == GONE) {
            return new Receipt.Gone(status);
        }
        Duration after = status == TOO_MANY || status == UNAVAILABLE ? comeBack(answer.retryAfter(), now) : null;
        String why = status >= 300 && status < 400
                ? "it answered " + status + ", a redirect, and none is followed: give the address it leads to"
                : "it answered " + status;
        return new Receipt.Failed(why, status, after);
    }

    /** What Retry-After says, in seconds or as a date; null when it says nothing that can be read. */
    private static @Nullable Duration comeBack(@Nullable String said, Instant now) {
        if (said == null) {
            return null;
        }
        if (said.strip().matches("[0-9]{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(said.strip()));
        }
        try {
            return Duration.between(
                    now,
                    ZonedDateTime.parse(said.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String reason(IOException fault) {
        String words = fault.getMessage();
        return words == null ? fault.getClass().getSimpleName() : words;
    }
}
