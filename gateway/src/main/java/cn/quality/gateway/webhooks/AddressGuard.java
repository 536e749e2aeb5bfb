package cn.quality.gateway.webhooks;

import cn.quality.platform.problem.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Keeps the gateway from being sent to places its callers could not reach themselves. It looks at the address a name has at
 * this moment, and the connection is made to that very address: a name that means something else a moment later gains nothing.
 */
@ApplicationScoped
class AddressGuard {

    /** Every IPv4 address that is no public host (IANA's registry of special-purpose addresses). */
    private static final List<AddressRange> NOT_PUBLIC_4 = Stream.of(
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
                    "224.0.0.0/3")
            .map(AddressRange::of)
            .toList();

    /** Public hosts of IPv6 are in here; loopback, ULA, link-local, multicast, mapped IPv4 and NAT64 are not. */
    private static final AddressRange GLOBAL_6 = AddressRange.of("2000::/3");

    /** Within it: protocol assignments with Teredo, documentation, 6to4 and the second documentation range. */
    private static final List<AddressRange> NOT_PUBLIC_6 = Stream.of(
                    "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")
            .map(AddressRange::of)
            .toList();

    private static final int LAST_PORT = 65_535;

    /** Where names get their addresses from. */
    @FunctionalInterface
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    /** A receiver as it may be reached now. */
    record Target(URI url, InetAddress address) {

        boolean secure() {
            return isSecure(url);
        }

        int port() {
            return portOf(url);
        }
    }

    /** This address is not for webhooks. */
    static final class Forbidden extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Text reason;

        Forbidden(Text reason) {
            super(reason.en(), null, false, false);
            this.reason = reason;
        }

        Text reason() {
            return reason;
        }
    }

    private final List<AddressRange> internal;
    private final Set<Integer> ports;
    private final Resolver resolver;

    @Inject
    AddressGuard(WebhookConfig config) {
        this(config, InetAddress::getAllByName);
    }

    AddressGuard(WebhookConfig config, Resolver resolver) {
        this.internal = config.internal().orElse(List.of()).stream()
                .map(AddressRange::of)
                .toList();
        this.ports = config.ports();
        this.resolver = resolver;
    }

    /** Asks for the address of the name; blocks. */
    Target admit(String text) throws Forbidden {
        var url = parse(text);
        var addresses = resolve(host(url));
        if (Stream.of(addresses).allMatch(this::isInternal)) {
            return new Target(url, addresses[0]);
        }
        for (var address : addresses) {
            if (!isPublic(address)) {
                throw new Forbidden(new Text("目标地址不是公网地址", "The address of the receiver is not a public one"));
            }
        }
        if (!isSecure(url)) {
            throw new Forbidden(new Text("目标地址须为 https", "A receiver must be reached by https"));
        }
        if (!ports.contains(portOf(url))) {
            throw new Forbidden(Text.of("端口不在允许之列：%s", "The port is none of those allowed: %s", ports));
        }
        return new Target(url, addresses[0]);
    }

    private static URI parse(String text) throws Forbidden {
        try {
            var url = new URI(text);
            var scheme = url.getScheme();
            if (scheme == null || !(scheme.equals("https") || scheme.equals("http")) || url.getHost() == null) {
                throw new Forbidden(new Text("须为 https 的完整地址", "This must be a whole https address"));
            }
            if (portOf(url) == 0 || portOf(url) > LAST_PORT) {
                throw new Forbidden(Text.of("端口须在 1 至 %d 之间", "A port is from 1 to %d", LAST_PORT));
            }
            if (url.getRawUserInfo() != null || url.getRawFragment() != null) {
                throw new Forbidden(new Text("地址中不得含有用户信息或片段", "No user information and no fragment, please"));
            }
            return url;
        } catch (URISyntaxException e) {
            throw new Forbidden(new Text("须为 https 的完整地址", "This must be a whole https address"));
        }
    }

    private InetAddress[] resolve(String host) throws Forbidden {
        try {
            return resolver.resolve(host);
        } catch (UnknownHostException e) {
            throw new Forbidden(new Text("目标主机名无法解析", "The name of the receiver has no address"));
        }
    }

    private boolean isInternal(InetAddress address) {
        return internal.stream().anyMatch(range -> range.contains(address));
    }

    static boolean isPublic(InetAddress address) {
        return address.getAddress().length == 4
                ? NOT_PUBLIC_4.stream().noneMatch(range -> range.contains(address))
                : GLOBAL_6.contains(address) && NOT_PUBLIC_6.stream().noneMatch(range -> range.contains(address));
    }

    /** Without the brackets of IPv6. */
    private static String host(URI url) {
        var host = url.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static boolean isSecure(URI url) {
        return url.getScheme().equals("https");
    }

    private static int portOf(URI url) {
        return url.getPort() >= 0 ? url.getPort() : isSecure(url) ? 443 : 80;
    }
}
