package cn.quality.standards.number;

import cn.quality.platform.problem.Text;
import cn.quality.standards.number.StandardNumber.Flaw;
import cn.quality.standards.number.StandardNumber.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads one text. The head decides the level, and each level then judges the rest with its own rules, noting every flaw
 * instead of stopping at the first.
 */
final class NumberReader {

    private static final int LONGEST = 100;
    private static final Pattern ALLOWED = Pattern.compile("[A-Z0-9 /.:()_\\-\\p{IsHan}]*");

    private static final Pattern ENTERPRISE = Pattern.compile("Q/(.*)");
    private static final Pattern GROUP = Pattern.compile("T/(?:(\\S*) (.*)|([A-Z0-9]*[A-Z])(\\d.*)|(.*))");
    private static final Pattern NATIONAL = Pattern.compile("(GBZ?)(?:/([A-Z]*))?(?: (.*)|([^A-Z].*)?)");
    private static final Pattern INTERNATIONAL = Pattern.compile("(ISO|IEC)(?![A-Z])(.*)");
    // The digits of a region are followed by a slash or a blank; those of an earthquake standard (DB 81-2020) are not.
    private static final Pattern LOCAL = Pattern.compile("DB ?(\\d+)(?:/([A-Z]*) ?| )(.*)");
    private static final Pattern DB_AND_DIGITS = Pattern.compile("DB\\d.*");
    // A third letter J marks engineering construction: JGJ, CJJ.
    private static final Pattern INDUSTRY = Pattern.compile("(?!GB)([A-Z]{2}J?)(?:/([A-Z]*))?(?: (.*)|([^A-Z].*)?)");

    private static final Pattern BODY = Pattern.compile("([^-:/ ]*)(?:([-:])([^-:/ 第X]*))?(.*)");
    private static final Pattern PLAIN_SERIAL = Pattern.compile("[1-9]\\d{0,5}(\\.\\d{1,4}){0,2}");
    private static final Pattern PADDED_SERIAL = Pattern.compile("\\d{1,6}(\\.\\d{1,4}){0,2}");
    private static final Pattern YEAR = Pattern.compile("(19[4-9]\\d|20\\d\\d)");
    private static final Pattern AMENDMENT =
            Pattern.compile("[ /]?(?:XG ?(\\d{1,2})(?:-(?:19|20)\\d\\d)?|第(\\d{1,2}|[一二三四五六七八九十])号修改单)");
    private static final String CHINESE_DIGITS = "一二三四五六七八九十";

    private static final Pattern GROUP_CODE = Pattern.compile("(?=.*[A-Z])[A-Z0-9]{2,20}");
    private static final Pattern ENTERPRISE_EXACT =
            Pattern.compile("(?:([A-Z0-9]+) |([A-Z0-9]*[A-Z]))(\\d+(?:\\.\\d+)*)-((?:19|20)\\d\\d)");
    private static final Pattern ENTERPRISE_VARIANT = Pattern.compile(
            "(?:([A-Z0-9]+(?:[/ ][A-Z0-9]+)*) |((?:[A-Z0-9]+/)*[A-Z0-9]*[A-Z]))(\\d+(?:\\.\\d+)*[A-Z]?)-((?:19|20)\\d\\d|\\d\\d)");
    private static final Pattern INTERNATIONAL_BODY = Pattern.compile(
            "((?:/[A-Z]+)*(?: (?:TS|TR|PAS|GUIDE))?) ?(\\d+(?:-\\d+)*)(?::([^/ ]*))?((?:/(?:AMD|COR) ?\\d+:\\d{4})*)");
    private static final Pattern DASHED_YEAR = Pattern.compile(".*-(?:19|20)\\d\\d");

    private final String original;
    private final String text;
    private final List<Flaw> flaws = new ArrayList<>();

    NumberReader(String raw) {
        original = raw.strip();
        text = original.length() > LONGEST ? "" : Spelling.normalise(original);
    }

    Reading read() {
        if (original.length() > LONGEST) {
            return refuse("too-long", Text.of("编号不得超过 %d 个字符", "at most %d characters", LONGEST));
        }
        if (text.isEmpty()) {
            return refuse("blank", Text.of("缺少标准编号", "a standard number is missing"));
        }
        if (!ALLOWED.matcher(text).matches() || original.chars().anyMatch(Character::isISOControl)) {
            return refuse("characters", Text.of("编号含有不允许的字符", "the number has characters no number may have"));
        }
        Matcher head;
        if ((head = ENTERPRISE.matcher(text)).matches()) {
            return enterprise(head.group(1));
        }
        if ((head = GROUP.matcher(text)).matches()) {
            return group(head);
        }
        if ((head = INTERNATIONAL.matcher(text)).matches()) {
            return international(head.group(1), head.group(2));
        }
        if ((head = NATIONAL.matcher(text)).matches()) {
            return stateIssued(Level.NATIONAL, head.group(1), head.group(2), rest(head), PLAIN_SERIAL);
        }
        if ((head = LOCAL.matcher(text)).matches()) {
            return local(head);
        }
        if (DB_AND_DIGITS.matcher(text).matches()) {
            return refuse(
                    "region",
                    Text.of(
                            "地方标准应写作 DB37/T 1234-2020，地震行业标准应写作 DB/T 81-2020",
                            "write DB37/T 1234-2020 for a local standard, DB/T 81-2020 for the earthquake industry"));
        }
        if ((head = INDUSTRY.matcher(text)).matches()) {
            return stateIssued(Level.INDUSTRY, head.group(1), head.group(2), rest(head), PADDED_SERIAL);
        }
        return refuse(
                "prefix",
                Text.of(
                        "不认识的标准代号，应以 GB、行业代号、DB、T/、Q/、ISO 或 IEC 开头",
                        "unknown prefix: GB, an industry code, DB, T/, Q/, ISO or IEC is expected"));
    }

    /** What follows the mark, after a blank or at once. */
    private static @Nullable String rest(Matcher head) {
        return head.group(3) != null ? head.group(3) : head.group(4);
    }

    private Reading local(Matcher head) {
        var region = head.group(1);
        // GB/T 2260: province (2 digits) or city (4); counties issue no standards (标准化法 art. 13).
        if (!region.matches("[1-6]\\d(\\d\\d)?")) {
            flaw("region", Text.of("地区代码应为省级两位或市级四位数字", "the region is two digits (province) or four (city)"));
        }
        return stateIssued(Level.LOCAL, "DB" + region, head.group(2), head.group(3), PADDED_SERIAL);
    }

    /** National, industry and local numbers share their shape: mark, serial, year, then an amendment or a twin. */
    private Reading stateIssued(
            Level level, String prefix, @Nullable String suffix, @Nullable String rest, Pattern serialForm) {
        var force = suffix == null ? "" : suffix;
        if (!force.matches("[TZ]?")) {
            flaw("suffix", Text.of("“/” 后只能是 T 或 Z", "only T or Z may follow the slash"));
        }
        var body = body(rest);
        var edition = edition(body, serialForm);
        var mark = force.isEmpty() ? prefix : prefix + "/" + force;
        var canonical = mark + " " + edition;
        var tail = body.group(4);
        StandardNumber twin = null;
        if (!tail.isEmpty()) {
            var amendment = AMENDMENT.matcher(tail);
            if (amendment.matches()) {
                canonical += "/XG" + ordinal(amendment);
            } else if (tail.startsWith("/ISO") || tail.startsWith("/IEC")) {
                twin = twin(tail.substring(1));
            } else {
                flaw("tail", Text.of("不认识年份之后的内容 “%s”", "“%s” after the year is not understood", tail));
            }
        }
        return done(new StandardNumber(level, nature(level, force), canonical, original, Confidence.HIGH, twin));
    }

    private @Nullable StandardNumber twin(String international) {
        return switch (new NumberReader(international).read()) {
            case Reading.Read(var number) -> number;
            case Reading.Misread(var found) -> {
                found.forEach(flaw -> flaw("adopted-" + flaw.code(), flaw.reason()));
                yield null;
            }
        };
    }

    private static @Nullable Nature nature(Level level, String force) {
        return switch (force) {
            case "T" -> Nature.RECOMMENDED;
            case "Z" -> Nature.GUIDE;
            // Industry and local standards without /T may be older than the law of 2017: the number proves nothing.
            default -> level == Level.NATIONAL ? Nature.MANDATORY : null;
        };
    }

    private Reading group(Matcher head) {
        var spaced = head.group(1) != null;
        var code = spaced ? head.group(1) : head.group(3) != null ? head.group(3) : head.group(5);
        var rest = spaced ? head.group(2) : head.group(4);
        if (!GROUP_CODE.matcher(code).matches()) {
            flaw(
                    "group-code",
                    Text.of("团体代号由大写字母（可含数字）组成", "the code of the body is of capital letters, digits allowed"));
        }
        var body = body(rest);
        var canonical = "T/" + code + " " + edition(body, PADDED_SERIAL);
        if (!body.group(4).isEmpty()) {
            flaw("tail", Text.of("不认识年份之后的内容", "what follows the year is not understood"));
        }
        return done(new StandardNumber(Level.GROUP, null, canonical, original, Confidence.HIGH, null));
    }

    private Reading enterprise(String rest) {
        var exact = ENTERPRISE_EXACT.matcher(rest);
        if (exact.matches()) {
            return done(enterprise(exact, Confidence.HIGH));
        }
        var variant = ENTERPRISE_VARIANT.matcher(rest);
        if (variant.matches()) {
            return done(enterprise(variant, Confidence.MEDIUM));
        }
        if (rest.chars().noneMatch(Character::isLetterOrDigit)) {
            flaw("enterprise-code", Text.of("“Q/” 之后缺少企业代号", "the enterprise's code is missing after Q/"));
        }
        return done(new StandardNumber(Level.ENTERPRISE, null, "Q/" + rest, original, Confidence.LOW, null));
    }

    private StandardNumber enterprise(Matcher parts, Confidence confidence) {
        var code = parts.group(1) != null ? parts.group(1) : parts.group(2);
        var canonical = "Q/" + code + " " + parts.group(3) + "-" + parts.group(4);
        return new StandardNumber(Level.ENTERPRISE, null, canonical, original, confidence, null);
    }

    private Reading international(String body, String rest) {
        var parts = INTERNATIONAL_BODY.matcher(rest);
        if (!parts.matches()) {
            return refuse("serial", Text.of("国际标准应写作 ISO 9001:2015", "an international number reads ISO 9001:2015"));
        }
        var year = parts.group(3);
        if (year == null && DASHED_YEAR.matcher(rest).matches()) {
            flaw("year-separator", Text.of("国际标准的年份前用冒号，如 ISO 9001:2015", "a colon precedes the year: ISO 9001:2015"));
        } else {
            year(year);
        }
        var canonical = body + parts.group(1) + " " + parts.group(2) + ":" + year
                + parts.group(4).replaceAll("(AMD|COR) ?", "$1 ");
        return done(new StandardNumber(Level.INTERNATIONAL, null, canonical, original, Confidence.HIGH, null));
    }

    private static Matcher body(@Nullable String rest) {
        var body = BODY.matcher(rest == null ? "" : rest);
        if (!body.matches()) {
            throw new IllegalStateException("the pattern takes every line: " + rest);
        }
        return body;
    }

    private String edition(Matcher body, Pattern serialForm) {
        var serial = body.group(1);
        if (!serialForm.matcher(serial).matches()) {
            flaw("serial", Text.of("顺序号应为数字，可带部分号，如 19001 或 4706.1", "the serial is digits with an optional part"));
        }
        if (":".equals(body.group(2))) {
            flaw("year-separator", Text.of("年份前用短横线", "a dash precedes the year"));
        }
        var year = body.group(3);
        year(year);
        return serial + "-" + year;
    }

    private void year(@Nullable String year) {
        if (year == null || !YEAR.matcher(year).matches()) {
            flaw("year", Text.of("缺少四位年份或年份有误", "a four-digit year is missing or wrong"));
        }
    }

    private static String ordinal(Matcher amendment) {
        if (amendment.group(1) != null) {
            return String.valueOf(Integer.parseInt(amendment.group(1)));
        }
        var stated = amendment.group(2);
        var position = CHINESE_DIGITS.indexOf(stated);
        return String.valueOf(position >= 0 ? position + 1 : Integer.parseInt(stated));
    }

    private void flaw(String code, Text reason) {
        flaws.add(new Flaw(code, reason));
    }

    private Reading refuse(String code, Text reason) {
        flaw(code, reason);
        return new Reading.Misread(List.copyOf(flaws));
    }

    private Reading done(StandardNumber number) {
        return flaws.isEmpty() ? new Reading.Read(number) : new Reading.Misread(List.copyOf(flaws));
    }
}
