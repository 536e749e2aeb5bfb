package cn.quality.indicator.catalogue;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The catalogue as a table (RFC 4180). */
final class Csv {

    private static final List<String> HEADER = List.of(
            "code",
            "name_zh",
            "name_en",
            "domain",
            "unit",
            "kind",
            "direction",
            "baseline_year",
            "baseline_value",
            "baseline_qualifier",
            "baseline_text",
            "target_year",
            "target_value",
            "target_qualifier",
            "target_text",
            "plans",
            "quotations",
            "note");

    private Csv() {}

    static String of(List<IndicatorView> indicators) {
        return Stream.concat(Stream.of(HEADER), indicators.stream().map(Csv::cells))
                .map(cells -> cells.stream().map(Csv::quoted).collect(Collectors.joining(",", "", "\r\n")))
                .collect(Collectors.joining());
    }

    private static List<String> cells(IndicatorView i) {
        return Stream.of(
                        Stream.of(i.code(), i.nameZh(), i.nameEn(), i.domain(), i.unit(), i.kind(), i.direction())
                                .map(Object::toString),
                        figure(i.baseline()),
                        figure(i.target()),
                        Stream.of(
                                i.plans().stream().map(Object::toString).collect(Collectors.joining(" || ")),
                                i.quotations().stream().map(QuotationView::text).collect(Collectors.joining(" || ")),
                                i.note() == null ? "" : i.note()))
                .flatMap(cells -> cells)
                .toList();
    }

    private static Stream<String> figure(@Nullable Figure figure) {
        return figure == null
                ? Stream.of("", "", "", "")
                : Stream.of(
                        Integer.toString(figure.year()),
                        plain(figure.value()),
                        figure.qualifier() == null ? "" : figure.qualifier().name(),
                        figure.text());
    }

    private static String plain(@Nullable BigDecimal value) {
        return value == null ? "" : value.toPlainString();
    }

    /** A cell that a spreadsheet would run as a formula gets an apostrophe in front; a number is left alone. */
    private static String quoted(String cell) {
        var safe = cell.matches("(?s)[=+\\-@\\t\\r].*") && !cell.matches("-?[0-9.]+") ? "'" + cell : cell;
        return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
