package cn.quality.indicator.catalogue;

import static cn.quality.platform.tabular.CsvTable.column;

import cn.quality.platform.tabular.CsvTable;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The catalogue as a table. */
final class IndicatorTable {

    static final CsvTable<IndicatorView> COLUMNS = new CsvTable<>(List.of(
            column("code", IndicatorView::code),
            column("name_zh", IndicatorView::nameZh),
            column("name_en", IndicatorView::nameEn),
            column("domain", IndicatorView::domain),
            column("unit", IndicatorView::unit),
            column("kind", IndicatorView::kind),
            column("direction", IndicatorView::direction),
            column("baseline_year", indicator -> part(indicator.baseline(), Figure::year)),
            column("baseline_value", indicator -> part(indicator.baseline(), Figure::value)),
            column("baseline_qualifier", indicator -> part(indicator.baseline(), Figure::qualifier)),
            column("baseline_text", indicator -> part(indicator.baseline(), Figure::text)),
            column("target_year", indicator -> part(indicator.target(), Figure::year)),
            column("target_value", indicator -> part(indicator.target(), Figure::value)),
            column("target_qualifier", indicator -> part(indicator.target(), Figure::qualifier)),
            column("target_text", indicator -> part(indicator.target(), Figure::text)),
            column("plans", indicator -> joined(indicator.plans(), Object::toString)),
            column("quotations", indicator -> joined(indicator.quotations(), QuotationView::text)),
            column("note", IndicatorView::note)));

    private IndicatorTable() {}

    private static @Nullable Object part(@Nullable Figure figure, Function<Figure, @Nullable Object> part) {
        return figure == null ? null : part.apply(figure);
    }

    private static <T> String joined(List<T> parts, Function<T, String> text) {
        return parts.stream().map(text).collect(Collectors.joining(" || "));
    }
}
