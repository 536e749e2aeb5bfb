package cn.quality.platform.identifiers;

import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Replaces what points to a person: identity, phone and bank card numbers, e-mail addresses, in plain and full-width
 * digits. Names of third persons cannot be distinguished from other words; an official reads a text before it is released.
 *
 * <p>It errs on the other side than {@link PersonalData#in}, which finds only what is a number of a person beyond doubt: a
 * batch number replaced without need is no loss here. In a text that has been redacted, that method finds nothing.
 */
public final class Redactor {

    private static final String REPLACEMENT = "＊＊＊";

    private Redactor() {}

    public static String redact(String text) {
        var folded = FoldedText.of(text);
        var spans = new PersonalDataDetector(folded.plain())
                .suspected()
                .sorted(Comparator.comparingInt(PersonalDataDetector.Span::start))
                .toList();
        var redacted = new StringBuilder(text.length());
        int done = 0;
        for (int i = 0; i < spans.size(); ) {
            int start = folded.origins()[spans.get(i).start()];
            int end = spans.get(i).end();
            for (i++; i < spans.size() && spans.get(i).start() <= end; i++) {
                end = Math.max(end, spans.get(i).end());
            }
            redacted.append(text, Math.min(done, start), start).append(REPLACEMENT);
            done = folded.ends()[end - 1];
        }
        return redacted.append(text, done, text.length()).toString();
    }

    /** Redacts a text, and the given words in it: what a person says of themselves. */
    public static UnaryOperator<String> redacting(List<String> words) {
        return text -> {
            var left = text;
            for (var word : words) {
                left = left.replace(word, REPLACEMENT);
            }
            return redact(left);
        };
    }
}
