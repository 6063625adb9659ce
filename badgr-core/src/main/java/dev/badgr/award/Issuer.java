package dev.badgr.award;

import dev.badgr.email.EmailAddress;
import dev.badgr.text.Links;
import dev.badgr.text.Text;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * Who awards badges (Open Badges 2.0, Profile).
 *
 * @param id the host's short name for it
 * @param name for people; at most 200 code points
 * @param url its home page
 * @param email where it can be asked
 */
public record Issuer(IssuerId id, String name, URI url, Optional<EmailAddress> email) {
    public Issuer {
        Objects.requireNonNull(id, "id");
        name = Text.line("issuer.name", name, 200);
        Links.requireWeb("issuer.url", url);
        Objects.requireNonNull(email, "email");
    }

    /** An issuer without an address of its own. */
    public static Issuer of(String id, String name, String url) {
        return new Issuer(new IssuerId(id), name, URI.create(url), Optional.empty());
    }
}
