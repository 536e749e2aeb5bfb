package cn.quality.platform.tabular;

import cn.quality.platform.problem.Text;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A column of a table that comes in: the headers it may have, and what its cells may say. Templates are made of the same
 * description.
 *
 * @param name of the field in JSON, which is one of its headers
 * @param title its header in Chinese
 * @param choices of {@link Kind#CHOICE} and {@link Kind#CHOICES}: constants, in their order, with their Chinese labels
 * @param otherTitles headers that mean the same
 */
public record TableColumn(
        String name, String title, Kind kind, boolean required, Map<String, String> choices, List<String> otherTitles) {

    /** What the cells of a column hold. */
    public enum Kind {
        TEXT,
        /** Several texts, separated by semicolons. */
        TEXTS,
        DATE,
        NUMBER,
        COUNT,
        FLAG,
        CHOICE,
        /** Several choices, separated by semicolons. */
        CHOICES
    }

    private static final Pattern SEPARATOR = Pattern.compile("\\s*[;；]\\s*");

    /** Between choices, whose labels have none, an enumeration comma separates as well. */
    private static final Pattern CHOICE_SEPARATOR = Pattern.compile("\\s*[;；、]\\s*");

    /** Brackets, commas, marks of required columns and the like do not tell one header from another. */
    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    public static TableColumn of(String name, String title, Kind kind) {
        return new TableColumn(name, title, kind, false, Map.of(), List.of());
    }

    /** @param labels constant and Chinese label, in turn */
    public static TableColumn choice(String name, String title, Kind kind, Map<String, String> labels) {
        return new TableColumn(name, title, kind, false, labels, List.of());
    }

    public TableColumn mandatory() {
        return new TableColumn(name, title, kind, true, choices, otherTitles);
    }

    public TableColumn also(String... titles) {
        return new TableColumn(
                name,
                title,
                kind,
                required,
                choices,
                Stream.concat(otherTitles.stream(), Stream.of(titles)).toList());
    }

    /** A header as it is compared: width, case, blanks and punctuation do not matter. */
    static String key(String header) {
        return NOT_LETTERS
                .matcher(Normalizer.normalize(header, Normalizer.Form.NFKC))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    Stream<String> headers() {
        return Stream.concat(Stream.of(name, title), otherTitles.stream());
    }

    /** The cell as the value of a field in JSON; none when it says nothing this column takes. */
    public Optional<JsonNode> read(Cell cell) {
        var json = JsonNodeFactory.instance;
        return switch (kind) {
            case TEXT -> cell.asText().map(json::textNode);
            case TEXTS ->
                cell.asText().map(text -> {
                    var texts = json.arrayNode();
                    SEPARATOR
                            .splitAsStream(text.strip())
                            .filter(one -> !one.isEmpty())
                            .forEach(texts::add);
                    return texts;
                });
            case DATE -> cell.asDate().map(day -> json.textNode(day.toString()));
            case NUMBER -> cell.asNumber().map(TableColumn::figure);
            case COUNT -> cell.asNumber().filter(TableColumn::isWhole).map(TableColumn::figure);
            case FLAG -> cell.asFlag().map(json::booleanNode);
            case CHOICE -> cell.asText().flatMap(this::constant).map(json::textNode);
            case CHOICES -> cell.asText().flatMap(this::constants);
        };
    }

    private static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }

    /** A number in JSON as people write it, without an exponent. */
    public static JsonNode figure(BigDecimal number) {
        return isWhole(number) && number.precision() - number.scale() <= 18
                ? JsonNodeFactory.instance.numberNode(number.longValueExact())
                : JsonNodeFactory.instance.numberNode(number);
    }

    private Optional<JsonNode> constants(String text) {
        var constants = JsonNodeFactory.instance.arrayNode();
        for (var one : CHOICE_SEPARATOR.split(text.strip(), -1)) {
            if (!one.isEmpty()) {
                var constant = constant(one);
                if (constant.isEmpty()) {
                    return Optional.empty();
                }
                constants.add(constant.get());
            }
        }
        return Optional.of(constants);
    }

    private Optional<String> constant(String written) {
        var key = key(written);
        return choices.entrySet().stream()
                .filter(choice -> key(choice.getKey()).equals(key)
                        || key(choice.getValue()).equals(key))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** What the cells of this column may say, for a refusal and for a template. */
    public Text accepted() {
        return switch (kind) {
            case TEXT, TEXTS ->
                new Text(
                        "应为文字；超过15位的数字请先把单元格设为文本格式，再重新填写",
                        "A text is expected; for numbers of more than 15 digits format the cell as text first, then type them");
            case DATE ->
                new Text(
                        "应为日期，如 2026-03-02、2026/3/2 或 2026年3月2日",
                        "A date is expected, such as 2026-03-02, 2026/3/2 or 2026年3月2日");
            case NUMBER -> new Text("应为数，如 50000 或 50,000.00", "A number is expected, such as 50000 or 50,000.00");
            case COUNT -> new Text("应为整数", "A whole number is expected");
            case FLAG -> new Text("应为“是”或“否”", "是 or 否, true or false is expected");
            case CHOICE -> Text.of("应为 %s 之一", "One of %s is expected", listed());
            case CHOICES -> Text.of("可填 %s，多项以分号分隔", "Taken are %s, several with semicolons between them", listed());
        };
    }

    private String listed() {
        return choices.entrySet().stream()
                .map(choice -> choice.getKey().equals(choice.getValue())
                        ? choice.getKey()
                        : choice.getValue() + "（" + choice.getKey() + "）")
                .collect(Collectors.joining("、"));
    }

    /** Constants with their Chinese labels, in their order. */
    public static <E extends Enum<E>> Map<String, String> labels(E[] choices, Function<E, String> label) {
        return Arrays.stream(choices)
                .collect(Collectors.toMap(Enum::name, label, (first, next) -> first, LinkedHashMap::new));
    }

    /** Choices that are their own labels. */
    public static Map<String, String> plain(List<String> choices) {
        var labels = new LinkedHashMap<String, String>();
        choices.forEach(choice -> labels.put(choice, choice));
        return labels;
    }
}
