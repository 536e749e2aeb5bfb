package cn.quality.gateway.operations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.77, 203.0.113.0/24",
        "::ffff:203.0.113.77, 203.0.113.0/24",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:0:0:0:0:0/48",
        "not an address, -",
        "'', -"
    })
    void onlyTheNetworkIsLeft(String address, String shown) {
        assertThat(Addresses.network(address)).isEqualTo(shown);
    }
}
