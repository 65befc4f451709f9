package io.mediapreflight.submit.json;

import java.math.BigInteger;

/** One spelling for each number: {@code 1}, {@code 1.0} and {@code 10e-1} are 1. Works on the text, since 1e999999999 has no room. */
final class CanonicalNumber {
    private CanonicalNumber() {}

    /** The digits without zeros at either end, and the exponent of the last of them, where that is not zero. */
    static String of(String number) {
        int sign = number.startsWith("-") ? 1 : 0;
        int mark = Math.max(number.indexOf('e'), number.indexOf('E'));
        String mantissa = number.substring(sign, mark < 0 ? number.length() : mark);
        BigInteger exponent = mark < 0 ? BigInteger.ZERO : new BigInteger(number.substring(mark + 1));
        int point = mantissa.indexOf('.');
        int decimals = point < 0 ? 0 : mantissa.length() - point - 1;
        String digits = point < 0 ? mantissa : mantissa.substring(0, point) + mantissa.substring(point + 1);
        int from = 0;
        while (from < digits.length() && digits.charAt(from) == '0') {
            from++;
        }
        int to = digits.length();
        while (to > from && digits.charAt(to - 1) == '0') {
            to--;
        }
        if (from == to) {
            return "0";
        }
        BigInteger last = exponent.subtract(BigInteger.valueOf(decimals)).add(BigInteger.valueOf(digits.length() - to));
        return (sign == 1 ? "-" : "") + digits.substring(from, to) + (last.signum() == 0 ? "" : "e" + last);
    }
}
