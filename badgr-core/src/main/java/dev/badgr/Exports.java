package dev.badgr;

import dev.badgr.account.Account;
import dev.badgr.award.AwardId;
import dev.badgr.backpack.BackpackEntry;
import dev.badgr.port.Stores;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.exc.JacksonIOException;

/**
 * Everything about a person, to take along or to keep. Safe for use by many threads.
 *
 * <p>The document is JSON (RFC 8259) in UTF-8, of the media type {@code application/json}, and keeps to the JSON Schema (draft
 * 2020-12) that is in the jar as {@code dev/badgr/export-1.schema.json}. It has the account, the preferences, the verified
 * addresses, the linked social accounts, the consents to the Terms with their evidence, the ledger of e-mail updates, the
 * share links, and every award to one of the addresses, whatever became of it. It has nothing that opens anything: no
 * password or its hash, no code, no token. A later version of the format may have more members; what is there keeps its
 * meaning as long as {@code version} is the same.
 */
public final class Exports {
    private static final int PAGE = 100;

    private final Setup setup;
    private final Sessions sessions;

    Exports(Setup setup) {
        this.setup = setup;
        this.sessions = new Sessions(setup);
    }

    /**
     * Writes the document. It is written as it is read, a page of awards at a time, so it may be of any length; each page is as
     * of the moment at which it is read. The stream is flushed at the end and not closed.
     *
     * <p>Unless the answer is a success, discard what was written: it is not JSON, since its end is missing.
     *
     * @return refused with {@link Refusal.SignInTooOld} or {@link Refusal.SessionEnded}, also if the account changes while it is
     *     written
     * @throws UncheckedIOException if the stream can't be written to
     */
    public Result<Exported> write(Session session, OutputStream to) {
        Objects.requireNonNull(to, "to");
        return sessions.fresh(session).then(account -> write(session, account, to));
    }

    private Result<Exported> write(Session session, Account account, OutputStream to) {
        Instant now = setup.now();
        try (ExportDocument document = ExportDocument.to(to)) {
            writePerson(document, account, now);
            long badges = writeBadges(document, account);
            // Addresses that went meanwhile have taken their badges along: such a document would be everything about
            // nobody.
            return sessions.current(session).then(still -> {
                document.end();
                SecurityLog.event(SecurityLog.Event.EXPORTED, account.id());
                return Result.success(new Exported(now, badges));
            });
        } catch (JacksonIOException e) {
            throw new UncheckedIOException(e.getCause());
        }
    }

    private void writePerson(ExportDocument document, Account account, Instant now) {
        Stores stores = setup.stores();
        document.begin(now);
        document.account(account);
        document.termsConsents(stores.consents().agreed(account.id()));
        document.emailUpdates(stores.consents().marketing(account.id()));
        document.shareLinks(stores.shares().of(account.id()));
    }

    private long writeBadges(ExportDocument document, Account account) {
        long written = 0;
        Optional<AwardId> last = Optional.empty();
        List<BackpackEntry> page;
        document.beginBadges();
        do {
            page = setup.stores().backpacks().everything(account.id(), last, PAGE);
            page.forEach(document::badge);
            written += page.size();
            last = page.isEmpty()
                    ? last
                    : Optional.of(page.get(page.size() - 1).award().id());
        } while (page.size() == PAGE);
        document.endBadges();
        return written;
    }
}
