package cn.quality.platform.tabular;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.Text;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rows of a sheet, one at a time, with the numbers a spreadsheet shows beside them. */
final class XlsxSheet {

    /** Columns that are looked at; a table of ours has fewer, and whatever stands beyond is told as one cell too many. */
    static final int MOST_COLUMNS = 512;

    /** What Excel itself shows: of the digits stored behind these, it shows none. */
    private static final MathContext SHOWN = new MathContext(15);

    private static final int LAST_SERIAL = 2_958_465;
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,30}(?:\\.\\d{0,30})?(?:[Ee][+-]?\\d{1,3})?");

    private final XlsxPackage.Xml xml;
    private final SharedStrings strings;
    private final NumberFormats formats;
    private final boolean from1904;
    private long row;

    XlsxSheet(XlsxPackage.Xml xml, SharedStrings strings, NumberFormats formats, boolean from1904) {
        this.xml = xml;
        this.strings = strings;
        this.formats = formats;
        this.from1904 = from1904;
    }

    /**
     * @param number as the spreadsheet shows it
     * @param cells in their order, absent where there is nothing
     * @param defect a cell that has no value: an error, or a formula that was never calculated
     */
    record SheetRow(long number, List<Optional<Cell>> cells, Optional<Problem> defect) {}

    /** The next row there is, which may have no cells; none at the end. */
    Optional<SheetRow> next() throws IOException {
        while (xml.advance()) {
            if (xml.isStart("row")) {
                var given = xml.attribute("r");
                row = given.isEmpty() ? row + 1 : number(given);
                return Optional.of(row());
            }
            if (xml.isEnd("sheetData")) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private SheetRow row() throws IOException {
        var cells = new ArrayList<Optional<Cell>>();
        Optional<Problem> defect = Optional.empty();
        while (xml.advance() && !xml.isEnd("row")) {
            if (xml.isStart("c")) {
                var reference = xml.attribute("r");
                int column = reference.isEmpty() ? cells.size() : column(reference);
                var cell = cell(reference);
                while (cells.size() < column) {
                    cells.add(Optional.empty());
                }
                if (cells.size() > column) {
                    throw XlsxPackage.malformed("单元格次序有误", "its cells are out of order");
                }
                cells.add(cell.value());
                defect = defect.or(cell::defect);
            }
        }
        return new SheetRow(row, cells, defect);
    }

    private record Read(Optional<Cell> value, Optional<Problem> defect) {

        static Read of(Optional<Cell> value) {
            return new Read(value, Optional.empty());
        }
    }

    private Read cell(String reference) throws IOException {
        var type = xml.attribute("t");
        var form = formats.form(number(xml.attribute("s")));
        boolean formula = false;
        var value = new StringBuilder();
        var inline = "";
        while (xml.advance() && !xml.isEnd("c")) {
            if (xml.isStart("f")) {
                formula = true;
                skip("f");
            } else if (xml.isStart("v")) {
                while (xml.advance() && !xml.isEnd("v")) {
                    if (xml.isText()) {
                        xml.appendTo(value);
                    }
                }
            } else if (xml.isStart("is")) {
                inline = text(xml, "is");
            }
        }
        var written = value.toString();
        return switch (type) {
            case "inlineStr" -> Read.of(written(inline));
            case "s" -> Read.of(written(strings.get(number(written))));
            case "str" -> Read.of(written(unescaped(written)));
            case "b" -> Read.of(Optional.of(Cell.flag(written.equals("1"))));
            case "d" -> Read.of(written(written));
            case "e" -> new Read(Optional.empty(), Optional.of(error(reference, written)));
            default ->
                written.isEmpty()
                        ? new Read(Optional.empty(), formula ? Optional.of(uncalculated(reference)) : Optional.empty())
                        : Read.of(Optional.of(number(written, form)));
        };
    }

    private void skip(String element) throws IOException {
        while (xml.advance() && !xml.isEnd(element)) {}
    }

    private static Optional<Cell> written(String text) {
        var stripped = TableHeader.strip(text);
        return stripped.isEmpty() ? Optional.empty() : Optional.of(Cell.written(stripped));
    }

    private Cell number(String written, Cell.Form form) {
        if (!NUMBER.matcher(written).matches()) {
            return Cell.written(written);
        }
        var exact = new BigDecimal(written);
        var shown = exact.precision() - exact.scale() > SHOWN.getPrecision() ? exact : exact.round(SHOWN);
        var day = day(shown);
        return switch (form) {
            case PERCENT -> Cell.percent(shown);
            case DATE -> day.map(Cell::date).orElseGet(() -> Cell.number(shown, null));
            default -> Cell.number(shown, isWhole(shown) ? day.orElse(null) : null);
        };
    }

    private static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }

    /** Serial 60 of the 1900 system is 29 February 1900, which never was: from there on, days count from the 30th. */
    private Optional<LocalDate> day(BigDecimal serial) {
        if (serial.signum() <= 0 || serial.compareTo(BigDecimal.valueOf(LAST_SERIAL)) > 0) {
            return Optional.empty();
        }
        int days = serial.intValue();
        if (from1904) {
            return Optional.of(LocalDate.of(1904, 1, 1).plusDays(days));
        }
        return days == 60 || days == 0
                ? Optional.empty()
                : Optional.of(LocalDate.of(1899, 12, days < 60 ? 31 : 30).plusDays(days));
    }

    /** The text of all runs up to the end of the element, without the readings of Japanese characters. */
    static String text(XlsxPackage.Xml xml, String element) throws IOException {
        var text = new StringBuilder();
        int reading = 0;
        boolean inText = false;
        while (xml.advance() && !xml.isEnd(element)) {
            if (xml.isStart("rPh")) {
                reading++;
            } else if (xml.isEnd("rPh")) {
                reading--;
            } else if (xml.isStart("t")) {
                inText = reading == 0;
            } else if (xml.isEnd("t")) {
                inText = false;
            } else if (inText && xml.isText()) {
                xml.appendTo(text);
            }
        }
        return unescaped(text.toString());
    }

    /** ECMA-376 part 1, 22.9.2.19: characters that XML does not have. */
    private static String unescaped(String text) {
        return text.contains("_x")
                ? ESCAPED.matcher(text)
                        .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(
                                String.valueOf((char) Integer.parseInt(found.group(1), 16))))
                : text;
    }

    /** A number without sign in an attribute or a value; -1 for what is none. */
    static int number(String written) {
        int number = 0;
        for (int i = 0; i < written.length(); i++) {
            int digit = written.charAt(i) - '0';
            if (digit < 0 || digit > 9 || i == 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return written.isEmpty() ? -1 : number;
    }

    /** The column of a reference such as {@code AB12}, counted from 0. */
    static int column(String reference) {
        int column = 0;
        for (int i = 0; i < reference.length() && reference.charAt(i) >= 'A' && reference.charAt(i) <= 'Z'; i++) {
            column = column * 26 + reference.charAt(i) - 'A' + 1;
            if (column > MOST_COLUMNS) {
                throw XlsxPackage.malformed(
                        "第 %d 列之后还有内容".formatted(MOST_COLUMNS),
                        "there is something behind column %d".formatted(MOST_COLUMNS));
            }
        }
        return Math.max(column, 1) - 1;
    }

    private static Problem error(String reference, String value) {
        var shown = Arrays.asList("#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!")
                        .contains(value)
                ? value
                : "";
        return new Problem(
                        XlsxPackage.MALFORMED,
                        Text.of("%s 单元格是错误值 %s", "The cell %s is the error %s", reference, shown))
                .with(reference, "cell-error", Text.of("单元格是错误值 %s", "The cell is the error %s", shown));
    }

    private static Problem uncalculated(String reference) {
        return new Problem(
                        XlsxPackage.MALFORMED,
                        Text.of(
                                "%s 单元格的公式没有计算结果，请在电子表格中打开并保存一次",
                                "The formula of %s has no result; open and save the file in a spreadsheet", reference))
                .with(reference, "formula-without-value", new Text("公式没有计算结果", "The formula has no result"));
    }
}
