package cn.quality.standards.number;

import cn.quality.platform.problem.Text;
import cn.quality.standards.number.StandardNumber.Adopted;
import cn.quality.standards.number.StandardNumber.Flaw;
import cn.quality.standards.number.StandardNumber.Keys;
import cn.quality.standards.number.StandardNumber.Parts;
import cn.quality.standards.number.StandardNumber.Reading;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads one number, from left to right and never back further than one piece, so the time grows with the length alone. The head
 * decides the level, and each level then judges the rest by its own rules, noting every flaw with its place instead of stopping
 * at the first. Numbers of international and foreign bodies are {@link BodyNumberReader}'s, signs, digits and years {@link
 * NumberText}'s.
 */
final class NumberReader extends BodyNumberReader {

    private static final String CHINESE_DIGITS = "一二三四五六七八九十";

    /** Of a text that should be a number and nothing else. */
    NumberReader(String sent) {
        super(sent);
    }

    /** Of a number that begins somewhere in a running text, or within another number. */
    NumberReader(String sent, Spelling spelling, String text, int start) {
        super(sent, spelling, text, start);
    }

    Reading read() {
        if (sent.strip().length() > LONGEST) {
            return refuse(LONGEST + 1, "too-long", Text.of("编号不得超过 %d 个字符", "at most %d characters", LONGEST));
        }
        if (text.isEmpty()) {
            return refuse(1, "blank", Text.of("缺少标准编号", "a standard number is missing"));
        }
        for (int i = sentEnd - sent.strip().length(); i < sentEnd; i++) {
            if (Character.isISOControl(sent.charAt(i))) {
                return refuse(i + 1, "characters", unexpectedCharacter());
            }
        }
        var number = parse();
        if (number.isPresent() && at < end) {
            trailing();
        }
        return flaws.isEmpty() && number.isPresent()
                ? new Reading.Read(number.get())
                : new Reading.Misread(List.copyOf(flaws));
    }

    Reading readEdition() {
        var reading = read();
        if (reading instanceof Reading.Read(var number) && !number.dated()) {
            return refuse(sentEnd + 1, "year", yearExpected());
        }
        // What is flawed already is told to lack its year as well, unless the year is what is wrong with it.
        if (reading instanceof Reading.Misread && undatedSoFar) {
            flaw(end, "year", yearExpected());
            return new Reading.Misread(List.copyOf(flaws));
        }
        return reading;
    }

    /** The number that begins here in a running text; none where it would take goodwill to see one. */
    Optional<FoundNumber> readWithin() {
        var number = parse();
        if (number.isEmpty() || !flaws.isEmpty() || (at < text.length() && isLetterOrDigit(text.charAt(at)))) {
            return Optional.empty();
        }
        var read = number.get();
        boolean capital = Character.isUpperCase(sent.charAt(spelling.origin(start, sentEnd)));
        var told =
                switch (read.level()) {
                    // A sentence has "is 2015" and "as 10" in it, and a computer 500 TB.
                    case FOREIGN -> capital;
                    case INDUSTRY -> capital && (read.dated() || read.nature().isPresent());
                    case ENTERPRISE -> read.confidence() != Confidence.LOW;
                    case NATIONAL, LOCAL, GROUP, INTERNATIONAL, MILITARY, METROLOGY -> true;
                };
        return told && readsAlike(read)
                ? Optional.of(new FoundNumber(
                        read, spelling.origin(start, sentEnd), at == 0 ? 0 : spelling.origin(at - 1, sentEnd) + 1))
                : Optional.empty();
    }

    /** What stands behind it may have led the reading astray: EN 1-2016 is of the year 2016, but EN 1-2016- begins with a part. */
    private static boolean readsAlike(StandardNumber found) {
        return new NumberReader(found.original()).read() instanceof Reading.Read(var alone) && alone.equals(found);
    }

    private Optional<StandardNumber> parse() {
        if (take("Q/")) {
            return enterprise();
        }
        if (take("T/")) {
            return Optional.of(group());
        }
        int head = at;
        var code = letters();
        if (code.equals("ITU") && (text.startsWith("-T", at) || text.startsWith("-R", at))) {
            code += text.substring(at, at + 2);
            at += 2;
        }
        var body = StandardsBody.of(code);
        if (body.isPresent()) {
            return Optional.of(international(code, body.get()));
        }
        return switch (code) {
            case "CECS" -> Optional.of(association());
            case "DBS" -> Optional.of(foodSafety());
            case "DBJ", "DBJT" -> Optional.of(construction(code.endsWith("T")));
            default -> code.equals("DB") && regionFollows() ? local() : byList(code, head);
        };
    }

    private Optional<StandardNumber> byList(String code, int head) {
        var level = level(code);
        if (level.isPresent()) {
            return Optional.of(stateIssued(level.get(), code, ""));
        }
        int last = code.length() - 1;
        if (last > 0) {
            var shorter = level(code.substring(0, last));
            char mark = code.charAt(last);
            if (shorter.isPresent() && (mark == 'T' || mark == 'Z')) {
                confidence = Confidence.MEDIUM;
                return Optional.of(stateIssued(shorter.get(), code.substring(0, last), String.valueOf(mark)));
            }
            if (shorter.isPresent() && leadsSerial(code.substring(0, last)) && isDigit(peek())) {
                at--;
                return Optional.of(stateIssued(shorter.get(), code.substring(0, last), ""));
            }
        }
        flaw(
                head,
                "prefix",
                Text.of(
                        "应为标准代号：GB、行业代号、DB 及地区代码、T/、Q/、ISO、IEC 或其他标准组织",
                        "a prefix is expected: GB, an industry code, DB and a region, T/, Q/, ISO, IEC or another body"));
        return Optional.empty();
    }

    private static Optional<Level> level(String code) {
        return switch (code) {
            case "GB", "GBZ", "GBJ" -> Optional.of(Level.NATIONAL);
            case "GJB" -> Optional.of(Level.MILITARY);
            case "JJG", "JJF" -> Optional.of(Level.METROLOGY);
            default -> IndustryCodes.contains(code) ? Optional.of(Level.INDUSTRY) : Optional.empty();
        };
    }

    /** Transport engineering counts by letters: JTG D60, JTG F80/1. */
    private static boolean leadsSerial(String prefix) {
        return prefix.startsWith("JT") && prefix.length() == 3;
    }

    // --- numbers that the state issues ---

    /** The digits of a region are followed by a slash or a blank; those of an earthquake standard (DB 81-2020) are not. */
    private boolean regionFollows() {
        if (isDigit(peek())) {
            return true;
        }
        int digit = at + 1;
        if (peek() != ' ' || digit >= end || !isDigit(text.charAt(digit))) {
            return false;
        }
        while (digit < end && isDigit(text.charAt(digit))) {
            digit++;
        }
        return digit < end && (text.charAt(digit) == '/' || text.charAt(digit) == ' ' || text.charAt(digit) == 'T');
    }

    private Optional<StandardNumber> local() {
        take(' ');
        int place = at;
        var region = digits();
        var force = "";
        if (peek() == 'T') {
            at++;
            force = "T";
            confidence = Confidence.MEDIUM;
        }
        boolean ends = !force.isEmpty() || peek() == '/' || peek() == ' ';
        // GB/T 2260: province (2 digits) or city (4); counties issue no standards (标准化法 art. 13).
        boolean known = (region.length() == 2 || region.length() == 4) && "123456".indexOf(region.charAt(0)) >= 0;
        if (!ends || !known) {
            flaw(
                    place,
                    "region",
                    Text.of(
                            "应为省级两位或市级四位地区代码，如 DB37/T 1234-2020；地震行业标准应写作 DB/T 81-2020",
                            "the region is two digits (province) or four (city), as in DB37/T 1234-2020; the earthquake"
                                    + " industry writes DB/T 81-2020"));
        }
        return ends ? Optional.of(stateIssued(Level.LOCAL, "DB" + region, force)) : Optional.empty();
    }

    /** National, industry, local and like numbers share their shape: mark, serial, year, then what was added to them. */
    private StandardNumber stateIssued(Level level, String code, String omittedSlash) {
        var prefix = level == Level.METROLOGY ? code + department() : code;
        var force = omittedSlash;
        if (force.isEmpty() && take('/')) {
            int place = at;
            force = letters();
            if (force.length() == 2 && leadsSerial(code) && "TZ".indexOf(force.charAt(0)) >= 0 && isDigit(peek())) {
                at--;
                force = force.substring(0, 1);
            }
            if (!force.isEmpty() && !force.equals("T") && !force.equals("Z")) {
                flaw(place, "suffix", Text.of("“/” 后只能是 T 或 Z", "only T or Z may follow the slash"));
            }
        }
        take(' ');
        var serial = serial(level, code);
        var volume = volume(level);
        var year = year('-', true);
        additions();
        var mark = force.isEmpty() ? prefix : prefix + "/" + force;
        var designation = serial + (volume == null ? "" : "/" + volume);
        return number(
                level,
                nature(level, force),
                mark,
                prefix,
                designation,
                parts(mark, serial, volume, year),
                '-',
                yearKey(year));
    }

    /** The area or department whose regulation it is: JJG(鲁) 12-2019. */
    private String department() {
        int from = at;
        if (take('(')) {
            while (Character.UnicodeScript.of(peek()) == Character.UnicodeScript.HAN) {
                at++;
            }
            if (at - from > 1 && take(')')) {
                return text.substring(from, at);
            }
        }
        at = from;
        return "";
    }

    private String serial(Level level, String code) {
        int from = at;
        if (level == Level.INDUSTRY && leadsSerial(code) && isLetter(peek()) && isDigit(peek(1))) {
            at++;
        }
        int place = at;
        var digits = digits();
        if (digits.isEmpty()
                || digits.length() > LONGEST_SERIAL
                || (level == Level.NATIONAL && digits.charAt(0) == '0')) {
            return noSerial(place);
        }
        subdivisions('.', 2);
        // GJB 9001C, QJ 1001A: the letter counts the editions and belongs to the serial.
        if ((level == Level.MILITARY || level == Level.INDUSTRY) && isLetter(peek()) && !isLetterOrDigit(peek(1))) {
            at++;
        }
        if (peek() == '~' && isDigit(peek(1))) {
            at++;
            digits();
            subdivisions('.', 2);
        }
        // JTG/T 3650-02-2019: what stands before another dash is no year.
        if (level == Level.INDUSTRY && peek() == '-') {
            int before = at;
            at++;
            var sub = digits();
            if (sub.isEmpty() || sub.length() > 3 || peek() != '-') {
                at = before;
            }
        }
        return text.substring(from, at);
    }

    private void subdivisions(char joint, int most) {
        for (int i = 0; i < most && peek() == joint && isDigit(peek(1)); i++) {
            at++;
            digits();
        }
    }

    /** JTG F80/1: a volume, where the standard is too thick for one. */
    private @Nullable String volume(Level level) {
        if (level != Level.INDUSTRY || peek() != '/' || !isDigit(peek(1))) {
            return null;
        }
        at++;
        return digits();
    }

    /** Food safety standards are mandatory, those of a province too (食品安全法 art. 25, 29). */
    private StandardNumber foodSafety() {
        take(' ');
        int place = at;
        var region = digits();
        if (region.length() != 2) {
            flaw(place, "region", Text.of("应为两位地区代码，如 DBS37/001-2014", "two digits of the province: DBS37/001-2014"));
        }
        if (!take('/')) {
            take(' ');
        }
        var serial = serial(Level.LOCAL, "DBS");
        var year = year('-', false);
        additions();
        var mark = "DBS" + region;
        return number(
                Level.LOCAL, Nature.MANDATORY, mark, mark, serial, parts(mark, serial, null, year), '-', yearKey(year));
    }

    /**
     * Local rules of engineering construction. Their digits are the provinces' own and none of GB/T 2260: DBJ/T 15-60-2019 is
     * of Guangdong, which is 44 there.
     */
    private StandardNumber construction(boolean marked) {
        take(' ');
        var code = digits();
        boolean recommended = marked;
        if (peek() == '/' && peek(1) == 'T') {
            at += 2;
            recommended = true;
            take(' ');
        }
        var serial = new StringBuilder();
        boolean behind = recommended && !code.isEmpty();
        if (!behind) {
            serial.append(code.isEmpty() ? digits() : code);
        }
        while (code.isEmpty() && serial.isEmpty() && take(' ')) {
            serial.append(digits());
        }
        int place = at;
        while ((peek() == '-' || (behind && peek() == ' ') || (behind && serial.isEmpty() && isDigit(peek())))
                && !yearIsNext(serial)) {
            at += isDigit(peek()) ? 0 : 1;
            var next = digits();
            if (next.isEmpty()) {
                break;
            }
            serial.append(serial.isEmpty() ? "" : "-").append(next);
        }
        if (serial.isEmpty()) {
            noSerial(place);
        }
        var year = year('-', true);
        additions();
        var prefix = behind ? "DBJ" + code : "DBJ";
        var mark = recommended ? prefix + "/T" : prefix;
        var parts = new Parts(mark, serial.toString(), null, null, year, revision, List.copyOf(supplements));
        return number(
                Level.LOCAL,
                recommended ? Nature.RECOMMENDED : null,
                mark,
                prefix,
                serial.toString(),
                parts,
                '-',
                yearKey(year));
    }

    /** Whether the digits behind the dash are four and the last ones. */
    private boolean yearIsNext(CharSequence serial) {
        if (serial.isEmpty() || peek() != '-') {
            return false;
        }
        int i = at + 1;
        while (i < end && isDigit(text.charAt(i))) {
            i++;
        }
        int length = i - at - 1;
        return (length == 4 || length == 2) && (i == end || text.charAt(i) != '-') && isYear(text.substring(at + 1, i));
    }

    private static @Nullable Nature nature(Level level, String force) {
        return switch (force) {
            case "T" -> Nature.RECOMMENDED;
            case "Z" -> Nature.GUIDE;
            // Industry and local standards without /T may be older than the law of 2017: the number proves nothing.
            default -> level == Level.NATIONAL ? Nature.MANDATORY : null;
        };
    }

    // --- numbers of groups and enterprises ---

    private StandardNumber group() {
        int place = at;
        var run = code();
        var code = run;
        if (!take(' ')) {
            int letters = run.length();
            while (letters > 0 && isDigit(run.charAt(letters - 1))) {
                letters--;
            }
            code = run.substring(0, letters);
            at = place + letters;
        }
        boolean known =
                code.length() >= 2 && code.length() <= 20 && code.chars().anyMatch(NumberText::isLetter);
        if (!known) {
            flaw(
                    place,
                    "group-code",
                    Text.of("应为团体代号：大写字母，可含数字", "the code of the body is of capital letters, digits allowed"));
            while (at < end && !isDigit(peek())) {
                at++;
            }
        }
        var serial = serial(Level.GROUP, "T");
        var year = year('-', false);
        additions();
        var mark = "T/" + code;
        return number(Level.GROUP, null, mark, mark, serial, parts(mark, serial, null, year), '-', yearKey(year));
    }

    /** Letters and digits, and a dash that leads to another letter: CECS-CBIMU. */
    private String code() {
        int from = at;
        while (at < end && (isLetterOrDigit(peek()) || (peek() == '-' && isLetter(peek(1)) && at > from))) {
            at++;
        }
        return text.substring(from, at);
    }

    /** 中国工程建设标准化协会, before the law knew group standards: CECS 102:2002. */
    private StandardNumber association() {
        take(' ');
        var serial = serial(Level.GROUP, "CECS");
        if (peek() == '-') {
            confidence = Confidence.MEDIUM;
        }
        var year = year(peek() == '-' ? '-' : ':', true);
        additions();
        return number(Level.GROUP, null, "CECS", "CECS", serial, parts("CECS", serial, null, year), ':', yearKey(year));
    }

    /** Nobody polices these, so odd ones are taken as they are. Read from the end: the year, the serial, then the code. */
    private Optional<StandardNumber> enterprise() {
        int from = at;
        if (!whole) {
            endOfEnterpriseNumber();
        } else {
            at = end;
        }
        var rest = text.substring(from, at);
        for (int i = 0; i < rest.length(); i++) {
            if (!isAllowed(rest.charAt(i))) {
                flaw(from + i, "characters", unexpectedCharacter());
                return Optional.empty();
            }
        }
        if (rest.chars().noneMatch(Character::isLetterOrDigit)) {
            flaw(from, "enterprise-code", Text.of("“Q/” 之后应为企业代号", "the enterprise's code is expected after Q/"));
            return Optional.empty();
        }
        int dash = rest.lastIndexOf('-');
        var year = dash < 0 ? "" : rest.substring(dash + 1);
        boolean full = year.length() == 4 && (year.startsWith("19") || year.startsWith("20")) && allDigits(year);
        if (!full && !(year.length() == 2 && allDigits(year))) {
            return Optional.of(asItIs(rest));
        }
        int serialEnd = dash;
        boolean letter = serialEnd > 1 && isLetter(rest.charAt(serialEnd - 1)) && isDigit(rest.charAt(serialEnd - 2));
        int serialFrom = letter ? serialEnd - 1 : serialEnd;
        while (serialFrom > 0
                && (isDigit(rest.charAt(serialFrom - 1))
                        || (rest.charAt(serialFrom - 1) == '.'
                                && serialFrom < dash
                                && isDigit(rest.charAt(serialFrom))
                                && serialFrom > 1
                                && isDigit(rest.charAt(serialFrom - 2))))) {
            serialFrom--;
        }
        var serial = rest.substring(serialFrom, serialEnd);
        var code = rest.substring(0, serialFrom);
        boolean spaced = code.endsWith(" ");
        code = spaced ? code.substring(0, code.length() - 1) : code;
        if (serial.isEmpty() || !isEnterpriseCode(code) || (!spaced && !isLetter(code.charAt(code.length() - 1)))) {
            return Optional.of(asItIs(rest));
        }
        boolean plain = code.indexOf(' ') < 0 && code.indexOf('/') < 0;
        confidence = full && plain && !letter ? Confidence.HIGH : Confidence.MEDIUM;
        var mark = "Q/" + code;
        var parts = new Parts(
                mark, serial, null, null, full ? Integer.valueOf(year) : null, null, List.copyOf(supplements));
        return Optional.of(number(Level.ENTERPRISE, null, mark, mark, serial, parts, '-', year));
    }

    /** In a running text only a year ends an enterprise's number. */
    private void endOfEnterpriseNumber() {
        while (at < end && (isLetterOrDigit(peek()) || "/ .-".indexOf(peek()) >= 0)) {
            if (peek() == '-'
                    && isYearAt(at + 1)
                    && (at + 5 >= text.length() || !isLetterOrDigit(text.charAt(at + 5)))) {
                at += 5;
                return;
            }
            at++;
        }
    }

    private static boolean isEnterpriseCode(String code) {
        boolean expectsWord = true;
        for (int i = 0; i < code.length(); i++) {
            char character = code.charAt(i);
            if (isLetterOrDigit(character)) {
                expectsWord = false;
            } else if (expectsWord || (character != '/' && character != ' ')) {
                return false;
            } else {
                expectsWord = true;
            }
        }
        return !expectsWord;
    }

    private StandardNumber asItIs(String rest) {
        confidence = Confidence.LOW;
        var key = "Q/" + rest;
        var parts = new Parts("Q", null, null, null, null, null, List.of());
        return new StandardNumber(
                Level.ENTERPRISE, null, parts, new Keys(key, key, key, key), original(), confidence, null);
    }

    // --- what may follow the year of a Chinese number ---

    private void additions() {
        int before;
        do {
            before = at;
            revisionMark();
            amendment();
        } while (at > before);
        adoption();
    }

    private void revisionMark() {
        int before = at;
        take(' ');
        if (take('(') && isYearAt(at)) {
            int year = Integer.parseInt(text.substring(at, at + 4));
            at += 4;
            take(' ');
            take('年');
            take(' ');
            take("修订");
            take('版');
            if (take(')')) {
                revision = year;
                return;
            }
        }
        at = before;
    }

    private void amendment() {
        int before = at;
        if (!take('/')) {
            take(' ');
        }
        if (take("XG") || take("COR")) {
            var kind = text.charAt(at - 1) == 'G' ? Supplement.Kind.AMENDMENT : Supplement.Kind.CORRIGENDUM;
            take(' ');
            var ordinal = digits();
            if (!ordinal.isEmpty() && ordinal.length() <= 2) {
                Integer year = null;
                if (peek() == '-' && isYearAt(at + 1)) {
                    year = Integer.valueOf(text.substring(at + 1, at + 5));
                    at += 5;
                }
                supplement(kind, Integer.parseInt(ordinal), year);
                return;
            }
        } else if (take('第')) {
            var digits = digits();
            int chinese = CHINESE_DIGITS.indexOf(peek());
            if (digits.isEmpty() && chinese >= 0) {
                at++;
                digits = String.valueOf(chinese + 1);
            }
            boolean numbered = !digits.isEmpty() && digits.length() <= 2 && take('号');
            if (numbered && take("修改单")) {
                supplement(Supplement.Kind.AMENDMENT, Integer.parseInt(digits), null);
                return;
            }
            if (numbered && take("勘误")) {
                supplement(Supplement.Kind.CORRIGENDUM, Integer.parseInt(digits), null);
                return;
            }
        }
        at = before;
    }

    private void supplement(Supplement.Kind kind, int ordinal, @Nullable Integer year) {
        supplements.add(new Supplement(kind, ordinal, year, false));
        supplementKeys
                .append(kind == Supplement.Kind.AMENDMENT ? "/XG" : "/COR")
                .append(ordinal);
    }

    /** {@code /ISO 9001:2015}, {@code idt ISO 9001:2015}, {@code (ISO 9001:2015, IDT)}. */
    private void adoption() {
        int before = at;
        if (take('/')) {
            adopt(AdoptionDegree.IDT, before);
            return;
        }
        take(' ');
        if (take('(')) {
            adopt(AdoptionDegree.IDT, before);
            take(',');
            take(' ');
            var degree = degree();
            if (adopted == null || degree == null || !take(')')) {
                adopted = null;
                at = before;
            } else {
                adopted = new Adopted(adopted.number(), degree);
            }
            return;
        }
        var degree = degree();
        if (degree == null || !take(' ')) {
            at = before;
            return;
        }
        adopt(degree, before);
    }

    private @Nullable AdoptionDegree degree() {
        if (take("IDT")) {
            return AdoptionDegree.IDT;
        }
        // "Equivalent" is what modified was called until 2000.
        if (take("MOD") || take("EQV")) {
            return AdoptionDegree.MOD;
        }
        return take("NEQ") ? AdoptionDegree.NEQ : null;
    }

    private void adopt(AdoptionDegree degree, int before) {
        var reader = new NumberReader(sent, spelling, text, at);
        var code = reader.letters();
        if (StandardsBody.of(code)
                .filter(body -> body.level() == Level.INTERNATIONAL)
                .isEmpty()) {
            at = before;
            return;
        }
        reader.at = reader.start;
        var number = reader.parse();
        if (reader.flaws.isEmpty() && number.isPresent() && !number.get().dated()) {
            reader.flaw(reader.at, "year", yearExpected());
        }
        if (!reader.flaws.isEmpty() && !whole) {
            at = before;
            return;
        }
        reader.flaws.forEach(flaw -> flaws.add(new Flaw("adopted-" + flaw.code(), flaw.position(), flaw.reason())));
        at = reader.at;
        number.ifPresent(other -> adopted = new Adopted(other, degree));
    }

    private static @Nullable String yearKey(@Nullable Integer year) {
        return year == null ? null : year.toString();
    }
}
