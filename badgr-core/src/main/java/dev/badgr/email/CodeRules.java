package dev.badgr.email;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The numbers around codes. The first four and the budget of wrong guesses an address has are at their least strict by
 * default and can only be tightened (OWASP ASVS 5.0, 6.5 and 6.6; NIST SP 800-63B-4, 3.1.3); rates for clients and for
 * the system may be set either way.
 *
 * @param validFor how long a code can be confirmed
 * @param attempts how many guesses a code takes
 * @param provenFor how long a confirmed challenge can be completed, such as by filling in a name and a password
 * @param sendsPerAddress how often a code may be sent to an address
 * @param wrongPerAddress wrong guesses for an address in {@link #day()}; a host's {@code Limits} take 50 at most
 * @param signUpsPerClient how often a client may begin
 * @param wrongPerClient wrong guesses from a client in {@link #hour()}
 * @param wrongInAll wrong guesses in the whole system in {@link #day()}, after which codes become links
 */
public record CodeRules(
        Duration validFor,
        int attempts,
        Duration provenFor,
        List<Rate> sendsPerAddress,
        int wrongPerAddress,
        List<Rate> signUpsPerClient,
        int wrongPerClient,
        int wrongInAll) {

    public CodeRules {
        sendsPerAddress = List.copyOf(sendsPerAddress);
        signUpsPerClient = List.copyOf(signUpsPerClient);
        require(validFor, Duration.ofMinutes(10), "validFor");
        require(attempts, 5, "attempts");
        require(provenFor, Duration.ofMinutes(60), "provenFor");
        require(wrongPerAddress, Integer.MAX_VALUE, "wrongPerAddress");
        require(wrongPerClient, Integer.MAX_VALUE, "wrongPerClient");
        require(wrongInAll, Integer.MAX_VALUE, "wrongInAll");
        if (sendsPerAddress.isEmpty() || signUpsPerClient.isEmpty()) {
            throw new IllegalArgumentException("sendsPerAddress, signUpsPerClient: need at least one rate");
        }
    }

    /** The defaults. */
    public static CodeRules standard() {
        return new CodeRules(
                Duration.ofMinutes(10),
                5,
                Duration.ofMinutes(60),
                List.of(
                        new Rate(1, Duration.ofSeconds(60)),
                        new Rate(5, Duration.ofHours(1)),
                        new Rate(10, Duration.ofDays(1))),
                50,
                List.of(new Rate(20, Duration.ofHours(1))),
                60,
                10_000);
    }

    /** The same with another rate for clients, such as for a school whose pupils share one address. */
    public CodeRules withSignUpsPerClient(Rate... rates) {
        return new CodeRules(
                validFor,
                attempts,
                provenFor,
                sendsPerAddress,
                wrongPerAddress,
                List.of(rates),
                wrongPerClient,
                wrongInAll);
    }

    /**
     * The same without budgets of wrong guesses for an address and a client, for what nobody can guess: so that whoever spends
     * a person's budget can't keep her out (OWASP ASVS 5.0, 6.1.1).
     */
    public CodeRules forLinks() {
        return new CodeRules(
                validFor,
                attempts,
                provenFor,
                sendsPerAddress,
                Integer.MAX_VALUE,
                signUpsPerClient,
                Integer.MAX_VALUE,
                wrongInAll);
    }

    /** The window of {@link #wrongPerClient()}. */
    public Duration hour() {
        return Duration.ofHours(1);
    }

    /** The window of {@link #wrongPerAddress()} and {@link #wrongInAll()}. */
    public Duration day() {
        return Duration.ofDays(1);
    }

    /** The earliest expiry of a code whose proof still counts now. */
    public Instant provenSince(Instant now) {
        return now.minus(provenFor);
    }

    private static void require(Duration given, Duration atMost, String name) {
        if (given.isNegative() || given.isZero() || given.compareTo(atMost) > 0) {
            throw new IllegalArgumentException(name + ": more than nothing, at most " + atMost);
        }
    }

    private static void require(int given, int atMost, String name) {
        if (given < 1 || given > atMost) {
            throw new IllegalArgumentException(name + ": 1 to " + atMost);
        }
    }
}
