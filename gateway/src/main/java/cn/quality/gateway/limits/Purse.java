package cn.quality.gateway.limits;

import cn.quality.gateway.identity.Caller;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Whose requests are counted together.
 *
 * @param limitClass of the route
 * @param owner a caller's key, or the network of somebody without one
 * @param perMinute what it holds
 */
record Purse(String limitClass, String owner, long perMinute) {

    private static final int HEX = 16;

    static Purse of(Caller caller, String name, LimitsConfig.LimitClass limits) {
        return caller instanceof Caller.Anonymous(String address)
                ? new Purse(name, network(address), limits.anonymous())
                : new Purse(name, caller.key(), limits.known());
    }

    /** Whoever has one IPv6 address has 2^64 of them. */
    static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            var zone = address.indexOf('%');
            var parsed = InetAddress.getByName(zone < 0 ? address : address.substring(0, zone));
            var bytes = parsed.getAddress();
            if (bytes.length == 4) {
                return parsed.getHostAddress();
            }
            var network = new StringBuilder();
            for (int i = 0; i < 8; i += 2) {
                network.append(Integer.toString(((bytes[i] & 0xFF) << 8) | (bytes[i + 1] & 0xFF), HEX))
                        .append(':');
            }
            return network.append(":/64").toString();
        } catch (UnknownHostException noAddress) {
            return address;
        }
    }
}
