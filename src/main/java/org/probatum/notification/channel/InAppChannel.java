package org.probatum.notification.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Objects;
import org.probatum.notification.Channels;
import org.probatum.notification.Message;
import org.probatum.notification.NotificationChannel;
import org.probatum.notification.Receipt;

/** Puts a line on somebody's page of notifications; the same message twice is one line. */
@ApplicationScoped
public class InAppChannel implements NotificationChannel {
    private final EntityManager database;

    InAppChannel(EntityManager database) {
        this.database = database;
    }

    @Override
    public String name() {
        return Channels.IN_APP;
    }

    @Override
    public boolean isOn() {
        return true;
    }

    @Override
    @Transactional
    public Receipt deliver(Message message) {
        Message.Content content = message.content();
        database.createNativeQuery("insert /* relay */ into notification (id, person_id, kind, headline, decision_key,"
                        + " title, path, at) values (:id, :person, :kind, :headline, :key, :title, :path, :at)"
                        + " on conflict (id) do nothing")
                .setParameter("id", message.id())
                .setParameter("person", message.person())
                .setParameter("kind", Objects.requireNonNull(content.kind()).name())
                .setParameter("headline", content.headline())
                .setParameter("key", content.happening().subject().key())
                .setParameter("title", content.happening().subject().title())
                .setParameter("path", content.path())
                .setParameter("at", content.happening().at())
                .executeUpdate();
        return new Receipt.Delivered(null);
    }
}
