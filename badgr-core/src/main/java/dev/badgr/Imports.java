package dev.badgr;

import dev.badgr.Refusal.NotImported.Obstacle;
import dev.badgr.account.Account;
import dev.badgr.account.AccountId;
import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.openbadges.Check;
import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.Credential;
import dev.badgr.openbadges.Fetched;
import dev.badgr.openbadges.Picture;
import dev.badgr.openbadges.Report;
import dev.badgr.openbadges.Status;
import dev.badgr.openbadges.Verified;
import dev.badgr.port.Event;
import dev.badgr.port.Import;
import dev.badgr.port.ImportStore.Kept;
import dev.badgr.port.ImportStore.Wanted;
import dev.badgr.text.Bytes;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Badges that others issued (Open Badges 2.0 and 3.0), brought by their person: verified, and kept in the Backpack if they were
 * issued to one of her verified addresses. There they are as awards are; what was received stays as it is, for {@link #download}.
 * Safe for use by many threads.
 *
 * <p>A verification may fetch documents, so these verbs can take some seconds; no transaction is open meanwhile.
 */
public final class Imports {
    private static final Pattern WEB = Pattern.compile("https?://[^\\s\"<>{}]{1,2000}", Pattern.CASE_INSENSITIVE);
    private static final int TURNS = 3;

    private final Setup setup;
    private final Spellings spellings;
    private final Admission admission;
    private final Rechecks rechecks;

    Imports(Setup setup) {
        this.setup = setup;
        this.spellings = new Spellings(setup);
        this.admission = new Admission(setup.limits().imports());
        this.rechecks = new Rechecks(setup);
    }

    /**
     * Brings a file: JSON, a JWT, a baked PNG or SVG.
     *
     * @param file at most 2 MiB
     * @return refused with {@link Refusal.NotImported}, which says why and has the report; with {@link Refusal.PolicyRefused}, or
     *     with {@link Refusal.NotFound} if there is no such account, or {@link Refusal.NotPossible} if there are too many
     */
    public Result<Imported> file(AccountId owner, byte[] file, Client client) {
        return bring(owner, Bytes.of(file), Optional.empty(), client);
    }

    /** Brings what a person has pasted: JSON, a JWT, an SVG, or the URL of any of these; as {@link #file} and {@link #url} do. */
    public Result<Imported> text(AccountId owner, String pasted, Client client) {
        return WEB.matcher(pasted.strip()).matches()
                ? url(owner, URI.create(pasted.strip()), client)
                : bring(owner, Bytes.of(pasted), Optional.empty(), client);
    }

    /**
     * Brings what is at a URL, as {@link #file} does with a file. It is fetched by the host's {@link
     * dev.badgr.openbadges.Fetcher}.
     */
    public Result<Imported> url(AccountId owner, URI location, Client client) {
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(client, "client");
        Fetched fetched = setup.fetcher().fetch(Objects.requireNonNull(location, "location"));
        if (fetched instanceof Fetched.Document document) {
            Optional<URI> source =
                    Optional.of(location).filter(uri -> uri.toString().length() <= 2000);
            return bring(owner, document.content(), source, client);
        }
        String why = fetched instanceof Fetched.Missing missing
                ? "the server answers " + missing.status()
                : ((Fetched.Unavailable) fetched).reason();
        Check line = new Check(CheckName.HOSTED, Status.UNKNOWN, "could not be fetched: " + why, "RFC 9110, 15");
        return notImported(new Report(Optional.empty(), List.of(line)), Obstacle.NOT_FETCHED);
    }

    /**
     * Verifies a badge again that is there, such as when its person asks: one that was revoked leaves, one that is good again is
     * back.
     *
     * @return refused with {@link Refusal.NotFound} if it did not come from elsewhere, or its address is not verified here
     */
    public Result<Rechecked> recheck(AccountId owner, AwardId award) {
        return rechecks.one(owner, award);
    }

    /**
     * Verifies those again that are due, the longest due first: for a schedule of the host, such as one run an hour. Several at once do
     * not do the same work.
     *
     * @param max at most so many
     */
    public List<Rechecked> recheckDue(int max) {
        return rechecks.due(max);
    }

    /** A badge as it was received, unchanged; empty if there is none such whose address is verified on this account. */
    public Optional<ImportedFile> download(AccountId owner, AwardId award) {
        return copy(owner, award)
                .map(copy -> new ImportedFile(copy.content(), copy.form().mediaType()));
    }

    /**
     * The picture of a badge that is not on the web by itself, for the page below {@link Site#pictures()}. No sign-in is needed: its
     * link can't be guessed, and is where the badge was shown.
     */
    public Optional<Picture> picture(AwardId award) {
        return setup.stores().imports().picture(Objects.requireNonNull(award, "award"));
    }

    private Optional<Import> copy(AccountId owner, AwardId award) {
        Objects.requireNonNull(owner, "owner");
        return setup.stores().imports().of(owner, Objects.requireNonNull(award, "award"));
    }

    private Result<Imported> bring(AccountId owner, Bytes received, Optional<URI> source, Client client) {
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(client, "client");
        if (received.length() > Import.LARGEST) {
            Check line = new Check(CheckName.PARSE, Status.FAIL, "is larger than 2 MiB", "RFC 9110, 15.5.14");
            return notImported(new Report(Optional.empty(), List.of(line)), Obstacle.UNREADABLE);
        }
        return setup.stores()
                .accounts()
                .byId(owner)
                .map(account -> bring(account, received, source, client, TURNS))
                .orElseGet(() -> Result.refused(new Refusal.NotFound("account")));
    }

    private Result<Imported> bring(Account account, Bytes received, Optional<URI> source, Client client, int turns) {
        Instant now = setup.now();
        Verified verified = setup.verifier().verify(received);
        if (verified.credential().isEmpty()) {
            return notImported(
                    verified.report(), admission.obstacle(verified.report()).orElse(Obstacle.UNREADABLE));
        }
        Credential credential = verified.credential().get();
        Whose whose = Whose.of(credential, account, spellings);
        Report report = with(whose.line(), verified.report());
        Optional<Obstacle> obstacle = admission.obstacle(report);
        if (obstacle.isPresent()) {
            return notImported(report, obstacle.get());
        } else if (whose.email().isEmpty()) {
            return notYours(report, whose.otherAddress());
        }
        Importing importing =
                new Importing(account, whose.email().get(), credential, received, source, now, report.verdict());
        if (!importing.isInTime()) {
            return notImported(report, Obstacle.OUT_OF_TIME);
        }
        return importing.wanted(setup, client).then(wanted -> {
            Kept kept = setup.stores().imports().keep(wanted);
            return switch (kept.outcome()) {
                case NEW, REPLACED -> told(wanted, imported(report, kept));
                case ALREADY_THERE, OLDER -> imported(report, kept);
                case TOO_MANY -> Rule.TOO_MANY_IMPORTS.refused();
                case NOT_VERIFIED ->
                    notYours(report, Optional.of(importing.email().address().masked()));
                // It was good when this began: so it is looked at again.
                case REVOKED_SINCE ->
                    turns > 1
                            ? bring(account, received, source, client, turns - 1)
                            : notImported(report, Obstacle.REVOKED);
            };
        });
    }

    private Result<Imported> told(Wanted wanted, Result<Imported> imported) {
        Award award = wanted.award();
        setup.events()
                .happenedTo(
                        wanted.owner(),
                        Event.BADGE_IMPORTED,
                        award.badge().issuer().value(),
                        award.badge().name());
        return imported;
    }

    private static Result<Imported> imported(Report report, Kept kept) {
        Imported.Outcome outcome = Imported.Outcome.valueOf(kept.outcome().name());
        return Result.success(new Imported(report, kept.award().orElseThrow(), outcome));
    }

    private static Report with(Check line, Report report) {
        return new Report(
                report.version(),
                Stream.concat(report.checks().stream(), Stream.of(line)).toList());
    }

    private static Result<Imported> notYours(Report report, Optional<String> address) {
        return Result.refused(new Refusal.NotImported(
                address.isPresent() ? Obstacle.OTHER_ADDRESS : Obstacle.NOT_YOURS, report, address));
    }

    private static Result<Imported> notImported(Report report, Obstacle obstacle) {
        return Result.refused(new Refusal.NotImported(obstacle, report, Optional.empty()));
    }
}
