package dev.badgr;

import dev.badgr.text.MessageOverrides;
import dev.badgr.text.Words;

/**
 * Badge accounts for an application: the object that a host makes once and asks for verbs. Immutable and safe for use by many
 * threads; starts none of its own.
 */
public final class Badgr {
    private final SignUps signUps;
    private final SignIns signIns;
    private final Recoveries recoveries;
    private final Accounts accounts;
    private final Emails emails;
    private final Merges merges;
    private final Moves moves;
    private final Consents consents;
    private final Badges badges;
    private final Awards awards;
    private final Credentials credentials;
    private final Backpacks backpacks;
    private final Collections collections;
    private final Sharing sharing;
    private final Imports imports;
    private final Notices notices;
    private final Erasures erasures;
    private final Exports exports;
    private final Retention retention;
    private final Audit audit;
    private final Administration administration;
    private final MessageOverrides messages;

    Badgr(Setup setup) {
        this.messages = setup.messages();
        this.backpacks = new Backpacks(setup);
        this.signUps = new SignUps(setup, backpacks);
        this.signIns = new SignIns(setup, signUps);
        this.recoveries = new Recoveries(setup, signIns);
        this.accounts = new Accounts(setup);
        this.emails = new Emails(setup);
        this.merges = new Merges(setup);
        this.moves = new Moves(setup);
        this.consents = new Consents(setup);
        this.badges = new Badges(setup);
        this.awards = new Awards(setup);
        this.credentials = new Credentials(setup);
        this.collections = new Collections(setup, backpacks);
        this.sharing = new Sharing(setup, backpacks);
        this.imports = new Imports(setup);
        this.notices = new Notices(setup);
        this.erasures = new Erasures(setup);
        this.exports = new Exports(setup, credentials);
        this.retention = new Retention(setup);
        this.audit = new Audit(setup);
        this.administration = new Administration(setup);
    }

    /** Takes what the host brings. */
    public static BadgrBuilder builder() {
        return new BadgrBuilder();
    }

    /** Proving a first address and making the account. */
    public SignUps signUps() {
        return signUps;
    }

    /** Signing in. */
    public SignIns signIns() {
        return signIns;
    }

    /** Getting back in by mail. */
    public Recoveries recoveries() {
        return recoveries;
    }

    /** Password and linked social accounts. */
    public Accounts accounts() {
        return accounts;
    }

    /** Verified addresses. */
    public Emails emails() {
        return emails;
    }

    /** Making one account of two. */
    public Merges merges() {
        return merges;
    }

    /** Moving an address between accounts. */
    public Moves moves() {
        return moves;
    }

    /** Terms and e-mail updates. */
    public Consents consents() {
        return consents;
    }

    /** What can be earned. */
    public Badges badges() {
        return badges;
    }

    /** Awarding badges. */
    public Awards awards() {
        return awards;
    }

    /** Awards as Open Badges: signed, and served. */
    public Credentials credentials() {
        return credentials;
    }

    /** A person's badges. */
    public Backpacks backpacks() {
        return backpacks;
    }

    /** Badges that a person puts together. */
    public Collections collections() {
        return collections;
    }

    /** Showing a badge or a collection by a link. */
    public Sharing sharing() {
        return sharing;
    }

    /** Badges that others issued. */
    public Imports imports() {
        return imports;
    }

    /** Mails that wait to be delivered. */
    public Notices notices() {
        return notices;
    }

    /** Erasing an account. */
    public Erasures erasures() {
        return erasures;
    }

    /** Everything about a person, to take along. */
    public Exports exports() {
        return exports;
    }

    /** Forgetting what has served its purpose. */
    public Retention retention() {
        return retention;
    }

    /** What happened to accounts. */
    public Audit audit() {
        return audit;
    }

    /** What the host's staff may do to accounts. */
    public Administration administration() {
        return administration;
    }

    /**
     * What badgr says to this client, in the client's language and zone and with the host's own words:
     * {@code refusal.message(badgr.words(client))}.
     */
    public Words words(Client client) {
        return Words.of(client.locale(), client.zone(), messages);
    }
}
