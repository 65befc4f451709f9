package io.mediapreflight.request.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkRangeTest {
    private static boolean contains(String network, String address) throws UnknownHostException {
        // A literal is not looked up.
        return NetworkRange.read(network)
                .orElseThrow()
                .contains(InetAddress.getByName(address).getAddress());
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.0.0/16, 10.1.0.0, 10.1.255.255, 10.0.255.255, 10.2.0.0",
        "10.128.0.0/9, 10.128.0.0, 10.255.255.255, 10.127.255.255, 11.128.0.0",
        "192.168.7.128/25, 192.168.7.128, 192.168.7.255, 192.168.7.127, 192.168.6.200",
        "10.0.0.4/30, 10.0.0.4, 10.0.0.7, 10.0.0.3, 10.0.0.8",
        "10.0.0.7/32, 10.0.0.7, 10.0.0.7, 10.0.0.6, 10.0.0.8",
        "10.0.0.7, 10.0.0.7, 10.0.0.7, 10.0.0.6, 10.0.0.8",
        "128.0.0.0/1, 128.0.0.0, 255.255.255.255, 127.255.255.255, 0.0.0.0",
        "fd12:3456::/32, fd12:3456::, fd12:3456:ffff:ffff:ffff:ffff:ffff:ffff, fd12:3455:ffff::, fd12:3457::",
        "fd00::8/125, fd00::8, fd00::f, fd00::7, fd00::10",
        "fd00::1, fd00::1, fd00::1, fd00::, fd00::2"
    })
    void holds_the_addresses_from_its_first_to_its_last(
            String network, String first, String last, String before, String behind) throws UnknownHostException {
        assertThat(contains(network, first)).isTrue();
        assertThat(contains(network, last)).isTrue();
        assertThat(contains(network, before)).isFalse();
        assertThat(contains(network, behind)).isFalse();
    }

    @Test
    void of_length_0_holds_every_address_of_its_kind_and_none_of_the_other() throws UnknownHostException {
        assertThat(contains("0.0.0.0/0", "203.0.113.9")).isTrue();
        assertThat(contains("0.0.0.0/0", "2001:db8::1")).isFalse();
        assertThat(contains("::/0", "2001:db8::1")).isTrue();
        assertThat(contains("::/0", "203.0.113.9")).isFalse();
    }

    /** Beside arithmetic on one number. */
    @Test
    void agrees_with_a_shift_for_any_length_and_address() {
        Random random = new Random(5);
        for (int i = 0; i < 5000; i++) {
            int length = 1 + random.nextInt(32);
            int base = random.nextInt() & (-1 << (32 - length));
            int address = random.nextBoolean() ? base ^ (1 << random.nextInt(32)) : random.nextInt();
            boolean expected = (base ^ address) >>> (32 - length) == 0;
            assertThat(NetworkRange.read(text(base) + "/" + length)
                            .orElseThrow()
                            .contains(bytes(address)))
                    .as("%s/%s, %s", text(base), length, text(address))
                    .isEqualTo(expected);
        }
    }

    private static byte[] bytes(int address) {
        return new byte[] {(byte) (address >> 24), (byte) (address >> 16), (byte) (address >> 8), (byte) address};
    }

    private static String text(int address) {
        return (address >>> 24) + "." + (address >>> 16 & 0xFF) + "." + (address >>> 8 & 0xFF) + "." + (address & 0xFF);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/8",
                "10.0.0.0/",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/+8",
                "10.0.0.0/0008",
                "10.0.0.0/8/8",
                "10.0.0.0/8 ",
                "10.0.0.0/a",
                "10.0.0.1/8", // a bit behind its length
                "10.0.0.128/24",
                "10/8",
                "0x0a.0.0.0/8",
                "010.0.0.0/8",
                "localhost/8",
                "example.com",
                "fd00::/129",
                "fd00::1/64",
                "fd00::%eth0/64",
                "[fd00::]/8"
            })
    void is_nothing_but_an_address_and_a_length_without_bits_behind_it(String text) {
        assertThat(NetworkRange.read(text)).isEmpty();
    }
}
