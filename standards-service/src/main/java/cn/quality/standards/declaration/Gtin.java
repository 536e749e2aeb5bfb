package cn.quality.standards.declaration;

/** Global trade item numbers (GB 12904): 8, 12, 13 or 14 digits, the last of which checks the others. */
final class Gtin {

    private Gtin() {}

    static boolean hasForm(String text) {
        return text.matches("\\d{8}|\\d{12,14}");
    }

    /** From the right, digits count three and one times by turns; with the check digit they make a multiple of ten. */
    static boolean checks(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? digit : 3 * digit;
        }
        return sum % 10 == 0;
    }
}
