package dev.badgr;

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
    private final Moves moves;
    private final Consents consents;
    private final Badges badges;
    private final Awards awards;
    private final Backpacks backpacks;
    private final Sharing sharing;
    private final Notices notices;

    Badgr(Setup setup) {
        this.backpacks = new Backpacks(setup);
        this.signUps = new SignUps(setup, backpacks);
        this.signIns = new SignIns(setup, signUps);
        this.recoveries = new Recoveries(setup, signIns);
        this.accounts = new Accounts(setup);
        this.emails = new Emails(setup);
        this.moves = new Moves(setup);
        this.consents = new Consents(setup);
        this.badges = new Badges(setup);
        this.awards = new Awards(setup, setup.stores());
        this.sharing = new Sharing(setup, backpacks);
        this.notices = new Notices(setup);
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

    /** A person's badges. */
    public Backpacks backpacks() {
        return backpacks;
    }

    /** Showing a badge by a link. */
    public Sharing sharing() {
        return sharing;
    }

    /** Mails that wait to be delivered. */
    public Notices notices() {
        return notices;
    }
}
