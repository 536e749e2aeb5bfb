package cn.quality.gateway.webhooks;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** A range of addresses, written {@code 10.0.0.0/8}. */
record AddressRange(InetAddress first, int bits) {

    static AddressRange of(String text) {
        var slash = text.indexOf('/');
        try {
            if (slash < 0 || !text.substring(0, slash).matches("[0-9a-fA-F.:]+")) {
                throw new IllegalArgumentException("no range of addresses: " + text);
            }
            var range = new AddressRange(
                    InetAddress.getByName(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
            if (range.bits < 0 || range.bits > range.first.getAddress().length * 8) {
                throw new IllegalArgumentException("no range of addresses: " + text);
            }
            return range;
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("no range of addresses: " + text, e);
        }
    }

    boolean contains(InetAddress address) {
        var mine = first.getAddress();
        var its = address.getAddress();
        if (mine.length != its.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((mine[bit / 8] & mask) != (its[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
