package cn.quality.standards.number;

import cn.quality.platform.problem.Text;
import cn.quality.standards.number.StandardNumber.Adopted;
import cn.quality.standards.number.StandardNumber.Keys;
import cn.quality.standards.number.StandardNumber.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the numbers of international and foreign bodies, ISO 9001:2015, IEC 60335-1:2020+AMD1:2023, ASTM A370-20e1, and puts
 * together what was read of any number.
 */
abstract class BodyNumberReader extends NumberText {

    static final int LONGEST_SERIAL = 6;

    /** Kinds of documents, between the body and the serial. */
    private static final Set<String> DOCUMENT_TYPES =
            Set.of("TS", "TR", "PAS", "GUIDE", "ISP", "SPEC", "STD", "RP", "HD", "CISPR");
    /** Forms in which IEC sells an edition with its amendments worked in: consolidated, with redlines, extended. */
    private static final List<String> PRODUCT_FORMS = List.of(" CSV", " RLV", " EXV");

    final List<Supplement> supplements = new ArrayList<>();
    final StringBuilder supplementKeys = new StringBuilder();
    /** What follows the year of a foreign edition and belongs to it: the month of DIN, the reapproval of ASTM. */
    final StringBuilder afterYear = new StringBuilder();

    Confidence confidence = Confidence.HIGH;

    @Nullable
    Integer revision;

    @Nullable
    Adopted adopted;

    BodyNumberReader(String sent) {
        super(sent);
    }

    BodyNumberReader(String sent, Spelling spelling, String text, int start) {
        super(sent, spelling, text, start);
    }

    StandardNumber international(String code, StandardsBody first) {
        var body = first;
        var prefix = new StringBuilder(code);
        for (int before = at; (peek() == '/' || peek() == ' ') && isLetter(peek(1)); before = at) {
            char joint = peek();
            at++;
            var word = letters();
            var next = StandardsBody.of(word);
            if (joint == ' ' && next.isEmpty() && !DOCUMENT_TYPES.contains(word)) {
                at = before;
                break;
            }
            prefix.append(joint).append(word);
            body = next.orElse(body);
        }
        take(' ');
        var serial = bodySerial(body);
        var year = bodyYear(first.level() == Level.FOREIGN ? first : body);
        while (supplement(first.level())) {}
        PRODUCT_FORMS.forEach(this::take);
        var mark = prefix.toString();
        char separator = (first.level() == Level.FOREIGN ? first : body).separator();
        var written = year == null ? null : year.toString() + afterYear;
        return number(first.level(), null, mark, mark, serial, parts(mark, serial, null, year), separator, written);
    }

    private String bodySerial(StandardsBody body) {
        int place = at;
        var lead = "";
        if (body.serial() != StandardsBody.Serial.DIGITS) {
            lead = letters();
            if (!lead.isEmpty() && !take('.')) {
                take(' ');
            }
        }
        int from = at;
        if (digits().isEmpty()) {
            return noSerial(place);
        }
        boolean foreign = body.level() == Level.FOREIGN;
        while (foreign && isLetter(peek()) && at - from < LONGEST_SERIAL + 2) {
            at++;
        }
        while (isSubdivision(body)) {
            at++;
            while (isLetterOrDigit(peek())) {
                at++;
            }
        }
        return lead.isEmpty() ? text.substring(from, at) : lead + body.serial().joint() + text.substring(from, at);
    }

    private boolean isSubdivision(StandardsBody body) {
        boolean digits = body.serial() == StandardsBody.Serial.DIGITS;
        return switch (peek()) {
            case '-' -> isDigit(peek(1)) && !isDashedYear(body);
            case '.' -> !digits && isDigit(peek(1));
            // ASTM E8/E8M, in inches and metres.
            case '/' -> body.serial() == StandardsBody.Serial.LETTER && isLetter(peek(1)) && isDigit(peek(2));
            default -> false;
        };
    }

    /** Four digits of a year and nothing of the number behind them; two where the body writes years so. */
    private boolean isDashedYear(StandardsBody body) {
        int i = at + 1;
        while (i < end && isDigit(text.charAt(i))) {
            i++;
        }
        boolean last = i == end || (text.charAt(i) != ':' && text.charAt(i) != '-' && !isDotWithin(i, body));
        boolean shortYear = body.serial() == StandardsBody.Serial.LETTER && i - at - 1 == 2;
        boolean fullYear = i - at - 1 == 4 && isYear(text.substring(at + 1, i));
        return last && (fullYear || shortYear);
    }

    /** A dot that ends a sentence is no part of a number, and no dot is where serials are digits alone. */
    private boolean isDotWithin(int place, StandardsBody body) {
        return text.charAt(place) == '.'
                && body.serial() != StandardsBody.Serial.DIGITS
                && place + 1 < end
                && isDigit(text.charAt(place + 1));
    }

    private @Nullable Integer bodyYear(StandardsBody body) {
        boolean letters = body.serial() == StandardsBody.Serial.LETTER;
        if (letters && peek() == '-' && isDigit(peek(1)) && isDigit(peek(2)) && !isDigit(peek(3))) {
            at++;
            int stated = Integer.parseInt(digits());
            reapproval();
            return stated < FIRST_SHORT_YEAR + 1 ? 2000 + stated : 1900 + stated;
        }
        char separator = body.separator();
        if (body.level() == Level.FOREIGN && (peek() == '-' || peek() == ':') && peek() != separator) {
            confidence = Confidence.MEDIUM;
            separator = peek();
        }
        var year = year(separator, false);
        if (year != null && letters) {
            reapproval();
        } else if (year != null
                && body.level() == Level.FOREIGN
                && peek() == '-'
                && isDigit(peek(1))
                && isDigit(peek(2))) {
            afterYear.append(text, at, at + 3);
            at += 3;
        }
        return year;
    }

    /** ASTM A370-20e1: an editorial change. */
    private void reapproval() {
        if (isLetter(peek()) && (!isLetterOrDigit(peek(1)) || (isDigit(peek(1)) && !isLetterOrDigit(peek(2))))) {
            afterYear.append(peek());
            at++;
            afterYear.append(digits());
        }
    }

    /** ISO 9001:2015/Amd 1:2024, and consolidated, IEC 60335-1:2020+AMD1:2023. */
    private boolean supplement(Level level) {
        int before = at;
        char joint = peek();
        if (joint != '/' && joint != '+' && joint != ' ') {
            return false;
        }
        at++;
        var kind = letters();
        take(' ');
        var ordinal = digits();
        var known =
                switch (kind) {
                    case "AMD" -> Supplement.Kind.AMENDMENT;
                    case "COR" -> Supplement.Kind.CORRIGENDUM;
                    case "A" -> level == Level.FOREIGN ? Supplement.Kind.AMENDMENT : null;
                    case "AC" -> level == Level.FOREIGN ? Supplement.Kind.CORRIGENDUM : null;
                    default -> null;
                };
        if (known == null || ordinal.isEmpty() || ordinal.length() > 2 || peek() != ':' || !isYearAt(at + 1)) {
            at = before;
            return false;
        }
        int year = Integer.parseInt(text.substring(at + 1, at + 5));
        at += 5;
        boolean consolidated = joint == '+';
        supplements.add(new Supplement(known, Integer.parseInt(ordinal), year, consolidated));
        supplementKeys
                .append(consolidated ? '+' : '/')
                .append(kind)
                .append(kind.length() == 3 ? " " : "")
                .append(Integer.parseInt(ordinal))
                .append(':')
                .append(year);
        return true;
    }

    String noSerial(int place) {
        flaw(place, "serial", Text.of("应为顺序号：数字，可带部分号，如 19001 或 4706.1", "the serial is digits with an optional part"));
        while (at < end && "-:/( ".indexOf(peek()) < 0) {
            at++;
        }
        return "";
    }

    // --- the number ---

    Parts parts(String mark, String serial, @Nullable String volume, @Nullable Integer year) {
        int joint = 0;
        while (joint < serial.length() && ".-".indexOf(serial.charAt(joint)) < 0) {
            joint++;
        }
        boolean divided = joint + 1 < serial.length() && serial.indexOf('~') < 0;
        return new Parts(
                mark,
                divided ? serial.substring(0, joint) : serial,
                divided ? serial.substring(joint + 1) : null,
                volume,
                year,
                revision,
                List.copyOf(supplements));
    }

    StandardNumber number(
            Level level,
            @Nullable Nature nature,
            String mark,
            String family,
            String designation,
            Parts parts,
            char separator,
            @Nullable String year) {
        var undated = mark + " " + designation;
        var added = supplementKeys.toString();
        var consolidated = parts.supplements().stream().anyMatch(Supplement::consolidated) ? added : "";
        var edition = (year == null ? undated : undated + separator + year) + consolidated;
        var key = consolidated.isEmpty() ? edition + added : edition;
        return new StandardNumber(
                level,
                nature,
                parts,
                new Keys(key, edition, undated, family + " " + designation),
                original(),
                confidence,
                adopted);
    }
}
