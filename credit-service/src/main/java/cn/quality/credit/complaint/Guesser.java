package cn.quality.credit.complaint;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Who tries secrets, by network address. An IPv6 address counts by its first half: who has one has the rest of its network
 * too, more addresses than could ever be counted.
 */
record Guesser(String network) {

    private static final int IPV4_BYTES = 4;
    private static final int NETWORK_BYTES = 8;

    static Guesser at(String address) {
        try {
            var bytes = InetAddress.ofLiteral(address.strip()).getAddress();
            return new Guesser(
                    HexFormat.of().formatHex(bytes.length == IPV4_BYTES ? bytes : Arrays.copyOf(bytes, NETWORK_BYTES)));
        } catch (IllegalArgumentException noAddress) {
            return new Guesser(address);
        }
    }

    /** Never into a log by accident. */
    @Override
    public String toString() {
        return "Guesser[…]";
    }
}
