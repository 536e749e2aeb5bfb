package cn.quality.credit.matching;

import cn.quality.platform.identifiers.NameNormaliser;
import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What people write where a name is asked for: a name, often copied with a former one in brackets (原…), or with the code that
 * stood beside it.
 *
 * @param name without what is given besides it; the text as it came when nothing else is in it
 */
public record WrittenName(String name, Optional<String> formerName, Optional<UnifiedSocialCreditCode> code) {

    private static final Pattern CODE = Pattern.compile(
            "[(（\\[【]?(?:统一社会信用代码|信用代码|代码)?[:：\\s]*(?<![0-9A-Za-z])([0-9A-Za-z]{18})(?![0-9A-Za-z])[)）\\]】]?");

    /** 原 alone begins many words: what follows must be long enough for a name. */
    private static final Pattern FORMER =
            Pattern.compile("[(（\\[【]\\s*(?:曾用名|原名称?|原|前身)[:：为是]?\\s*([^()（）\\[\\]【】]{4,})[)）\\]】]");

    /** Reads a text. Nothing is refused: what is not recognised is part of the name. */
    public static WrittenName of(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        var code = Optional.<UnifiedSocialCreditCode>empty();
        for (var found = CODE.matcher(plain); found.find() && code.isEmpty(); ) {
            if (UnifiedSocialCreditCode.defectsOf(found.group(1)).isEmpty()) {
                code = Optional.of(UnifiedSocialCreditCode.parse(found.group(1)));
                plain = plain.substring(0, found.start()) + plain.substring(found.end());
            }
        }
        var former = FORMER.matcher(plain);
        if (former.find()
                && !NameNormaliser.normalise(plain.substring(0, former.start())).isEmpty()) {
            return new WrittenName(
                    plain.substring(0, former.start()) + plain.substring(former.end()),
                    Optional.of(former.group(1).strip()),
                    code);
        }
        return code.isEmpty()
                ? new WrittenName(text, Optional.empty(), code)
                : new WrittenName(plain, Optional.empty(), code);
    }
}
