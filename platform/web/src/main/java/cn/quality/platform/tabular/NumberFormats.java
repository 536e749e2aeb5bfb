package cn.quality.platform.tabular;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the styles of a workbook make of a number: a date, a percentage, or a number. */
final class NumberFormats {

    /** Styles of a workbook; Excel allows 65,490. */
    private static final int MOST_STYLES = 70_000;

    private static final Pattern NOT_PLACEHOLDERS = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]|_.|\\*.");

    private final List<Cell.Form> forms;

    private NumberFormats(List<Cell.Form> forms) {
        this.forms = forms;
    }

    static NumberFormats of(XlsxPackage.@Nullable Xml styles) throws IOException {
        var codes = new HashMap<Integer, String>();
        var forms = new ArrayList<Cell.Form>();
        boolean inCells = false;
        while (styles != null && styles.advance()) {
            if (styles.isEnd("cellXfs")) {
                inCells = false;
            } else if (styles.isStart()) {
                switch (styles.name()) {
                    case "numFmt" ->
                        codes.put(XlsxSheet.number(styles.attribute("numFmtId")), styles.attribute("formatCode"));
                    case "cellXfs" -> inCells = true;
                    case "xf" -> {
                        if (inCells) {
                            int id = XlsxSheet.number(styles.attribute("numFmtId"));
                            forms.add(codes.containsKey(id) ? form(codes.getOrDefault(id, "")) : builtIn(id));
                        }
                    }
                    default -> {}
                }
            }
            if (forms.size() + codes.size() > MOST_STYLES) {
                throw XlsxPackage.malformed("单元格样式过多", "too many styles");
            }
        }
        return new NumberFormats(forms);
    }

    /** What a number with this style is. */
    Cell.Form form(int style) {
        return style >= 0 && style < forms.size() ? forms.get(style) : Cell.Form.NUMBER;
    }

    /** ECMA-376 part 1, 18.8.30; 27 to 36 and 50 to 58 are the dates of the Chinese edition. */
    private static Cell.Form builtIn(int id) {
        if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)) {
            return Cell.Form.DATE;
        }
        return id == 9 || id == 10 ? Cell.Form.PERCENT : Cell.Form.NUMBER;
    }

    /** Only the section for positive numbers counts; literals and colours do not. */
    static Cell.Form form(String code) {
        var section = NOT_PLACEHOLDERS.matcher(code).replaceAll("").toLowerCase(Locale.ROOT);
        int end = section.indexOf(';');
        var positive = end < 0 ? section : section.substring(0, end);
        if (positive.contains("y") || positive.contains("d") || positive.contains("m") || positive.contains("h")) {
            return Cell.Form.DATE;
        }
        return positive.contains("%") ? Cell.Form.PERCENT : Cell.Form.NUMBER;
    }
}
