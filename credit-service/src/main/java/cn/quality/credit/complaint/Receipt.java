package cn.quality.credit.complaint;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The number under which a complaint is spoken of, also on the phone: {@code RZ20261124-4829177302-1}. Day of filing, ten
 * random digits that nobody can guess from another receipt, and a check digit after GB/T 17710 (ISO 7064 MOD 11,10) over
 * both, so that a slip is told apart from an unknown number. It opens nothing without the secret.
 */
record Receipt(String value) {

    static final ProblemType INVALID =
            new ProblemType(400, "invalid-receipt", new Text("回执编号有误", "Wrong receipt number"));

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long TEN_DIGITS = 1_000_000_000L;

    /** The numbers of former years were running ones of six digits. */
    private static final Pattern FORM = Pattern.compile("[A-Z]{2}\\d{8}-\\d{6,12}-\\d");

    /** @throws Problem 400 {@code invalid-receipt} when form or check digit is wrong */
    Receipt {
        value = value.strip().toUpperCase(Locale.ROOT);
        if (!FORM.matcher(value).matches()) {
            throw new Problem(
                    INVALID,
                    new Text(
                            "回执编号形如 RZ20261124-4829177302-1，请核对",
                            "A receipt number looks like RZ20261124-4829177302-1; check it"));
        }
        if (check(value.substring(0, value.length() - 1)) != value.charAt(value.length() - 1)) {
            throw new Problem(INVALID, new Text("回执编号的校验位不符，请核对有无笔误", "The check digit does not fit; look for a slip"));
        }
    }

    /** Never two of the same day, but for a chance that the database notices. */
    static Receipt fresh(String city, LocalDate day) {
        return of(city, day, RANDOM.nextLong(TEN_DIGITS, TEN_DIGITS * 10));
    }

    /**
     * @param city two letters
     * @param number 1 or more
     */
    static Receipt of(String city, LocalDate day, long number) {
        var body = "%s%s-%06d-".formatted(city, day.format(DateTimeFormatter.BASIC_ISO_DATE), number);
        return new Receipt(body + check(body));
    }

    static char check(String body) {
        int product = 10;
        for (int digit : body.chars()
                .filter(Character::isDigit)
                .map(Character::getNumericValue)
                .toArray()) {
            int sum = (digit + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return Character.forDigit((11 - product) % 10, 10);
    }

    @Override
    public String toString() {
        return value;
    }
}
