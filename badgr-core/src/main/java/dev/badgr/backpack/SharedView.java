package dev.badgr.backpack;

/** What a share link shows to the public: no address, no account. */
public sealed interface SharedView permits SharedBadge, SharedCollection {
    /** What the badge or the collection is called; encode it for the page. */
    String title();

    /** The person's name, as she gave it; encode it for the page. */
    String earnedBy();
}
