package cn.quality.indicator.scheme;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact number. Shares of a weight do not end as decimals (a third of 20), and limits are compared unrounded
 * (全数值比较, GB/T 8170), so nothing is rounded on the way.
 *
 * @param numerator without a factor in common with the denominator
 * @param denominator positive
 */
public record Fraction(BigInteger numerator, BigInteger denominator) implements Comparable<Fraction> {

    public static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);
    public static final Fraction ONE = new Fraction(BigInteger.ONE, BigInteger.ONE);
    public static final Fraction HALF = ONE.over(of(2));
    public static final Fraction HUNDRED = of(100);

    /** @throws ArithmeticException when the denominator is zero */
    public Fraction {
        if (denominator.signum() == 0) {
            throw new ArithmeticException("division by zero");
        }
        var common = numerator.gcd(denominator);
        var divisor = denominator.signum() < 0 ? common.negate() : common;
        if (!divisor.equals(BigInteger.ONE)) {
            numerator = numerator.divide(divisor);
            denominator = denominator.divide(divisor);
        }
    }

    public static Fraction of(BigDecimal value) {
        return value.scale() > 0
                ? new Fraction(value.unscaledValue(), BigInteger.TEN.pow(value.scale()))
                : new Fraction(value.toBigIntegerExact(), BigInteger.ONE);
    }

    public static Fraction of(long value) {
        return new Fraction(BigInteger.valueOf(value), BigInteger.ONE);
    }

    public Fraction plus(Fraction other) {
        if (signum() == 0) {
            return other;
        }
        if (denominator.equals(other.denominator)) {
            return new Fraction(numerator.add(other.numerator), denominator);
        }
        return new Fraction(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Fraction minus(Fraction other) {
        return new Fraction(
                numerator.multiply(other.denominator).subtract(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Fraction times(Fraction other) {
        if (other.equals(ONE)) {
            return this;
        }
        return new Fraction(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /** @throws ArithmeticException when the other is zero */
    public Fraction over(Fraction other) {
        return new Fraction(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    public Fraction min(Fraction other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** The same, but not less than 0 and not more than 1. */
    public Fraction clamped() {
        return signum() < 0 ? ZERO : min(ONE);
    }

    public int signum() {
        return numerator.signum();
    }

    /** To so many decimals, half to the even neighbour (GB/T 8170). */
    public BigDecimal rounded(int decimals) {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), decimals, RoundingMode.HALF_EVEN);
    }

    @Override
    public int compareTo(Fraction other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /** The shortest decimal when there is an exact one, otherwise as {@code 20/3}. */
    @Override
    @JsonValue
    public String toString() {
        int twos = denominator.getLowestSetBit();
        var rest = denominator.shiftRight(twos);
        int fives = 0;
        for (var five = BigInteger.valueOf(5); rest.mod(five).signum() == 0; rest = rest.divide(five)) {
            fives++;
        }
        return rest.equals(BigInteger.ONE)
                ? rounded(Math.max(twos, fives)).toPlainString()
                : numerator + "/" + denominator;
    }
}
