package dev.badgr.examples.walkthrough;

import dev.badgr.Client;
import dev.badgr.Session;
import dev.badgr.account.AccountId;
import org.jspecify.annotations.Nullable;

/** Somebody at a browser: what she knows, and the session that the portal keeps for her. */
final class Visitor {
    final Client client;
    String email;
    String schoolEmail = "";
    String name = "";
    String password = Cast.PASSWORD;
    private @Nullable Session session;

    Visitor(String email, Client client) {
        this.email = email;
        this.client = client;
    }

    Session session() {
        if (session == null) {
            throw new StoryBroken(email + " is not signed in");
        }
        return session;
    }

    AccountId account() {
        return session().account();
    }

    void signedIn(Session newSession) {
        this.session = newSession;
    }

    /** A change of the account ends all sessions but the one that it gives: the portal keeps that in place of the old one. */
    void goesOn(Session next) {
        this.session = next;
    }
}
