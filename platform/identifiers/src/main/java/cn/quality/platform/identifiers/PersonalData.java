package cn.quality.platform.identifiers;

import cn.quality.platform.problem.Text;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers in a text that point to a person. Full-width digits count as digits, and spaces, dots and dashes between digits
 * do not hide a number; codes, dates, amounts, document and batch numbers are let through. To take them out of a text
 * instead of refusing it, there is the {@link Redactor}.
 */
public enum PersonalData {

    /** GB 11643: 18 characters with region, birthday and check character; or the 15 digits given out before 1999. */
    RESIDENT_ID(new Text("居民身份证号码", "a resident identity number")),
    MOBILE_PHONE(new Text("手机号码", "a mobile phone number")),
    LANDLINE_PHONE(new Text("固定电话号码", "a landline phone number")),
    BANK_CARD(new Text("银行卡号", "a bank card number"));

    /** Shorter than any of these numbers. */
    private static final int TOO_FEW_DIGITS = 10;

    private static final Pattern MOBILE = Pattern.compile("(?:0{0,2}86)?1[3-9][0-9]{9}");

    /** First digits and lengths of cards in use in China: UnionPay, its forerunners, and the international schemes. */
    private static final Pattern CARD = Pattern.compile("62[0-9]{14,17}|60[0-9]{14,17}|9558[0-9]{15}|4[0-9]{15}"
            + "|5[1-5][0-9]{14}|35(?:2[89]|[3-8][0-9])[0-9]{12}");

    private static final Pattern RESIDENT = Pattern.compile("[1-8][0-9]{16}[0-9Xx]");
    private static final Pattern OLD_RESIDENT = Pattern.compile("[1-8][0-9]{14}");

    private static final String PROVINCES =
            "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83";
    private static final int[] RESIDENT_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String RESIDENT_CHECKS = "10X98765432";

    /** Nobody older is a subject of records. */
    private static final LocalDate OLDEST = LocalDate.of(1900, 1, 1);

    private static final LocalDate YOUNGEST = LocalDate.of(2100, 1, 1);

    private final Text title;

    PersonalData(Text title) {
        this.title = title;
    }

    /** What it is called. */
    public Text title() {
        return title;
    }

    /** The first number in the text that is one of these beyond doubt, if there is one: reason enough to refuse it. */
    public static Optional<PersonalData> in(String text) {
        return digits(text) < TOO_FEW_DIGITS
                ? Optional.empty()
                : new PersonalDataDetector(FoldedText.of(text).plain()).beyondDoubt();
    }

    private static long digits(String text) {
        return text.chars().filter(Character::isDigit).count();
    }

    /** What a number is, given without separators; a landline number cannot be recognised without them. */
    static Optional<PersonalData> ofNumber(String number) {
        if (isResident(number)) {
            return Optional.of(RESIDENT_ID);
        }
        if (MOBILE.matcher(number).matches()) {
            return Optional.of(MOBILE_PHONE);
        }
        return CARD.matcher(number).matches() && luhn(number) ? Optional.of(BANK_CARD) : Optional.empty();
    }

    private static boolean isResident(String number) {
        if (RESIDENT.matcher(number).matches()) {
            return hasProvince(number) && isBirthday(number.substring(6, 14)) && residentCheck(number);
        }
        return OLD_RESIDENT.matcher(number).matches()
                && hasProvince(number)
                && isBirthday("19" + number.substring(6, 12))
                && !isBusinessRegistration(number);
    }

    private static boolean hasProvince(String number) {
        return PROVINCES.contains(number.substring(0, 2));
    }

    private static boolean isBirthday(String yearMonthDay) {
        try {
            var day = LocalDate.of(
                    Integer.parseInt(yearMonthDay.substring(0, 4)),
                    Integer.parseInt(yearMonthDay.substring(4, 6)),
                    Integer.parseInt(yearMonthDay.substring(6)));
            return !day.isBefore(OLDEST) && day.isBefore(YOUNGEST);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean residentCheck(String number) {
        int sum = 0;
        for (int i = 0; i < RESIDENT_WEIGHTS.length; i++) {
            sum += RESIDENT_WEIGHTS[i] * (number.charAt(i) - '0');
        }
        return RESIDENT_CHECKS.charAt(sum % 11) == Character.toUpperCase(number.charAt(17));
    }

    /** Registration numbers of businesses (工商注册号, GS 15) have 15 digits too, the last a check digit (ISO 7064 MOD 11,10). */
    private static boolean isBusinessRegistration(String number) {
        int rest = 10;
        for (int i = 0; i < 14; i++) {
            int sum = (rest + number.charAt(i) - '0') % 10;
            rest = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (rest + number.charAt(14) - '0') % 10 == 1;
    }

    private static boolean luhn(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(number.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? digit : digit * 2;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }
}
