package dev.badgr;

import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.award.Badge;
import dev.badgr.award.BadgeId;
import dev.badgr.award.IssuerId;
import dev.badgr.award.StatusSlot;
import dev.badgr.award.Withdrawal;
import dev.badgr.email.RecipientKey;
import dev.badgr.openbadges.issue.Assertions;
import dev.badgr.openbadges.issue.CredentialDocuments;
import dev.badgr.openbadges.issue.IssuerDocuments;
import dev.badgr.openbadges.issue.IssuerIdentity;
import dev.badgr.openbadges.issue.IssuerSite;
import dev.badgr.openbadges.issue.ServedDocument;
import dev.badgr.port.FormerKeyStore.FormerKey;
import dev.badgr.port.StatusStore;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the document that is to be served at a URL: reads a name out of the URL, and sees whether that name's URL is the one. */
record Documents(Setup setup, Recipients recipients) {
    private static final int PAGE = 1000;
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,4}");

    Optional<IssuerIdentity> issuer(IssuerId id) {
        return setup.issuers().stream()
                .filter(one -> one.issuer().id().equals(id))
                .findFirst();
    }

    Optional<ServedDocument> at(URI location) {
        return setup.issuers().stream()
                .flatMap(issuer -> at(location, issuer).stream())
                .findFirst();
    }

    private Optional<ServedDocument> at(URI location, IssuerIdentity issuer) {
        if (!location.toString().startsWith(issuer.site().base().toString())) {
            return Optional.empty();
        }
        String name = location.toString().substring(location.toString().lastIndexOf('/') + 1);
        return Optional.ofNullable(pages(issuer).get(location))
                .map(Supplier::get)
                .or(() -> IssuerDocuments.key(issuer, name)
                        .filter(key -> key.location().equals(location)))
                .or(() -> statusList(location, issuer, name))
                .or(() -> badge(location, issuer, name))
                .or(() -> assertion(location, issuer, name));
    }

    private Map<URI, Supplier<ServedDocument>> pages(IssuerIdentity issuer) {
        IssuerId id = issuer.issuer().id();
        IssuerSite site = issuer.site();
        return Map.of(
                site.issuer(id), () -> IssuerDocuments.issuer(issuer),
                site.profile(id), () -> CredentialDocuments.profile(issuer),
                site.didDocument(id), () -> CredentialDocuments.didDocument(issuer),
                site.revocationList(id), () -> IssuerDocuments.revocationList(issuer, withdrawn(id)),
                site.credentialRevocations(id), () -> CredentialDocuments.credentialRevocations(issuer, withdrawn(id)));
    }

    private Optional<ServedDocument> statusList(URI location, IssuerIdentity issuer, String number) {
        IssuerId id = issuer.issuer().id();
        int list = NUMBER.matcher(number).matches() ? Integer.parseInt(number) : StatusSlot.LISTS;
        if (list >= StatusSlot.LISTS || !issuer.site().statusList(id, list).equals(location)) {
            return Optional.empty();
        }
        return setup.stores()
                .statuses()
                .withdrawnIn(id, list)
                .map(indexes -> CredentialDocuments.statusList(issuer, list, indexes, setup.now()));
    }

    private Optional<ServedDocument> badge(URI location, IssuerIdentity issuer, String name) {
        return named(() -> new BadgeId(issuer.issuer().id(), name)).flatMap(id -> {
            IssuerSite site = issuer.site();
            if (site.badgeClass(id).equals(location)) {
                return written(issuer, id, IssuerDocuments::badgeClass);
            }
            return site.achievement(id).equals(location)
                    ? written(issuer, id, CredentialDocuments::achievement)
                    : Optional.empty();
        });
    }

    private Optional<ServedDocument> written(
            IssuerIdentity issuer, BadgeId id, BiFunction<IssuerIdentity, Badge, ServedDocument> how) {
        return setup.stores().badges().byId(id).map(badge -> how.apply(issuer, badge));
    }

    private Optional<ServedDocument> assertion(URI location, IssuerIdentity issuer, String name) {
        return named(() -> AwardId.parse(name))
                .filter(id -> issuer.site().assertion(id).equals(location))
                .flatMap(id -> setup.award(setup.stores(), id).map(award -> award.under(id)))
                .filter(award -> award.badge().issuer().equals(issuer.issuer().id()))
                .flatMap(award -> hosted(issuer, award));
    }

    private Optional<ServedDocument> hosted(IssuerIdentity issuer, Award award) {
        return setup.stores()
                .badges()
                .byId(award.badge())
                .map(badge -> Assertions.hosted(recipients.issuance(issuer, badge, award, Optional.empty())));
    }

    private List<Withdrawal> withdrawn(IssuerId issuer) {
        StatusStore statuses = setup.stores().statuses();
        List<Withdrawal> all = new ArrayList<>();
        List<Withdrawal> page = statuses.withdrawn(issuer, Optional.empty(), PAGE);
        while (!page.isEmpty()) {
            all.addAll(page);
            all.addAll(underFormerIds(page));
            page = statuses.withdrawn(
                    issuer, Optional.of(page.get(page.size() - 1).award()), PAGE);
        }
        return all;
    }

    /** The same as credentials name them that were handed out under a former recipient secret. */
    private List<Withdrawal> underFormerIds(List<Withdrawal> page) {
        Map<RecipientKey, List<FormerKey>> former = setup
                .stores()
                .formerKeys()
                .before(page.stream().map(one -> one.award().recipient()).collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.groupingBy(FormerKey::current));
        return page.stream()
                .flatMap(one -> former.getOrDefault(one.award().recipient(), List.of()).stream()
                        .map(key -> one.under(one.award().under(key.former()))))
                .toList();
    }

    private static <T> Optional<T> named(Supplier<T> parse) {
        try {
            return Optional.of(parse.get());
        } catch (IllegalArgumentException notAName) {
            return Optional.empty();
        }
    }
}
