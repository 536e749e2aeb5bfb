package cn.quality.credit.exchange;

import cn.quality.credit.archive.NewRecord;
import cn.quality.credit.archive.RecordCells;
import cn.quality.credit.archive.RecordKind;
import cn.quality.credit.rules.ExchangeTemplate;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import cn.quality.platform.tabular.Cell;
import cn.quality.platform.tabular.CsvTable;
import cn.quality.platform.tabular.ItemForm;
import cn.quality.platform.tabular.TableColumn;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An exchange table, made of its template: reads rows as records, and writes records as rows. */
final class ExchangeTable {

    static final ProblemType UNSUITABLE_TEMPLATE =
            new ProblemType(422, "unsuitable-template", new Text("交换表模板不合要求", "Unsuitable template"));

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]+)\\}");

    private final ExchangeTemplate template;
    private final RecordKind kind;
    private final List<ExchangeColumn> columns;
    private final Map<String, TableColumn> fields;

    private ExchangeTable(
            ExchangeTemplate template, RecordKind kind, List<ExchangeColumn> columns, Map<String, TableColumn> fields) {
        this.template = template;
        this.kind = kind;
        this.columns = columns;
        this.fields = fields;
    }

    /** @throws Problem 422 {@code unsuitable-template} for a field or a column that does not exist */
    static ExchangeTable of(ExchangeTemplate template) {
        var kind = Arrays.stream(RecordKind.values())
                .filter(known -> known.name().equals(template.recordKind()))
                .findFirst()
                .orElseThrow(() -> unsuitable()
                        .with(
                                "recordKind",
                                "unknown-kind",
                                Text.of("应为 %s 之一", "One of %s is expected", Arrays.toString(RecordKind.values()))));
        var fields = RecordCells.columns(kind).stream()
                .collect(Collectors.toUnmodifiableMap(TableColumn::name, Function.identity()));
        requireKnown(template, fields);
        return new ExchangeTable(
                template,
                kind,
                template.columns().stream()
                        .map(column -> ExchangeColumn.of(
                                column, Optional.ofNullable(column.field()).map(fields::get)))
                        .toList(),
                fields);
    }

    private static void requireKnown(ExchangeTemplate template, Map<String, TableColumn> fields) {
        var problem = unsuitable();
        Stream.concat(
                        template.columns().stream().flatMap(column -> Stream.ofNullable(column.field())),
                        Stream.concat(
                                template.constantsOrNone().keySet().stream(),
                                template.derivedOrNone().keySet().stream()))
                .filter(field -> !fields.containsKey(field))
                .forEach(field -> problem.with(
                        field, "unknown-field", new Text("该类记录没有此字段", "This kind of record has no such field")));
        var headers =
                template.columns().stream().map(ExchangeTemplate.Column::header).collect(Collectors.toSet());
        template.derivedOrNone()
                .forEach((field, pattern) -> PLACEHOLDER
                        .matcher(pattern)
                        .results()
                        .map(found -> found.group(1))
                        .filter(header -> !headers.contains(header))
                        .forEach(header -> problem.with(
                                "derived." + field,
                                "unknown-column",
                                Text.of("没有“%s”列", "There is no column %s", header))));
        if (!problem.violations().isEmpty()) {
            throw problem;
        }
    }

    private static Problem unsuitable() {
        return new Problem(
                UNSUITABLE_TEMPLATE,
                new Text("模板所指的字段或列不存在", "The template names a field or a column that does not exist"));
    }

    RecordKind kind() {
        return kind;
    }

    String title() {
        return template.title();
    }

    /** How its rows are read. */
    ItemForm<NewRecord> form() {
        return new ItemForm<>(NewRecord.class, tableColumns(), this::record);
    }

    List<TableColumn> tableColumns() {
        return columns.stream().map(ExchangeColumn::asTableColumn).toList();
    }

    private ObjectNode record(Map<String, Cell> cells) {
        var record = JsonNodeFactory.instance.objectNode();
        var problem = new Problem(
                ProblemTypes.INVALID_ARGUMENT, new Text("部分单元格不符合要求", "Some cells do not meet their rules"));
        record.put("kind", kind.name());
        template.constantsOrNone().forEach((field, value) -> put(record, field, constant(field, value)));
        for (var column : columns) {
            var cell = cells.get(column.header());
            if (cell == null) {
                if (column.isRequired()) {
                    problem.with(column.header(), "required", new Text("必填", "Required"));
                }
            } else {
                column.read(cell)
                        .ifPresentOrElse(
                                value -> column.field().ifPresent(field -> put(record, field, value)),
                                () -> problem.with(column.header(), "unsuitable", column.accepted()));
            }
        }
        if (!problem.violations().isEmpty()) {
            throw problem;
        }
        template.derivedOrNone()
                .forEach((field, pattern) ->
                        put(record, field, JsonNodeFactory.instance.textNode(filledIn(pattern, cells))));
        return record;
    }

    private JsonNode constant(String field, String value) {
        return Optional.ofNullable(fields.get(field))
                .flatMap(column -> column.read(Cell.written(value)))
                .orElseGet(() -> JsonNodeFactory.instance.textNode(value));
    }

    private static String filledIn(String pattern, Map<String, Cell> cells) {
        return PLACEHOLDER
                .matcher(pattern)
                .replaceAll(found -> Matcher.quoteReplacement(Optional.ofNullable(cells.get(found.group(1)))
                        .map(Cell::text)
                        .orElse("")));
    }

    private static void put(ObjectNode record, String field, JsonNode value) {
        int dot = field.indexOf('.');
        if (dot < 0) {
            record.set(field, value);
        } else {
            record.withObjectProperty(field.substring(0, dot)).set(field.substring(dot + 1), value);
        }
    }

    /** How records are written as rows, in the order of the template. */
    CsvTable<ObjectNode> rows() {
        return new CsvTable<>(columns.stream()
                .map(column -> CsvTable.<ObjectNode>column(column.header(), column::write))
                .toList());
    }
}
