package cn.quality.gateway.limits;

import cn.quality.gateway.identity.Caller;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Token bucket key: whose requests are counted together, and how many they may be.
 *
 * @param limitClass of the route
 * @param owner a caller's key, or the network of an anonymous caller
 * @param perMinute what the bucket holds
 */
record BucketKey(String limitClass, String owner, long perMinute) {

    private static final int HEX = 16;

    static BucketKey of(Caller caller, String name, LimitsConfig.LimitClass limits) {
        return new BucketKey(
                name, owner(caller), caller instanceof Caller.Anonymous ? limits.anonymous() : limits.known());
    }

    /** Whose requests are counted together. */
    static String owner(Caller caller) {
        return caller instanceof Caller.Anonymous(String address) ? network(address) : caller.key();
    }

    /** A caller who has one IPv6 address has 2^64 of them. */
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
