package dev.badgr;

/**
 * What one run of {@link Notices#deliver} did.
 *
 * @param delivered mails that a mail server took
 * @param dropped notices that were not true any more, such as those of awards that were revoked or readdressed before, and
 *     those whose mailbox wants none
 * @param failed mails that will be tried again, or were given up
 */
public record Delivery(int delivered, int dropped, int failed) {
    Delivery plus(Delivery other) {
        return new Delivery(delivered + other.delivered, dropped + other.dropped, failed + other.failed);
    }
}
