package cn.quality.credit.archive;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import cn.quality.platform.tabular.TableColumn;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a record of a kind must and may carry in its {@code details}. A field the form does not have is refused: nobody
 * would ever read it, and it is where data that must not be collected would hide.
 */
@Schema(name = "RecordForm", description = "一类记录的表单 (the form of a kind of record)")
public record RecordSchema(RecordKind kind, String title, List<Field> fields) {

    /** @throws Problem 400 {@code invalid-argument} with a violation for each field that does not fit */
    void require(ObjectNode details) {
        var problem = new Problem(
                ProblemTypes.INVALID_ARGUMENT,
                Text.of(
                        "details 不符合“%s”的表单，见 GET /record-kinds",
                        "details do not fit the form of %2$s; see GET /record-kinds", title, kind));
        for (var field : fields) {
            var value = details.path(field.name);
            if (value.isMissingNode() || value.isNull()) {
                if (field.required) {
                    problem.with("details." + field.name, "required", new Text("必填", "Required"));
                }
            } else if (!field.takes(value)) {
                problem.with("details." + field.name, "unsuitable", field.expectation());
            }
        }
        details.fieldNames().forEachRemaining(name -> {
            if (field(name).isEmpty()) {
                problem.with("details." + name, "unknown-field", new Text("该类记录没有此字段", "This kind has no such field"));
            }
        });
        if (!problem.violations().isEmpty()) {
            throw problem;
        }
    }

    private Optional<Field> field(String name) {
        return fields.stream().filter(field -> field.name.equals(name)).findFirst();
    }

    /**
     * One field of a form.
     *
     * @param choices what it may be; of a CHOICES field, what each item may be
     * @param labels of choices that are constants, in Chinese; tables may have these instead
     */
    @Schema(name = "RecordFormField")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Field(
            @Schema(examples = "result") String name,
            @Schema(examples = "结论") String title,
            Type type,
            boolean required,
            List<String> choices,

            @Schema(description = "取值的中文名，表格中可直接填写 (Chinese labels of the choices; tables may have them instead)")
            Map<String, String> labels) {

        private static final int LONGEST_TEXT = 2_000;

        /** Lines of text: what a database would not store is refused here. */
        private static final Pattern WRITABLE = Pattern.compile("[[^\\p{Cntrl}\\p{Cs}]\\n\\r\\t]*");

        /** This field as a column of a table. */
        TableColumn column() {
            var kind =
                    switch (type) {
                        case TEXT -> TableColumn.Kind.TEXT;
                        case DATE -> TableColumn.Kind.DATE;
                        case AMOUNT -> TableColumn.Kind.NUMBER;
                        case COUNT -> TableColumn.Kind.COUNT;
                        case FLAG -> TableColumn.Kind.FLAG;
                        case CHOICE -> TableColumn.Kind.CHOICE;
                        case CHOICES -> TableColumn.Kind.CHOICES;
                    };
            return TableColumn.choice(
                    RecordCells.DETAILS + name, title, kind, labels.isEmpty() ? TableColumn.plain(choices) : labels);
        }

        private boolean takes(JsonNode value) {
            return switch (type) {
                case TEXT -> value.isTextual() && isText(value.asText());
                case DATE -> value.isTextual() && isDate(value.asText());
                case AMOUNT -> value.isNumber() && isAmount(value.asText());
                case COUNT -> value.isIntegralNumber() && value.canConvertToInt() && value.asInt() >= 0;
                case FLAG -> value.isBoolean();
                case CHOICE -> value.isTextual() && choices.contains(value.asText());
                case CHOICES ->
                    value.isArray()
                            && !value.isEmpty()
                            && value.valueStream()
                                    .allMatch(item -> item.isTextual() && choices.contains(item.asText()));
            };
        }

        private Text expectation() {
            return switch (type) {
                case TEXT -> Text.of("应为 1–%d 个字符的文字", "A text of 1 to %d characters is expected", LONGEST_TEXT);
                case DATE -> new Text("应为日期，如 2026-03-02", "A date is expected, such as 2026-03-02");
                case AMOUNT ->
                    new Text(
                            "应为不小于零的数，整数至多15位、小数至多6位",
                            "A number of zero or more is expected, of 15 digits and 6 decimals at most");
                case COUNT -> new Text("应为不小于零的整数", "A whole number of zero or more is expected");
                case FLAG -> new Text("应为 true 或 false", "true or false is expected");
                case CHOICE -> Text.of("应为 %s 之一", "One of %s is expected", String.join("、", choices));
                case CHOICES -> Text.of("应为数组，各项取自 %s", "A list of %s is expected", String.join("、", choices));
            };
        }

        private static boolean isText(String text) {
            return !text.isBlank()
                    && text.length() <= LONGEST_TEXT
                    && WRITABLE.matcher(text).matches();
        }

        private static boolean isAmount(String text) {
            try {
                var amount = new BigDecimal(text);
                return amount.signum() >= 0 && amount.scale() <= 6 && amount.precision() - amount.scale() <= 15;
            } catch (NumberFormatException e) {
                return false; // more than a floating-point number can hold
            }
        }

        private static boolean isDate(String text) {
            try {
                return LocalDate.parse(text).getYear() > 0;
            } catch (DateTimeParseException e) {
                return false;
            }
        }
    }

    /** What a field holds. */
    @Schema(name = "RecordFormFieldType")
    public enum Type {
        TEXT,
        DATE,
        /** In yuan where it is money. */
        AMOUNT,
        COUNT,
        FLAG,
        CHOICE,
        /** A list; in a table parted by semicolons. */
        CHOICES
    }
}
