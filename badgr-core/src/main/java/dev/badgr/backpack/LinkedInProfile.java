package dev.badgr.backpack;

import dev.badgr.award.Award;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.OptionalLong;

/** The form in which LinkedIn takes a certification into its reader's profile, filled in ("Add to Profile"). */
final class LinkedInProfile {
    private LinkedInProfile() {}

    /** Months are those in UTC, wherever the person is: the same for all who look. */
    static URI add(BackpackEntry entry, URI link, OptionalLong organization) {
        Award award = entry.award();
        Query form = Query.to("https://www.linkedin.com/profile/add")
                .with("startTask", "CERTIFICATION_NAME")
                .with("name", entry.badge().name());
        // Either the one or the other names the issuer there.
        form = organization.isPresent()
                ? form.with("organizationId", organization.getAsLong())
                : form.with("organizationName", entry.badge().issuer().name());
        form = month(form, "issue", award.issuedOn());
        if (award.expires().isPresent()) {
            form = month(form, "expiration", award.expires().get());
        }
        return form.with("certUrl", link.toString())
                .with("certId", award.id().text())
                .uri();
    }

    private static Query month(Query form, String what, Instant time) {
        ZonedDateTime utc = time.atZone(ZoneOffset.UTC);
        return form.with(what + "Year", utc.getYear()).with(what + "Month", utc.getMonthValue());
    }
}
