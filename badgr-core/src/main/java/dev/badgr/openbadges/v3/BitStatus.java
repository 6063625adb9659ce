package dev.badgr.openbadges.v3;

import dev.badgr.openbadges.Check;
import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.Fetched;
import dev.badgr.openbadges.Report;
import dev.badgr.openbadges.Status;
import dev.badgr.openbadges.Verdict;
import dev.badgr.openbadges.check.Findings;
import dev.badgr.openbadges.check.Verification;
import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.openbadges.json.Malformed;
import java.util.Optional;
import java.util.regex.Pattern;

/** The status of a credential in a list of bits (Bitstring Status List 1.0, 3.2; Status List 2021). */
final class BitStatus {
    private static final String SECTION = "Bitstring Status List 1.0, 3.2";
    private static final Pattern INDEX = Pattern.compile("[0-9]{1,18}");
    private static final int LARGEST = 8;

    private final JsonObject entry;
    private final Optional<String> issuer;
    private final Verification verification;
    private final Proofs proofs;

    BitStatus(JsonObject entry, Optional<String> issuer, Verification verification, Proofs proofs) {
        this.entry = entry;
        this.issuer = issuer;
        this.verification = verification;
        this.proofs = proofs;
    }

    void check() {
        Optional<Fetched> fetched =
                entry.text("statusListCredential").flatMap(Verification::uri).map(verification::fetch);
        if (fetched.isEmpty()) {
            findings().fail(CheckName.STATUS, "the status names no list", SECTION);
        } else if (fetched.get() instanceof Fetched.Document document) {
            list(document.content().toArray());
        } else {
            findings().unknown(CheckName.STATUS, "the list of statuses could not be had", SECTION);
        }
    }

    private void list(byte[] content) {
        Verification apart = verification.apart();
        Optional<Received> list = Received.of(content, apart);
        list.ifPresent(received -> new CredentialCheck(apart, proofs).verifyList(received));
        Report report = apart.findings().report(Optional.empty());
        Optional<Check> fault =
                report.checks().stream().filter(BitStatus::isFault).findFirst();
        if (fault.isPresent()) {
            findings()
                    .fail(
                            CheckName.STATUS,
                            "the list of statuses is not good: " + fault.get().found(),
                            SECTION);
        } else {
            list.ifPresent(received -> judge(received.document(), report.verdict()));
        }
    }

    /** A list that has run out is not forged: it only says nothing any more. */
    private static boolean isFault(Check check) {
        return check.status() == Status.FAIL && check.name().decides() && check.name() != CheckName.EXPIRED;
    }

    private void judge(JsonObject list, Verdict verdict) {
        try {
            JsonObject subject =
                    Parties.first(list, "credentialSubject").orElseThrow(() -> new Malformed("the list is empty"));
            String purpose = entry.text("statusPurpose").orElse("revocation");
            if (!subject.texts("statusPurpose").contains(purpose)) {
                throw new Malformed("the list of statuses is for another purpose");
            }
            tell(purpose, value(subject), verdict, Parties.issuer(list).equals(issuer));
        } catch (Malformed e) {
            findings().fail(CheckName.STATUS, e.reason(), SECTION);
        }
    }

    private int value(JsonObject subject) {
        int size = (int) number("statusSize").orElse(1L).longValue();
        if (size < 1 || size > LARGEST) {
            throw new Malformed("a status has 1 to " + LARGEST + " bits");
        }
        long index = number("statusListIndex").orElseThrow(() -> new Malformed("the status has no index"));
        BitList bits = BitList.parse(subject.text("encodedList").orElse(""));
        if (bits.entries(size) < BitList.FEWEST) {
            throw new Malformed("the list of statuses has fewer than " + BitList.FEWEST + " entries");
        }
        return bits.entry(index, size);
    }

    private void tell(String purpose, int value, Verdict verdict, boolean isIssuers) {
        boolean isOver = purpose.equals("revocation") || purpose.equals("suspension");
        if (value != 0 && isOver) {
            findings().fail(CheckName.REVOKED, "its issuer has set the status of " + purpose, SECTION);
        } else if (verdict == Verdict.UNKNOWN || verdict == Verdict.INVALID) {
            findings().unknown(CheckName.STATUS, "the list of statuses can't be relied on", SECTION);
        } else if (!isIssuers) {
            findings().warn(CheckName.STATUS, "the list of statuses is by another issuer", SECTION);
        } else {
            findings().pass(CheckName.STATUS, "the status of " + purpose + " is " + value, SECTION);
        }
    }

    /** The specification has an index as text; a number is read as well. */
    private Optional<Long> number(String name) {
        Optional<Json> value = entry.get(name);
        String digits = value.map(one -> one instanceof Json.Numeral number
                        ? number.literal()
                        : one instanceof Json.Text text ? text.value() : "?")
                .orElse("");
        if (digits.isEmpty() && value.isEmpty()) {
            return Optional.empty();
        } else if (!INDEX.matcher(digits).matches()) {
            throw new Malformed("the status has a malformed " + name);
        }
        return Optional.of(Long.parseLong(digits));
    }

    private Findings findings() {
        return verification.findings();
    }
}
