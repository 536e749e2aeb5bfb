package cn.quality.indicator.progress;

import java.math.BigDecimal;
import java.math.MathContext;

/** Powers with a broken exponent, to 34 digits. */
final class Powers {

    private static final MathContext RESULT = MathContext.DECIMAL128;
    private static final MathContext WORK = new MathContext(50);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal NEAR = new BigDecimal("0.05");
    private static final BigDecimal NOTHING = new BigDecimal("1E-48");

    private Powers() {}

    /** @param base above zero */
    static BigDecimal of(BigDecimal base, BigDecimal exponent) {
        if (base.signum() <= 0) {
            throw new IllegalArgumentException("No power of " + base);
        }
        return exp(ln(base).multiply(exponent, WORK)).round(RESULT);
    }

    /** ln x = 2ⁿ ln ⁿ√…√x, and near one ln x = 2 artanh((x − 1) ÷ (x + 1)). */
    private static BigDecimal ln(BigDecimal x) {
        var root = x;
        var factor = TWO;
        while (root.subtract(BigDecimal.ONE).abs().compareTo(NEAR) > 0) {
            root = root.sqrt(WORK);
            factor = factor.multiply(TWO);
        }
        var z = root.subtract(BigDecimal.ONE).divide(root.add(BigDecimal.ONE), WORK);
        var square = z.multiply(z, WORK);
        var sum = BigDecimal.ZERO;
        var power = z;
        for (int n = 1; power.abs().compareTo(NOTHING) > 0; n += 2) {
            sum = sum.add(power.divide(BigDecimal.valueOf(n), WORK), WORK);
            power = power.multiply(square, WORK);
        }
        return sum.multiply(factor, WORK);
    }

    /** exp x = (exp x÷2ⁿ)²…², and near zero the series. */
    private static BigDecimal exp(BigDecimal x) {
        var part = x;
        int halvings = 0;
        while (part.abs().compareTo(NEAR) > 0) {
            part = part.divide(TWO, WORK);
            halvings++;
        }
        var sum = BigDecimal.ONE;
        var term = part;
        for (int n = 2; term.abs().compareTo(NOTHING) > 0; n++) {
            sum = sum.add(term, WORK);
            term = term.multiply(part, WORK).divide(BigDecimal.valueOf(n), WORK);
        }
        for (; halvings > 0; halvings--) {
            sum = sum.multiply(sum, WORK);
        }
        return sum;
    }
}
