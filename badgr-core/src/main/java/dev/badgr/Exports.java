package dev.badgr;

import dev.badgr.account.Account;
import dev.badgr.account.AccountId;
import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.backpack.BackpackEntry;
import dev.badgr.port.AuditQuery;
import dev.badgr.port.AuditQuery.Position;
import dev.badgr.port.AuditRecord;
import dev.badgr.port.Event;
import dev.badgr.port.Import;
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
 * share links, the collections, what happened to the account, every award to one of the addresses, whatever became of it, and the badges from elsewhere as they
 * were received. It has nothing that opens anything: no
 * password or its hash, no code, no token. A later version of the format may have more members; what is there keeps its
 * meaning as long as {@code version} is the same.
 */
public final class Exports {
    private static final int PAGE = 100;
    /** Each may be of two mebibytes. */
    private static final int COPIES = 8;

    private final Setup setup;
    private final Credentials credentials;
    private final Sessions sessions;

    Exports(Setup setup, Credentials credentials) {
        this.setup = setup;
        this.credentials = credentials;
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
        try (JsonOut json = new JsonOut(to)) {
            json.begin();
            json.text("format", ExportDocument.FORMAT);
            json.number("version", ExportDocument.VERSION);
            json.text("exportedAt", now);
            writePerson(json, account);
            long badges = writeBadges(json, account.id());
            writeCredentials(json, account.id());
            // Addresses that went meanwhile have taken their badges along, so this would not be everything.
            return sessions.current(session).then(still -> {
                json.end();
                setup.events().happenedTo(account.id(), Event.EXPORTED);
                return Result.success(new Exported(now, badges));
            });
        } catch (JacksonIOException e) {
            throw new UncheckedIOException(e.getCause());
        }
    }

    private void writePerson(JsonOut json, Account account) {
        Stores stores = setup.stores();
        ExportDocument document = new ExportDocument(json);
        AccountId id = account.id();
        document.account(account);
        json.objects("termsConsents", stores.consents().agreed(id), document::termsConsent);
        json.objects("emailUpdates", stores.consents().marketing(id), document::emailUpdate);
        json.objects("shareLinks", stores.shares().of(id), document::shareLink);
        json.beginObjects("collections");
        stores.collections().of(id).stream()
                .flatMap(summary -> stores.collections().byId(id, summary.id()).stream())
                .forEach(collection -> json.inObject(collection, document::collection));
        json.endObjects();
        writeHistory(json, document, id);
    }

    private void writeCredentials(JsonOut json, AccountId owner) {
        ExportDocument document = new ExportDocument(json);
        Optional<Import> last = Optional.empty();
        List<Import> page;
        json.beginObjects("credentials");
        do {
            page = setup.stores().imports().page(owner, last, COPIES);
            page.forEach(copy -> json.inObject(copy, document::credential));
            last = page.isEmpty() ? last : Optional.of(page.get(page.size() - 1));
        } while (page.size() == COPIES);
        json.endObjects();
    }

    private void writeHistory(JsonOut json, ExportDocument document, AccountId id) {
        AuditQuery query = AuditQuery.newest(PAGE);
        List<AuditRecord> found;
        json.beginObjects("history");
        do {
            found = setup.stores().audit().page(id, query);
            List<AuditRecord> page = found.subList(0, Math.min(PAGE, found.size()));
            page.forEach(record -> json.inObject(record, document::record));
            if (!page.isEmpty()) {
                query = new AuditQuery(PAGE, Optional.of(Position.of(page.get(page.size() - 1))));
            }
        } while (found.size() > PAGE);
        json.endObjects();
    }

    /** A badge for others to verify, where the host is its issuer and it counts. */
    private Optional<String> credential(Award award) {
        boolean isSigned = award.isLive()
                && setup.issuers().stream()
                        .anyMatch(issuer ->
                                issuer.issuer().id().equals(award.badge().issuer()));
        return isSigned
                ? credentials.token(award.id(), Optional.empty()).fold(Optional::of, gone -> Optional.empty())
                : Optional.empty();
    }

    private long writeBadges(JsonOut json, AccountId owner) {
        ExportedBadge badge = new ExportedBadge(json);
        long written = 0;
        Optional<AwardId> last = Optional.empty();
        List<BackpackEntry> page;
        json.beginObjects("badges");
        do {
            page = setup.stores().backpacks().everything(owner, last, PAGE);
            page.forEach(entry -> json.inObject(entry, one -> {
                badge.write(one);
                json.text("credential", credential(one.award()));
            }));
            written += page.size();
            last = page.isEmpty()
                    ? last
                    : Optional.of(page.get(page.size() - 1).award().id());
        } while (page.size() == PAGE);
        json.endObjects();
        return written;
    }
}
