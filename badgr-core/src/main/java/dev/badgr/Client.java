package dev.badgr;

import dev.badgr.account.Preferences;
import dev.badgr.text.Text;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who is at the other end: by what attempts are counted, and in which language and time zone to answer.
 *
 * @param key what the host trusts to tell clients apart, such as a network address behind its own proxy (never a header
 *     that a client can set); at most 200 code points. Kept only as a hash
 * @param locale the language for mails and messages: language, script and region count
 * @param zone the time zone for times in them
 * @param evidence what to keep with a consent, such as address and browser; at most 500 code points
 */
public record Client(String key, Locale locale, ZoneId zone, Optional<String> evidence) {
    /** Begins as a literal does, not with a dot: else the platform would look it up as a name. */
    private static final Pattern IPV6 = Pattern.compile("\\[?((?=[^%]*:)[0-9a-fA-F:][0-9a-fA-F:.]*)(?:%[^\\]]*)?\\]?");

    private static final int NETWORK_BYTES = 8;

    public Client {
        key = Text.line("client", key, 200);
        locale = Preferences.plain(locale);
        Objects.requireNonNull(zone, "zone");
        evidence = evidence.map(text -> Text.line("client.evidence", text, 500));
    }

    /** A client by its network address; of an IPv6 address the first 64 bits count, since a client may use all the rest. */
    public static Client of(String networkAddress) {
        return new Client(network(networkAddress), Locale.ENGLISH, ZoneOffset.UTC, Optional.empty());
    }

    /** The same with another language. */
    public Client in(Locale language) {
        return new Client(key, language, zone, evidence);
    }

    /** The same in another time zone. */
    public Client in(ZoneId other) {
        return new Client(key, locale, other, evidence);
    }

    /** What a new account of this client's begins with. */
    Preferences preferences() {
        return new Preferences(locale, zone);
    }

    /** The same with evidence for a consent. */
    public Client withEvidence(String text) {
        return new Client(key, locale, zone, Optional.of(text));
    }

    private static String network(String address) {
        Matcher ipv6 = IPV6.matcher(Text.strip(address));
        if (!ipv6.matches()) {
            return address;
        }
        try {
            // Text with a colon is only ever parsed as a literal: no name is looked up.
            InetAddress parsed = InetAddress.getByName(ipv6.group(1));
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(parsed.getAddress(), 0, NETWORK_BYTES) + "/64"
                    : parsed.getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }

    /** Without key and evidence, which are personal data. */
    @Override
    public String toString() {
        return "Client[" + locale.toLanguageTag() + "]";
    }
}
