package cn.quality.indicator.observation;

import static cn.quality.platform.tabular.CsvTable.column;

import cn.quality.platform.tabular.Cell;
import cn.quality.platform.tabular.CsvTable;
import cn.quality.platform.tabular.ItemForm;
import cn.quality.platform.tabular.TableColumn;
import cn.quality.platform.tabular.TableColumn.Kind;
import cn.quality.platform.tabular.XlsxTable;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Observations as rows of a table: as they come, as they leave, and the template in which they are filled in. */
final class ObservationCells {

    private static final String PERCENT = "%";

    private static final List<TableColumn> COLUMNS = List.of(
            TableColumn.of("indicator", "指标代码", Kind.TEXT).mandatory().also("指标"),
            TableColumn.of("definition", "口径版本", Kind.COUNT),
            TableColumn.of("area", "地区代码", Kind.TEXT).mandatory().also("地区"),
            TableColumn.of("period", "时期", Kind.TEXT).mandatory().also("年度", "年份"),
            TableColumn.of("value", "数值", Kind.NUMBER),
            TableColumn.choice("qualifier", "限定词", Kind.CHOICE, Map.of("EQ", "等于", "GE", "以上（含）", "GT", "多于")),
            TableColumn.of("numerator", "分子", Kind.NUMBER),
            TableColumn.of("denominator", "分母", Kind.NUMBER),
            TableColumn.of("level", "等级", Kind.TEXT),
            TableColumn.of("unit", "单位", Kind.TEXT),
            TableColumn.choice(
                    "status",
                    "状态",
                    Kind.CHOICE,
                    TableColumn.labels(ObservationStatus.values(), status -> status.label)),
            TableColumn.of("source", "数据来源", Kind.TEXT).mandatory().also("来源"),
            TableColumn.of("reason", "更正原因", Kind.TEXT));

    /** What follows from the figures and their publication: it leaves, and is passed over when it comes back. */
    private static final List<TableColumn> DERIVED = List.of(
            TableColumn.of("frequency", "频率", Kind.TEXT),
            TableColumn.of("published_at", "发布时间", Kind.TEXT),
            TableColumn.of("revised_on", "修订日期", Kind.TEXT),
            TableColumn.of("was", "修订前", Kind.TEXT),
            TableColumn.of("because", "修订原因", Kind.TEXT));

    static final ItemForm<NewObservation> FORM = new ItemForm<>(
            NewObservation.class,
            Stream.concat(COLUMNS.stream(), DERIVED.stream()).toList(),
            ObservationCells::item);

    /** What leaves can come in again: the headers are those that are read. */
    static final CsvTable<ObservationView> TABLE = new CsvTable<>(List.of(
            column("indicator", ObservationView::indicator),
            column("definition", ObservationView::definition),
            column("area", ObservationView::area),
            column("frequency", ObservationView::frequency),
            column("period", ObservationView::period),
            column("value", ObservationView::value),
            column("qualifier", ObservationView::qualifier),
            column("numerator", ObservationView::numerator),
            column("denominator", ObservationView::denominator),
            column("level", ObservationView::level),
            column("status", ObservationView::status),
            column("source", ObservationView::source),
            column("published_at", ObservationView::publishedAt),
            column("revised_on", view -> part(view.revised(), ObservationView.Revised::on)),
            column("was", view -> part(view.revised(), ObservationView.Revised::was)),
            column("because", view -> part(view.revised(), ObservationView.Revised::because))));

    private ObservationCells() {}

    private static @Nullable Object part(
            ObservationView.@Nullable Revised revised, Function<ObservationView.Revised, @Nullable Object> part) {
        return revised == null ? null : part.apply(revised);
    }

    /**
     * A percent cell holds 0.934 and shows 93.4 %: it is read as shown, and its unit is checked against the indicator's. A
     * year that a sheet holds as a number is a text as well.
     */
    private static ObjectNode item(Map<String, Cell> cells) {
        var read = new HashMap<>(cells);
        var percent = Optional.ofNullable(cells.get("value"))
                .map(value -> value.text().strip())
                .filter(text -> text.endsWith(PERCENT));
        percent.ifPresent(text -> read.put("value", Cell.written(text.replace(PERCENT, ""))));
        var item = ItemForm.fields(COLUMNS, read);
        if (percent.isPresent() && !item.has("unit")) {
            item.put("unit", PERCENT);
        }
        return item;
    }

    static void writeTemplate(OutputStream out) throws IOException {
        XlsxTable.writeTemplate(
                out,
                "质量指标数据填报",
                COLUMNS,
                Map.of(
                        "indicator", "PRD_SUPERV_PASS",
                        "area", "371102",
                        "period", "2018",
                        "value", "93.4",
                        "numerator", "467",
                        "denominator", "500",
                        "status", ObservationStatus.A.label,
                        "source", "示例：年度监督抽查通报"));
    }
}
