package dev.badgr.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses are anybody's to ask (IANA IPv4 and IPv6 Special-Purpose Address Registries). IPv6 must be global unicast; what
 * carries an IPv4 address within it (mapped, NAT64, 6to4, Teredo) is refused, whatever that address is.
 */
final class PublicAddress {
    private static final Block GLOBAL_UNICAST = Block.of("2000::/3");

    private static final List<Block> SPECIAL = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.31.196.0/24",
                    "192.52.193.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "192.175.48.0/24",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/3",
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "2620:4f:8000::/48",
                    "3fff::/20")
            .map(Block::of)
            .toList();

    private PublicAddress() {}

    static boolean isOne(InetAddress address) {
        byte[] bytes = address.getAddress();
        return (bytes.length == 4 || GLOBAL_UNICAST.holds(bytes))
                && SPECIAL.stream().noneMatch(block -> block.holds(bytes));
    }

    /** The addresses that begin with the same bits. A class rather than a record: nothing compares them. */
    private static final class Block {
        private final byte[] beginning;
        private final int bits;

        private Block(byte[] beginning, int bits) {
            this.beginning = beginning;
            this.bits = bits;
        }

        private static Block of(String text) {
            String[] parts = text.split("/", 2);
            try {
                return new Block(InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]));
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(e);
            }
        }

        private boolean holds(byte[] address) {
            boolean same = address.length == beginning.length;
            for (int bit = 0; same && bit < bits; bit++) {
                same = ((address[bit / 8] ^ beginning[bit / 8]) >> (7 - bit % 8) & 1) == 0;
            }
            return same;
        }
    }
}
