package cn.quality.credit.matching;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;

/**
 * How many slips of writing lie between two texts: a character wrong, missing or too many, or two neighbours swapped
 * (optimal string alignment).
 */
final class SlipDistance {

    private SlipDistance() {}

    static int of(String one, String other) {
        return of(one.codePoints().toArray(), other.codePoints().toArray(), false);
    }

    /** The slips between a text and the part of another that comes nearest to it. */
    static int ofPart(String part, String whole) {
        return of(part.codePoints().toArray(), whole.codePoints().toArray(), true);
    }

    /** 1 for equal texts, 0 for texts with nothing in common. */
    static BigDecimal similarity(String one, String other) {
        return similarity(one.codePoints().toArray(), other.codePoints().toArray());
    }

    /**
     * The same of what is left when the end that both share is cut off: brands, whatever the line of business. 1 when
     * nothing is left of one: it is the end of the other, which says more of the same.
     */
    static BigDecimal similarityBeforeCommonEnd(String one, String other) {
        var a = one.codePoints().toArray();
        var b = other.codePoints().toArray();
        int common = 0;
        while (common < Math.min(a.length, b.length) && a[a.length - 1 - common] == b[b.length - 1 - common]) {
            common++;
        }
        return common == Math.min(a.length, b.length)
                ? BigDecimal.ONE.setScale(Similarity.SCALE)
                : similarity(Arrays.copyOf(a, a.length - common), Arrays.copyOf(b, b.length - common));
    }

    /** Rounded down: doubt never lifts a score into a band. */
    static BigDecimal ratio(int part, int whole) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), Similarity.SCALE, RoundingMode.DOWN);
    }

    private static BigDecimal similarity(int[] a, int[] b) {
        int longer = Math.max(a.length, b.length);
        return longer == 0 ? BigDecimal.ZERO.setScale(Similarity.SCALE) : ratio(longer - of(a, b, false), longer);
    }

    /** @param part whether what stands before and behind {@code a} in {@code b} costs nothing */
    private static int of(int[] a, int[] b, boolean part) {
        var beforeLast = new int[b.length + 1];
        var last = new int[b.length + 1];
        var row = new int[b.length + 1];
        for (int j = 0; j <= b.length; j++) {
            last[j] = part ? 0 : j;
        }
        for (int i = 1; i <= a.length; i++) {
            row[0] = i;
            for (int j = 1; j <= b.length; j++) {
                int least = Math.min(last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1), Math.min(last[j], row[j - 1]) + 1);
                boolean swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                row[j] = swapped ? Math.min(least, beforeLast[j - 2] + 1) : least;
            }
            var oldest = beforeLast;
            beforeLast = last;
            last = row;
            row = oldest;
        }
        int distance = last[b.length];
        for (int j = 0; part && j < b.length; j++) {
            distance = Math.min(distance, last[j]);
        }
        return distance;
    }
}
