package org.probatum.notification.channel;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.probatum.notification.Channels;
import org.probatum.notification.Message;
import org.probatum.notification.NotificationChannel;
import org.probatum.notification.Receipt;
import org.probatum.people.People;
import org.probatum.people.Person;

/** Sends a mail, as plain text and as HTML. Its Message-ID is the message's own, so that a mail sent twice is known as one. */
@ApplicationScoped
public class MailChannel implements NotificationChannel {
    private static final Duration WITHIN = Duration.ofSeconds(15);

    private final ReactiveMailer mailer;
    private final People people;
    private final MailText text;
    private final Optional<String> host;

    MailChannel(
            ReactiveMailer mailer,
            People people,
            MailText text,
            @ConfigProperty(name = "probatum.mail.host") Optional<String> host) {
        this.mailer = mailer;
        this.people = people;
        this.text = text;
        this.host = host;
    }

    @Override
    public String name() {
        return Channels.MAIL;
    }

    /** On once a mail host is named. */
    @Override
    public boolean isOn() {
        return host.filter(name -> !name.isBlank()).isPresent();
    }

    @Override
    public Receipt deliver(Message message) {
        Optional<Person> person =
                QuarkusTransaction.requiringNew().call(() -> people.findByIdOptional(message.person()));
        String address = person.map(Person::email).orElse("");
        if (!address.matches("[^@\\s,;<>\"]+@[^@\\s,;<>\"]+")) {
            return new Receipt.Refused("\"" + address + "\" is no mail address", null);
        }
        if (!isOn()) {
            return new Receipt.Failed("no mail host is named: set probatum.mail.host");
        }
        Mail mail = new Mail()
                .addTo(address)
                .setSubject(MailText.subject(message.content()))
                .setText(text.plain(message.content()))
                .setHtml(text.html(message.content()))
                .addHeader("Message-ID", "<" + message.id() + "@" + domain() + ">")
                .addHeader("Auto-Submitted", "auto-generated")
                .addHeader("X-Auto-Response-Suppress", "All");
        try {
            mailer.send(mail).await().atMost(WITHIN);
            return new Receipt.Delivered(null);
        } catch (RuntimeException notSent) {
            return new Receipt.Failed("the mail server did not take it: " + reason(notSent));
        }
    }

    private String domain() {
        String host = URI.create(text.base()).getHost();
        return host == null ? "localhost" : host;
    }

    private static String reason(Throwable fault) {
        Throwable root = fault;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String words = root.getMessage();
        return words == null ? root.getClass().getSimpleName() : words.replaceAll("\\s+", " ");
    }
}
