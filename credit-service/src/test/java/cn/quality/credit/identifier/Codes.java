package cn.quality.credit.identifier;

/**
 * Codes of enterprises that cannot exist: region digits 371199 are given to no region, so no real enterprise carries one.
 */
public final class Codes {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int SPACE = 31 * 31 * 31 * 31;

    private Codes() {}

    /** The n-th fictional code, valid in both check characters. */
    public static String fictional(int n) {
        var serial = new StringBuilder();
        for (int rest = Math.floorMod(n, SPACE), i = 0; i < 4; i++, rest /= 31) {
            serial.append(ALPHABET.charAt(rest % 31));
        }
        var organisation = "MA3R" + serial.reverse();
        return complete("91371199" + organisation);
    }

    /** Both check characters appended to the first 16. */
    static String complete(String first16) {
        var first17 = first16 + OrganisationCode.checkCharacter(first16.substring(8));
        return first17 + UnifiedSocialCreditCode.checkCharacter(first17);
    }
}
