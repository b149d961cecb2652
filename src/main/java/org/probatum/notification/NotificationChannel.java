package org.probatum.notification;

/**
 * A way to tell somebody. Told the same message twice, by the same id, the recipient can tell that it is the same. Called
 * outside any transaction; it may take as long as it says it does at most, and throws nothing that is the receiver's fault.
 */
public interface NotificationChannel {
    /** Its name in the database: in-app, mail, webhook. */
    String name();

    /** It is set up; nothing is addressed to a channel that is not. */
    boolean isOn();

    Receipt deliver(Message message);
}
