package io.mediapreflight.request.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.0.1",
                "100.64.0.1",
                "169.254.169.254",
                "168.63.129.16",
                "0.0.0.0",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "fe80::1",
                "fc00::1",
                "fd00::1",
                "ff02::1",
                "2001:db8::1",
                "64:ff9b::a00:1", // 10.0.0.1 behind it
                "2002:a00:1::"
            })
    void an_address_that_not_everybody_reaches_has_a_defect(String address) throws UnknownHostException {
        assertThat(PublicAddress.defect(InetAddress.getByName(address).getAddress()))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "172.15.255.255",
                "172.32.0.1",
                "100.63.255.255",
                "100.128.0.1",
                "2606:4700::1111",
                "64:ff9b::101:101"
            })
    void a_global_one_has_none(String address) throws UnknownHostException {
        assertThat(PublicAddress.defect(InetAddress.getByName(address).getAddress()))
                .isEmpty();
    }
}
