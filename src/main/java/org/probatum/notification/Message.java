package org.probatum.notification;

import org.jspecify.annotations.Nullable;
import org.probatum.shared.Digest;

/**
 * One message to one recipient by one channel.
 *
 * @param id the same at every attempt
 * @param person whom it is for; null when it is for an endpoint
 * @param endpoint which endpoint it is for; null when it is for a person
 * @param content what it says
 */
public record Message(
        String id, @Nullable Long person, @Nullable Long endpoint, Content content) {
    /**
     * What it says.
     *
     * @param kind null when it is for an endpoint
     * @param headline what is read first
     * @param path where it leads, from the service's address on
     * @param topic the name that endpoints know the event by
     */
    public record Content(@Nullable Kind kind, String headline, String path, String topic, Happening happening) {}

    /** The one id of an event's message to a recipient by a channel, whoever works it out and how often. */
    static String id(Object event, String recipient, String channel) {
        return "msg_"
                + Digest.of(event + " " + recipient + " " + channel)
                        .substring("sha256:".length())
                        .substring(0, 32);
    }
}
