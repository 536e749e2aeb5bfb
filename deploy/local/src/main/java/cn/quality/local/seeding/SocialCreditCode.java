package cn.quality.local.seeding;

/** Makes unified social credit codes (GB 32100-2015) with both check characters right. */
final class SocialCreditCode {

    /** Letters that are misread (I O Z S V) are left out. */
    static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final char MARKET_SUPERVISION = '9';
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    private SocialCreditCode() {}

    /**
     * @param category 1 enterprise, 2 sole trader, 3 farmers' cooperative
     * @param region six digits of the first registration
     * @param organisation the organisation code without its check character: eight characters of the alphabet
     * @return eighteen characters
     */
    static String of(char category, String region, String organisation) {
        String first17 = "" + MARKET_SUPERVISION + category + region + organisation + organisationCheck(organisation);
        return first17 + check(first17);
    }

    /** GB 11714: 11 − Σ value·weight mod 11, letters counting from A = 10; 10 is written X, 11 is written 0. */
    private static char organisationCheck(String organisation) {
        int sum = 0;
        for (int i = 0; i < ORGANISATION_WEIGHTS.length; i++) {
            sum += Character.digit(organisation.charAt(i), 36) * ORGANISATION_WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        return check == 10 ? 'X' : Character.forDigit(check % 11, 10);
    }

    /** GB 32100: (31 − Σ value·3^(i−1) mod 31) mod 31, values being positions in the alphabet. */
    private static char check(String first17) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < first17.length(); i++) {
            sum += ALPHABET.indexOf(first17.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }
}
