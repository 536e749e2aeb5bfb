package cn.quality.credit.evidence;

import cn.quality.platform.problem.Problem;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * The name a file came with, as far as it is harmless: no folder, and no character that is not seen (control characters,
 * marks that turn the writing direction and make {@code gpj.exe} look like {@code exe.jpg}).
 */
record FileName(String value, FileKind kind) {

    private static final int LONGEST = 200;
    private static final Pattern FOLDERS = Pattern.compile(".*[/\\\\]", Pattern.DOTALL);
    private static final Pattern UNSEEN = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

    /** @throws Problem 400 {@code invalid-argument} without a name, 415 {@code unsupported-file} by its extension */
    static FileName of(String given) {
        var name = UNSEEN.matcher(FOLDERS.matcher(Normalizer.normalize(given, Normalizer.Form.NFC))
                        .replaceFirst(""))
                .replaceAll("")
                .strip();
        if (name.isEmpty() || name.startsWith(".") || name.codePointCount(0, name.length()) > LONGEST) {
            throw EvidenceProblems.badName(LONGEST);
        }
        return new FileName(name, FileKind.ofName(name).orElseThrow(() -> EvidenceProblems.unsupported(name)));
    }
}
