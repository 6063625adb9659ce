package dev.badgr.openbadges.jose;

import dev.badgr.openbadges.json.Malformed;
import java.net.URI;
import java.util.regex.Pattern;

/** Where the document of a {@code did:web} is (did:web Method Specification, 3.2). Safe for use by many threads. */
public final class DidWeb {
    private static final Pattern FORM = Pattern.compile(
            "did:web:[A-Za-z0-9][A-Za-z0-9.-]*(%3[Aa][0-9]{1,5})?((?::[A-Za-z0-9._~-]*[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*)");

    private DidWeb() {}

    /** The URL of the document. @throws Malformed if it is no such DID */
    public static URI location(String did) {
        if (did.length() > 1000 || !FORM.matcher(did).matches()) {
            throw new Malformed("the did:web is malformed");
        }
        String path = did.substring("did:web:".length()).replace(':', '/');
        String host = path.replaceFirst("%3[Aa]", ":");
        return URI.create("https://" + (path.contains("/") ? host : host + "/.well-known") + "/did.json");
    }
}
