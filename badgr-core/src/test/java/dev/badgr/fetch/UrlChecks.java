package dev.badgr.fetch;

import java.net.InetAddress;

/** Lets the fuzzer look in. */
public final class UrlChecks {
    private UrlChecks() {}

    public static boolean isPublic(InetAddress address) {
        return PublicAddress.isOne(address);
    }
}
