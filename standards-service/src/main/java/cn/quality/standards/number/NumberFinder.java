package cn.quality.standards.number;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds numbers in a running text. It looks only where a word begins and reads a bounded stretch from there, so the work grows
 * with the length of the text and not faster, whatever the text is.
 */
final class NumberFinder {

    private NumberFinder() {}

    static List<FoundNumber> in(String original) {
        var spelling = Spelling.of(original);
        var text = spelling.text();
        var found = new ArrayList<FoundNumber>();
        int free = 0;
        for (int at = 0; at < text.length(); at++) {
            if (at >= free && beginsWord(text, at)) {
                var reader = new NumberReader(original, spelling, text, at);
                var number = reader.readWithin();
                if (number.isPresent()) {
                    found.add(number.get());
                    free = reader.end();
                }
            }
        }
        return List.copyOf(found);
    }

    private static boolean beginsWord(String text, int at) {
        return NumberText.isLetter(text.charAt(at)) && (at == 0 || !NumberText.isLetterOrDigit(text.charAt(at - 1)));
    }
}
