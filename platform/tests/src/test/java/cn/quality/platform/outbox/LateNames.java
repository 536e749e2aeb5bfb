package cn.quality.platform.outbox;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.security.Security;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * Names that become known while a test runs; each is this machine. What is said here is said in system properties, because the
 * JVM has loaded another copy of this class than the tests.
 */
public final class LateNames extends InetAddressResolverProvider {

    private static final String SUFFIX = ".late.example";

    static String unknown() {
        return UUID.randomUUID() + SUFFIX;
    }

    static void makeKnown(String name) {
        System.setProperty("known." + name, "true");
    }

    /** By somebody who went away with nothing. */
    static void awaitAsked(String name) {
        System.clearProperty("asked." + name);
        Awaitility.await().until(() -> Boolean.getBoolean("asked." + name));
    }

    @Override
    public String name() {
        return "late names";
    }

    @Override
    public InetAddressResolver get(Configuration configuration) {
        Security.setProperty("networkaddress.cache.negative.ttl", "0"); // or what was unknown stays so for a while
        var usual = configuration.builtinResolver();
        return new InetAddressResolver() {
            @Override
            public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
                if (!host.endsWith(SUFFIX)) {
                    return usual.lookupByName(host, policy);
                }
                System.setProperty("asked." + host, "true");
                if (!Boolean.getBoolean("known." + host)) {
                    throw new UnknownHostException(host);
                }
                return Stream.of(InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1}));
            }

            @Override
            public String lookupByAddress(byte[] address) throws UnknownHostException {
                return usual.lookupByAddress(address);
            }
        };
    }
}
