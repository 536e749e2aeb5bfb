package cn.quality.credit.archive;

import cn.quality.credit.rules.Severity;
import cn.quality.platform.tabular.Cell;
import cn.quality.platform.tabular.ItemForm;
import cn.quality.platform.tabular.TableColumn;
import cn.quality.platform.tabular.TableColumn.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A record as the row of a table: a column for each common field, and one for each field of the schemas. */
public final class RecordCells {

    static final String DETAILS = "details.";

    private static final TableColumn KIND =
            TableColumn.choice("kind", "记录类别", Kind.CHOICE, kinds()).mandatory().also("类别");

    private static final List<TableColumn> COMMON = List.of(
            TableColumn.of("uscc", "统一社会信用代码", Kind.TEXT).mandatory(),
            TableColumn.of("subjectName", "企业名称", Kind.TEXT).also("名称"),
            KIND,
            TableColumn.of("title", "标题", Kind.TEXT).mandatory().also("记录标题"),
            TableColumn.of("occurredOn", "发生日期", Kind.DATE).mandatory(),
            TableColumn.of("validFrom", "有效期自", Kind.DATE),
            TableColumn.of("validTo", "有效期至", Kind.DATE),
            TableColumn.choice("severity", "严重程度", Kind.CHOICE, TableColumn.labels(Severity.values(), Severity::label)),
            TableColumn.choice(
                            "disclosure",
                            "公开方式",
                            Kind.CHOICE,
                            TableColumn.labels(Disclosure.values(), disclosure -> disclosure.label))
                    .mandatory(),
            TableColumn.of("evidence", "证据文件标识", Kind.TEXTS),
            TableColumn.of("source.department", "来源部门", Kind.TEXT).mandatory(),
            TableColumn.of("source.recordNumber", "来源编号", Kind.TEXT).mandatory());

    static final ItemForm<NewRecord> FORM = new ItemForm<>(NewRecord.class, allColumns(), RecordCells::record);

    private static final Map<RecordKind, List<TableColumn>> BY_KIND = Arrays.stream(RecordKind.values())
            .collect(Collectors.toMap(
                    Function.identity(),
                    kind -> Stream.concat(
                                    COMMON.stream(),
                                    RecordSchemas.of(kind).fields().stream().map(RecordSchema.Field::column))
                            .toList()));

    private RecordCells() {}

    /** The columns of a table with records of one kind. */
    public static List<TableColumn> columns(RecordKind kind) {
        return BY_KIND.getOrDefault(kind, COMMON);
    }

    /** Fields of several kinds share a name, and with it a column, which may have the title of each. */
    private static List<TableColumn> allColumns() {
        var columns = new LinkedHashMap<String, TableColumn>();
        COMMON.forEach(column -> columns.put(column.name(), column));
        RecordSchemas.all().stream()
                .flatMap(form -> form.fields().stream())
                .map(RecordSchema.Field::column)
                .forEach(column -> columns.merge(column.name(), column, (first, next) -> first.also(next.title())));
        return List.copyOf(columns.values());
    }

    private static ObjectNode record(Map<String, Cell> cells) {
        var kind = Optional.ofNullable(cells.get(KIND.name()))
                .flatMap(KIND::read)
                .map(JsonNode::asText)
                .map(RecordKind::valueOf);
        // Of a kind that is none nothing is filed anyway. A field another kind has goes on as text, and is refused as
        // such.
        var columns = kind.map(RecordCells::columns).orElse(COMMON);
        var known = columns.stream().map(TableColumn::name).collect(Collectors.toSet());
        return ItemForm.fields(
                Stream.concat(
                                columns.stream(),
                                cells.keySet().stream()
                                        .filter(name -> !known.contains(name))
                                        .map(name -> TableColumn.of(name, name, Kind.TEXT)))
                        .toList(),
                cells);
    }

    private static Map<String, String> kinds() {
        return TableColumn.labels(
                RecordKind.values(), kind -> RecordSchemas.of(kind).title());
    }
}
