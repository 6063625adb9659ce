package dev.badgr.contract;

import static dev.badgr.fixture.Forms.email;
import static dev.badgr.fixture.Outcomes.assertInvalid;
import static dev.badgr.fixture.Outcomes.assertNotPossible;
import static dev.badgr.fixture.Outcomes.assertRefused;
import static dev.badgr.fixture.Outcomes.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.EmailForm;
import dev.badgr.Refusal;
import dev.badgr.Rule;
import dev.badgr.award.AwardId;
import dev.badgr.award.IdentityHash;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.VerifiedEmail;
import dev.badgr.fixture.Person;
import dev.badgr.fixture.Some;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Badges that were awarded, or hashed elsewhere, to another spelling of a verified address. */
public abstract class SpellingsContract extends VerbContract {
    private final String word = Some.word();
    private final EmailAddress mia = address("mia.lund-" + word + "@school.edu");
    private final EmailAddress odd = address("mIa.LuNd-" + word + "@school.edu");
    private Person person;

    @BeforeEach
    void miaHasAnAccount() {
        person = app.personWithAccount(mia);
    }

    @Test
    void aBadgeAwardedToAnotherSpellingIsInTheBackpack() {
        AwardId award = app.awarded(odd);
        AwardId shouted = app.awarded(address(mia.text().toUpperCase(Locale.ROOT)));
        assertThat(app.backpack(person)).containsExactlyInAnyOrder(award, shouted);
    }

    @Test
    void theSpellingsAreThoseOfTheProofOfThePersonAndOfAwards() {
        EmailAddress added = address("MIA.lund-" + word + "@school.edu");
        app.awarded(odd);
        assertThat(done(badgr().emails().addSpelling(person.session(), email(added))))
                .isEqualTo(added);
        assertThat(done(badgr().emails().addSpelling(person.session(), email(added))))
                .isEqualTo(added);
        assertThat(done(badgr().emails().spellings(person.session(), email(odd))))
                .containsExactly(mia, added, odd);
        assertThat(done(badgr().emails().removeSpelling(person.session(), email(added))))
                .isEqualTo(added);
        assertThat(done(badgr().emails().spellings(person.session(), email(mia))))
                .containsExactly(mia, odd);
        assertRefused(
                badgr().emails().removeSpelling(person.session(), email(added)), new Refusal.NotFound("spelling"));
    }

    @Test
    void onlySpellingsOfOwnVerifiedAddressesAreAdded() {
        EmailAddress leos = app.personWithAccount().email();
        assertNotPossible(badgr().emails().addSpelling(person.session(), email(leos)), Rule.NOT_ITS_EMAIL);
        EmailAddress nobodys = Some.address();
        assertNotPossible(badgr().emails().addSpelling(person.session(), email(nobodys)), Rule.NOT_ITS_EMAIL);
        assertInvalid(badgr().emails().addSpelling(person.session(), new EmailForm("x")), "email: email.format");
        Person changed = app.withAddress(person, Some.address());
        assertRefused(badgr().emails().addSpelling(person.session(), email(odd)), new Refusal.SessionEnded());
        done(badgr().emails().addSpelling(changed.session(), email(odd)));
    }

    @Test
    void anAddressHasTwentyOfThem() {
        for (int i = 0; i < 20; i++) {
            done(badgr().emails().addSpelling(person.session(), email(spelled(i))));
        }
        assertNotPossible(badgr().emails().addSpelling(person.session(), email(spelled(20))), Rule.TOO_MANY_SPELLINGS);
        done(badgr().emails().removeSpelling(person.session(), email(spelled(0))));
        done(badgr().emails().addSpelling(person.session(), email(spelled(20))));
    }

    @Test
    void aHashOfACommonCapitalisationIsRecognised() {
        String[] common = {
            mia.text(),
            "Mia.Lund-" + word + "@school.edu",
            "MIA.LUND-" + word.toUpperCase(Locale.ROOT) + "@SCHOOL.EDU",
            mia.localPart() + "@School.edu",
            "Mia.Lund-" + word + "@School.Edu"
        };
        for (String spelling : common) {
            assertOwned(spelling, hash("sha256", spelling, "deadsea"));
            assertOwned(spelling, hash("md5", spelling, ""));
        }
    }

    @Test
    void aHashOfAnySpellingEverUsedIsRecognised() {
        IdentityHash hash = hash("sha256", odd.text(), "salt");
        assertThat(badgr().emails().owns(person.id(), hash)).isEmpty();
        done(badgr().emails().addSpelling(person.session(), email(odd)));
        assertOwned("added", hash);
        done(badgr().emails().removeSpelling(person.session(), email(odd)));
        assertThat(badgr().emails().owns(person.id(), hash)).isEmpty();
        app.awarded(odd);
        assertOwned("awarded", hash);
    }

    @Test
    void theSpellingOfTheProofIsRecognisedHoweverOdd() {
        EmailAddress typed = address("lEo-" + word + "@sChOol.edu");
        Person leo = app.personWithAccount(typed);
        assertThat(badgr().emails().owns(leo.id(), hash("sha256", typed.text(), "salt")))
                .map(VerifiedEmail::address)
                .contains(typed);
    }

    @Test
    void onlyAVerifiedAddressCounts() {
        EmailAddress second = Some.address();
        IdentityHash hash = hash("sha256", second.text(), "salt");
        assertThat(badgr().emails().owns(person.id(), hash)).isEmpty();
        Person more = app.withAddress(person, second);
        assertThat(badgr().emails().owns(person.id(), hash))
                .map(VerifiedEmail::address)
                .contains(second);
        done(badgr().emails().remove(more.session(), email(second), more.client()));
        assertThat(badgr().emails().owns(person.id(), hash)).isEmpty();
    }

    @Test
    void nobodyElseOwnsIt() {
        done(badgr().emails().addSpelling(person.session(), email(odd)));
        Person eve = app.personWithAccount();
        assertThat(badgr().emails().owns(eve.id(), hash("md5", odd.text(), "salt")))
                .isEmpty();
        assertThat(badgr().emails().owns(eve.id(), hash("md5", mia.text(), "salt")))
                .isEmpty();
        assertThat(badgr().emails().owns(Some.accountId(), hash("md5", mia.text(), "salt")))
                .isEmpty();
    }

    private void assertOwned(String as, IdentityHash hash) {
        assertThat(badgr().emails().owns(person.id(), hash))
                .as(as)
                .isEqualTo(Optional.of(person.account().primaryEmail()));
    }

    /** A spelling of Mia's address for each number below 64. */
    private EmailAddress spelled(int number) {
        StringBuilder domain = new StringBuilder();
        for (int i = 0; i < "school".length(); i++) {
            String letter = "school".substring(i, i + 1);
            domain.append(((number >> i) & 1) == 1 ? letter.toUpperCase(Locale.ROOT) : letter);
        }
        return address(mia.localPart() + "@" + domain + ".eDu");
    }

    private static IdentityHash hash(String algorithm, String spelling, String salt) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm.equals("md5") ? "MD5" : "SHA-256");
            byte[] hash = digest.digest((spelling + salt).getBytes(StandardCharsets.UTF_8));
            return IdentityHash.parse(algorithm + "$" + HexFormat.of().formatHex(hash), salt);
        } catch (NoSuchAlgorithmException e) {
            throw new LinkageError(algorithm, e);
        }
    }

    private static EmailAddress address(String text) {
        return EmailAddress.parse(text);
    }
}
