package cn.quality.standards.group;

import cn.quality.platform.problem.Text;
import cn.quality.standards.number.Level;
import cn.quality.standards.number.StandardNumber;
import cn.quality.standards.number.StandardNumber.Reading;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Codes of bodies (社会团体代号): capital letters, digits among them if the body likes, and no code that other standards bear
 * already (团体标准管理规定 2019).
 */
final class GroupBodyCodes {

    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9]{1,15}");

    private GroupBodyCodes() {}

    /** Why a text is no code for a body; empty when it is one. */
    static Optional<Text> flaw(String code) {
        if (!FORM.matcher(code).matches()) {
            return Optional.of(Text.of("应为大写字母，或大写字母加数字", "capital letters, or these and digits"));
        }
        return StandardNumber.read(code + " 1-2020") instanceof Reading.Read(var number)
                        && number.level() != Level.GROUP
                        && number.level() != Level.ENTERPRISE
                ? Optional.of(Text.of("%s 是其他标准的代号", "%s is the code of other standards", code))
                : Optional.empty();
    }
}
