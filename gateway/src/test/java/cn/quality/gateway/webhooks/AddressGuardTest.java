package cn.quality.gateway.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.quality.gateway.webhooks.AddressGuard.Forbidden;
import java.net.InetAddress;
import java.net.UnknownHostException;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {

    private static final String PUBLIC = "93.184.215.14";

    /** Every name means the same address, whatever address is written. */
    private static AddressGuard whereNamesMean(String... addresses) {
        return new AddressGuard(Configs.with(), host -> {
            var all = new InetAddress[addresses.length];
            for (int i = 0; i < all.length; i++) {
                all[i] = InetAddress.getByName(addresses[i]);
            }
            return all;
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.192",
                "192.168.1.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::127.0.0.1",
                "::ffff:127.0.0.1",
                "::ffff:169.254.169.254",
                "64:ff9b::7f00:1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "ff02::1",
                "2001:0:7f00:1::",
                "2001:db8::1",
                "2002:7f00:1::"
            })
    void aNameForAnAddressInsideIsRefused(String address) {
        assertThatThrownBy(() -> whereNamesMean(address).admit("https://innocent.example"))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> whereNamesMean(PUBLIC, address).admit("https://innocent.example"))
                .as("one of several")
                .isInstanceOf(Forbidden.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1",
                "https://127.1",
                "https://2130706433",
                "https://[::1]",
                "https://[::ffff:7f00:1]",
                "https://169.254.169.254/latest/meta-data",
                "https://localhost"
            })
    void anAddressInsideIsRefusedHoweverItIsWritten(String url) {
        assertThatThrownBy(() -> new AddressGuard(Configs.with()).admit(url)).isInstanceOf(Forbidden.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://a.example",
                "ftp://a.example",
                "file:///etc/passwd",
                "https://user@a.example",
                "https://user:secret@a.example",
                "https://a.example#x",
                "https://a.example:22",
                "https://a.example:8080",
                "https://",
                "https:///x",
                "//a.example",
                "a.example",
                "https://a b.example",
                "https://a.example\r\nX: y",
                "javascript:alert(1)",
                ""
            })
    void anAddressThatIsNoneForWebhooksIsRefused(String url) {
        assertThatThrownBy(() -> whereNamesMean(PUBLIC).admit(url)).isInstanceOf(Forbidden.class);
    }

    @Example
    void aPublicReceiverIsReachedAtTheVeryAddressThatWasSeen() throws Forbidden, UnknownHostException {
        var target = whereNamesMean(PUBLIC, "93.184.215.15").admit("https://hooks.example:8443/in?a=b");
        assertThat(target.address()).isEqualTo(InetAddress.getByName(PUBLIC));
        assertThat(target.secure()).isTrue();
        assertThat(target.port()).isEqualTo(8443);
        assertThatCode(() -> whereNamesMean("2606:2800:220:1::1").admit("https://hooks.example"))
                .doesNotThrowAnyException();
    }

    @Example
    void insideWhatIsAllowedPlainHttpAndAnyPortWillDoAndNothingElse() throws UnknownHostException {
        var inside = InetAddress.getByName("10.20.3.4");
        var guard = new AddressGuard(Configs.with("internal", "10.20.0.0/16"), host ->
                new InetAddress[] {host.equals("both") ? InetAddress.getByName("10.21.0.1") : inside});
        assertThatCode(() -> guard.admit("http://office:8080/in")).doesNotThrowAnyException();
        assertThatThrownBy(() -> guard.admit("http://both:8080/in")).isInstanceOf(Forbidden.class);
    }

    /** An address of a socket cannot be made of it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://office:0",
                "http://office:65536",
                "https://office:2147483647",
                "http://office:99999999999"
            })
    void aPortThatIsNoneIsRefusedInsideToo(String url) throws UnknownHostException {
        var inside = InetAddress.getByName("10.20.3.4");
        var guard = new AddressGuard(Configs.with("internal", "10.20.0.0/16"), host -> new InetAddress[] {inside});
        assertThatThrownBy(() -> guard.admit(url)).isInstanceOf(Forbidden.class);
        assertThatCode(() -> guard.admit("http://office:65535")).doesNotThrowAnyException();
    }

    @Example
    void aNameWithoutAnAddressIsRefused() {
        var guard = new AddressGuard(Configs.with(), host -> {
            throw new UnknownHostException(host);
        });
        assertThatThrownBy(() -> guard.admit("https://nowhere.example")).isInstanceOf(Forbidden.class);
    }

    /** The JDK's own idea of what is not public is never wider than ours, and mapping changes nothing. */
    @Property(tries = 5_000)
    void whateverTheJdkKnowsAsInsideIsInside(@ForAll int bits, @ForAll byte lead) throws UnknownHostException {
        var four = InetAddress.getByAddress(new byte[] {lead, (byte) (bits >> 16), (byte) (bits >> 8), (byte) bits});
        if (isInside(four)) {
            assertThat(AddressGuard.isPublic(four)).as(four.toString()).isFalse();
        }
        var bytes = new byte[16];
        bytes[0] = lead;
        bytes[1] = (byte) (bits >> 24);
        bytes[15] = (byte) bits;
        var six = InetAddress.getByAddress(bytes);
        if (isInside(six) || (lead & 0xE0) != 0x20) {
            assertThat(six.getAddress().length == 16 && AddressGuard.isPublic(six))
                    .as(six.toString())
                    .isFalse();
        }
    }

    private static boolean isInside(InetAddress address) {
        return address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0", "10.0.0.0/33", "10.0.0.0/-1", "name/8", "10.0.0.0/x", "/8", ""})
    void aRangeThatIsNoneStopsTheStart(String range) {
        assertThatThrownBy(() -> AddressRange.of(range)).isInstanceOf(IllegalArgumentException.class);
    }
}
