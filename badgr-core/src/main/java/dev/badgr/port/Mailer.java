package dev.badgr.port;

/**
 * Sends mail; the host brings it. Must be safe for use by many threads, and should return when a mail server has taken the
 * mail, within seconds: a person waits.
 */
@FunctionalInterface
public interface Mailer {
    /**
     * Sends one mail.
     *
     * @throws RuntimeException if it could not be handed to a mail server; the person is told, or the notice is tried again
     */
    void send(Mail mail);
}
