package dev.badgr;

import dev.badgr.account.Account;

/** Rules of the domain that can stand against what a person or a host wants, each with the field that it concerns. */
public enum Rule {
    /** The last address can't be removed. */
    LAST_EMAIL("email"),
    /** Another address must be made the primary one first. */
    PRIMARY_EMAIL("email"),
    /** There are as many addresses as an account may have. */
    TOO_MANY_EMAILS("email"),
    /** The address is none of this account's. */
    NOT_ITS_EMAIL("email"),
    /** The address is verified on this account already. */
    EMAIL_ALREADY_YOURS("email"),
    /** There are as many added spellings of the address as there may be. */
    TOO_MANY_SPELLINGS("email"),
    /** The address, which the person has proven, is verified on another account. */
    EMAIL_TAKEN("email"),
    /** The address is on no account that it could be moved from, or is the only one there. */
    MOVE_NOT_POSSIBLE("email"),
    /** It is asked already whether the address is to be moved. */
    MOVE_ASKED_BEFORE("email"),
    /** The move was decided before, can't be objected to any more, or is none of this account's. */
    MOVE_OVER("move"),
    /** The other account's person can still object. */
    MOVE_NOT_DUE("move"),
    /** The social account is not linked to this account. */
    NOT_ITS_IDENTITY("identity"),
    /** The social account is linked to this account already. */
    IDENTITY_ALREADY_LINKED("identity"),
    /** The social account is linked to another account. */
    IDENTITY_TAKEN("identity"),
    /** There is an account with this address: sign in to it and link the social account there. */
    LINK_NEEDS_SIGN_IN("identity"),
    /** The last way to sign in can't be removed. */
    LAST_WAY_IN("identity"),
    /** There is another badge under this id. */
    BADGE_DIFFERS("badge"),
    /** Somebody has verified the address that the award was sent to. */
    ADDRESS_VERIFIED("award"),
    /** The award was revoked, readdressed or issued again before. */
    AWARD_GONE("award"),
    /** There is an award under the new one's key already, which is no new issue of this one. */
    AWARD_KEY_TAKEN("award"),
    /** The badge is another issuer's than the award's. */
    ISSUER_DIFFERS("badge"),
    /** The badge is from elsewhere: only its issuer can do that. */
    BADGE_FROM_ELSEWHERE("award"),
    /** There are as many badges from elsewhere for one address as there may be. */
    TOO_MANY_IMPORTS("file"),
    /** The badge's issuer is none that the host signs for. */
    NOT_THE_ISSUER("badge"),
    /** There are as many collections as an account may have. */
    TOO_MANY_COLLECTIONS("collection"),
    /** There are as many badges in the collection as it may have. */
    COLLECTION_FULL("award"),
    /** The collection is not as the person saw it any more. */
    COLLECTION_CHANGED("collection");

    private final String field;

    Rule(String field) {
        this.field = field;
    }

    /** The form field that it concerns. */
    public String field() {
        return field;
    }

    /** The rule that this obstacle comes of. */
    static Rule of(Account.Obstacle obstacle) {
        return valueOf(obstacle.name());
    }

    /** Not done, because this stands against it. */
    <T> Result<T> refused() {
        return Result.refused(new Refusal.NotPossible(this));
    }
}
