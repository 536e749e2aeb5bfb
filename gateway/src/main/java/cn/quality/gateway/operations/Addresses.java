package cn.quality.gateway.operations;

import cn.quality.gateway.operations.OperationsConfig.AddressDetail;
import cn.quality.platform.digest.Secrets;
import io.netty.util.NetUtil;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An address as far as an operator needs it. A whole one is personal data. */
@Singleton
class Addresses {

    private static final String UNKNOWN = "-";
    private static final int KEY_BYTES = 32;
    private static final int DIGEST_BYTES = 6;

    private final AddressDetail detail;
    private final SecretKeySpec key;

    Addresses(OperationsConfig config) {
        this.detail = config.addresses();
        this.key = new SecretKeySpec(Secrets.random(KEY_BYTES), "HmacSHA256");
    }

    String shown(String address) {
        return switch (detail) {
            case NETWORK -> network(address);
            case DIGEST -> digest(address);
            case NOTHING -> UNKNOWN;
        };
    }

    /** @param address a literal, so nothing is looked up */
    static String network(String address) {
        if (NetUtil.isValidIpV4Address(address)) {
            return address.substring(0, address.lastIndexOf('.')) + ".0/24";
        }
        try {
            var bytes = InetAddress.ofLiteral(address).getAddress();
            var shown = bytes.length == 4 ? 3 : 6;
            Arrays.fill(bytes, shown, bytes.length, (byte) 0);
            return InetAddress.getByAddress(bytes).getHostAddress() + "/" + shown * 8;
        } catch (IllegalArgumentException | UnknownHostException e) {
            return UNKNOWN;
        }
    }

    private String digest(String address) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(address.getBytes(StandardCharsets.UTF_8)), 0, DIGEST_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
