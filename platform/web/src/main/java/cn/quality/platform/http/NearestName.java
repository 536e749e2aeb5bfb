package cn.quality.platform.http;

import cn.quality.platform.problem.Text;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * The known name that was probably meant: the one with the fewest single-letter changes, insertions, omissions and swaps of
 * two neighbours (Damerau-Levenshtein distance, optimal string alignment). Case, {@code _} and {@code -} do not count, so
 * that {@code document_number} leads to {@code documentNumber}.
 */
final class NearestName {

    /** Longer names are no misspelling, and the work grows with the square of the length. */
    private static final int LONGEST = 64;

    private NearestName() {}

    /** None when nothing is near: up to a third of the letters may differ. */
    static Optional<String> of(String written, Collection<String> known) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        var letters = letters(written);
        return known.stream()
                .filter(name -> isNear(letters, letters(name)))
                .min(Comparator.<String>comparingInt(name -> distance(letters, letters(name)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** What there is instead, as the message of a violation. */
    static Text suggestion(Text refusal, String written, Collection<String> known) {
        return of(written, known)
                .map(name -> new Text(refusal.zh() + "；是否为 " + name, refusal.en() + "; did you mean " + name + "?"))
                .orElse(refusal);
    }

    private static String letters(String name) {
        return name.replaceAll("[_-]", "").toLowerCase(Locale.ROOT);
    }

    private static boolean isNear(String a, String b) {
        int longer = Math.max(a.length(), b.length());
        int distance = distance(a, b);
        return distance <= Math.max(1, longer / 3) && distance < longer;
    }

    private static int distance(String a, String b) {
        var changes = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                changes[i][j] = i == 0 || j == 0 ? i + j : cheapest(changes, a, b, i, j);
            }
        }
        return changes[a.length()][b.length()];
    }

    private static int cheapest(int[][] changes, String a, String b, int i, int j) {
        int replaced = changes[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int cheapest = Math.min(replaced, 1 + Math.min(changes[i - 1][j], changes[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(cheapest, 1 + changes[i - 2][j - 2]) : cheapest;
    }
}
