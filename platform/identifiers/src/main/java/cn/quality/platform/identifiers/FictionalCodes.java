package cn.quality.platform.identifiers;

/**
 * Codes of enterprises that cannot exist: region digits {@value #REGION} are given to no region, so no real enterprise
 * carries one. Samples and tests use no others.
 */
public final class FictionalCodes {

    /** What stands in characters 3 to 8 of every fictional code. */
    public static final String REGION = "371199";

    private static final int SPACE = 31 * 31 * 31 * 31;

    private FictionalCodes() {}

    /** The n-th fictional code of an enterprise, valid in both check characters. */
    public static String fictional(int n) {
        var serial = new StringBuilder();
        for (int rest = Math.floorMod(n, SPACE), i = 0; i < 4; i++, rest /= 31) {
            serial.append(UnifiedSocialCreditCode.ALPHABET.charAt(rest % 31));
        }
        return UnifiedSocialCreditCode.complete("91" + REGION + "MA3R" + serial.reverse())
                .value();
    }
}
