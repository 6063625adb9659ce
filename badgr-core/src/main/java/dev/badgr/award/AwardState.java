package dev.badgr.award;

/** What the policy and the person decided about an award. Whether it is in a Backpack also depends on the address. */
public enum AwardState {
    /** To be seen. */
    SHOWN,
    /** The person may accept it. */
    OFFERED,
    /** The policy is asked again once an account has proven the address. */
    WAITING,
    /** The policy keeps it out. */
    REFUSED,
    /** The person put it away, and may restore it. */
    DECLINED,
    /** Hers, but out of sight: in a list of its own, shared with nobody, until she restores it. */
    HIDDEN
}
