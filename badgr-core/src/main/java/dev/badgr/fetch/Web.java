package dev.badgr.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;

/**
 * What lies outside, so that tests can bring a small web of their own.
 *
 * @param resolver tells the addresses of a name
 * @param trust makes secure connections, and knows which certificates to trust
 * @param allowed which addresses may be asked
 * @param port the only one that is asked
 * @param connecting how long to wait for a connection
 * @param patience how long a fetch may take in all
 */
record Web(
        Resolver resolver,
        Supplier<SSLSocketFactory> trust,
        Predicate<InetAddress> allowed,
        int port,
        Duration connecting,
        Duration patience) {
    /** Tells the addresses of a name. */
    @FunctionalInterface
    interface Resolver {
        InetAddress[] addresses(String name) throws UnknownHostException;
    }

    /** The public web. */
    static Web open() {
        return new Web(
                InetAddress::getAllByName,
                () -> PublicTrust.SOCKETS,
                PublicAddress::isOne,
                Destination.HTTPS,
                Duration.ofSeconds(5),
                Duration.ofSeconds(10));
    }

    /** Made when something is fetched for the first time: reading the trust store takes as long as all else that badgr begins with. */
    private static final class PublicTrust {
        private static final SSLSocketFactory SOCKETS = sockets();

        /** The JVM's trust store, but not its key store: nobody who makes a badge is shown a client certificate. */
        private static SSLSocketFactory sockets() {
            try {
                SSLContext context = SSLContext.getInstance("TLS");
                context.init(new KeyManager[0], null, null);
                return context.getSocketFactory();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("this Java has no TLS", e);
            }
        }
    }
}
