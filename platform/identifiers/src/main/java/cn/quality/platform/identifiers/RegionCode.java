package cn.quality.platform.identifiers;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import java.util.regex.Pattern;

/**
 * A region: six digits of GB/T 2260 ({@code 371102}), or those of the city and a suffix of our own for function zones
 * that have no such code ({@code 371100-GXQ}).
 */
public record RegionCode(String value) {

    /** As a regular expression. */
    public static final String FORM = "[1-9]\\d{5}(-[A-Z0-9]{1,10})?";

    private static final Pattern PATTERN = Pattern.compile(FORM);

    /** @throws Problem 400 {@code invalid-argument} when the text has not the form of a region code */
    public RegionCode {
        if (!isValid(value)) {
            throw new Problem(ProblemTypes.INVALID_ARGUMENT, Text.of("“%s”不是区划代码", "'%s' is not a region code", value))
                    .with("region", "form", new Text("应为六位数字区划代码", "Must be a six-digit region code"));
        }
    }

    /** Whether the text has the form of a region code; whether there is such a region, the catalogue of regions knows. */
    public static boolean isValid(String text) {
        return PATTERN.matcher(text).matches();
    }

    /** Whether the other region is this one or lies in it: a province covers its cities, a city its counties and zones. */
    public boolean covers(RegionCode other) {
        return equals(other) || (isProvinceOrCity() && other.value.startsWith(prefix()));
    }

    /** What the codes of all regions covered by this one begin with. */
    public String prefix() {
        if (value.endsWith("0000")) {
            return value.substring(0, 2);
        }
        return isProvinceOrCity() ? value.substring(0, 4) : value;
    }

    @Override
    public String toString() {
        return value;
    }

    private boolean isProvinceOrCity() {
        return value.endsWith("00");
    }
}
