package cn.quality.credit.exchange;

import cn.quality.credit.rules.ExchangeTemplate;
import cn.quality.platform.problem.Text;
import cn.quality.platform.tabular.Cell;
import cn.quality.platform.tabular.TableColumn;
import cn.quality.platform.tabular.TableColumn.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A column of an exchange table, both ways.
 *
 * @param target the field of the record as a column of its own; none for what is not stored
 */
record ExchangeColumn(ExchangeTemplate.Column column, Optional<TableColumn> target) {

    private static final Pattern SEPARATOR = Pattern.compile("\\s*[;；、]\\s*");

    static ExchangeColumn of(ExchangeTemplate.Column column, Optional<TableColumn> target) {
        return new ExchangeColumn(column, target);
    }

    String header() {
        return column.header();
    }

    Optional<String> field() {
        return target.map(TableColumn::name);
    }

    boolean isRequired() {
        return column.required();
    }

    private Kind kind() {
        return target.map(TableColumn::kind).orElse(Kind.TEXT);
    }

    /** Its headers, and what a template of it looks like. */
    TableColumn asTableColumn() {
        var shown = values().isEmpty()
                ? target.map(TableColumn::choices).orElse(Map.of())
                : TableColumn.plain(List.copyOf(values().keySet()));
        var kind = values().isEmpty() || kind() == Kind.CHOICES ? kind() : Kind.CHOICE;
        var made = TableColumn.choice(column.header(), column.header(), kind, shown)
                .also(column.otherHeadersOrNone().toArray(String[]::new));
        return column.required() ? made.mandatory() : made;
    }

    /** The cell as the value of its field; none when it says nothing the column takes. */
    Optional<JsonNode> read(Cell cell) {
        if (!values().isEmpty()) {
            return cell.asText().flatMap(this::constants);
        }
        return target.orElse(TableColumn.of(header(), header(), Kind.TEXT))
                .read(cell)
                .map(value -> column.factor() == null || !value.isNumber()
                        ? value
                        : TableColumn.figure(value.decimalValue().multiply(column.factor())));
    }

    private Map<String, String> values() {
        return column.valuesOrNone();
    }

    private Optional<JsonNode> constants(String text) {
        var constants = JsonNodeFactory.instance.arrayNode();
        var parts = kind() == Kind.CHOICES ? SEPARATOR.split(text.strip(), -1) : new String[] {text.strip()};
        for (var part : parts) {
            var constant = values().get(part);
            if (constant == null) {
                return Optional.empty();
            }
            if (constants.valueStream().noneMatch(known -> known.asText().equals(constant))) {
                constants.add(constant);
            }
        }
        return Optional.of(kind() == Kind.CHOICES ? constants : constants.path(0));
    }

    Text accepted() {
        return values().isEmpty()
                ? target.map(TableColumn::accepted)
                        .orElseGet(() ->
                                TableColumn.of(header(), header(), Kind.TEXT).accepted())
                : Text.of(
                        kind() == Kind.CHOICES ? "可填 %s，多项以分号分隔" : "应为 %s 之一",
                        kind() == Kind.CHOICES
                                ? "Taken are %s, several with semicolons between them"
                                : "One of %s is expected",
                        String.join("、", values().keySet()));
    }

    /** What the record says in this column, as it would be read again. */
    @Nullable
    Object write(ObjectNode record) {
        var value = field().map(name -> at(record, name)).orElse(JsonNodeFactory.instance.missingNode());
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        return switch (kind()) {
            case DATE -> LocalDate.parse(value.asText());
            case NUMBER, COUNT ->
                column.factor() == null
                        ? plain(value.decimalValue())
                        : plain(value.decimalValue().divide(column.factor(), MathContext.DECIMAL64));
            case FLAG -> value.asBoolean() ? "是" : "否";
            case CHOICES, TEXTS ->
                value.valueStream().map(one -> label(one.asText())).collect(Collectors.joining("；"));
            case CHOICE -> label(value.asText());
            case TEXT -> value.asText();
        };
    }

    private static BigDecimal plain(BigDecimal figure) {
        return new BigDecimal(figure.stripTrailingZeros().toPlainString());
    }

    private String label(String constant) {
        return values().entrySet().stream()
                .filter(value -> value.getValue().equals(constant))
                .map(Map.Entry::getKey)
                .findFirst()
                .or(() -> target.flatMap(
                        field -> Optional.ofNullable(field.choices().get(constant))))
                .orElse(constant);
    }

    private static JsonNode at(ObjectNode record, String field) {
        JsonNode node = record;
        for (var step : field.split("\\.", 2)) {
            node = node.path(step);
        }
        return node;
    }
}
