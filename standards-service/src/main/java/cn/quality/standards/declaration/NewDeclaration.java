package cn.quality.standards.declaration;

import cn.quality.platform.problem.Text;
import cn.quality.standards.input.Flaws;
import cn.quality.standards.number.Level;
import cn.quality.standards.number.StandardNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A declaration as it was sent. */
@Schema(name = "NewDeclaration")
record NewDeclaration(
        @Schema(required = true) @Nullable DeclaredStandard standard,

        @Schema(description = "执行的标准编号 Numbers of the standards followed") @Nullable
        List<@Nullable String> executes,

        @Schema(required = true) @Nullable List<@Nullable DeclaredProduct> products,

        @Schema(description = "企业标准须至少一项 At least one for a standard of one's own") @Nullable
        List<@Nullable DeclaredIndicator> indicators,

        @Schema(description = "低于或少于推荐性标准之处的说明 Where it is lower or fewer than the recommended standard") @Nullable
        String lowerStatement) {

    /** The standard declared; the title of a catalogued standard is the catalogue's. */
    @Schema(name = "DeclaredStandard")
    record DeclaredStandard(
            @Schema(required = true, examples = "Q/RZSL 001-2024") @Nullable
            String number,

            @Schema(required = true, examples = "冷冻烤鳗") @Nullable
            String title) {}

    @Schema(name = "DeclaredProduct")
    record DeclaredProduct(
            @Schema(required = true, examples = "冷冻烤鳗") @Nullable
            String name,

            @Schema(examples = "250 g") @Nullable String model,
            @Schema(examples = "6901234567892") @Nullable String gtin) {}

    @Schema(name = "DeclaredIndicator")
    record DeclaredIndicator(
            @Schema(required = true, examples = "蛋白质") @Nullable
            String name,

            @Schema(required = true) @Nullable Operator operator,

            @Schema(required = true, examples = "12.50") @Nullable
            BigDecimal value,

            @Schema(examples = "g/100 g") @Nullable String unit,

            @Schema(
                    required = true,
                    examples = "GB 5009.5-2016",
                    description =
                            "检测方法（企业标准化促进办法第十二条） (test method; Measures for Promoting Enterprise Standardization, art. 12)")
            @Nullable
            String testMethod,

            @Nullable String condition) {}

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_STATEMENT = 2_000;
    private static final int MOST_ITEMS = 200;

    /** @throws cn.quality.platform.problem.Problem 400 with everything that is wrong */
    DeclaredContent checked() {
        var flaws = new Flaws();
        var number = Optional.<StandardNumber>empty();
        var title = "";
        if (standard == null) {
            flaws.missing("standard");
        } else {
            number = StandardNumber.of(standard.number(), "standard.number", flaws);
            title = flaws.text(standard.title(), "standard.title", LONGEST_NAME);
        }
        var executed = executed(flaws);
        var offered = products(flaws);
        var promised = indicators(flaws);
        if (promised.isEmpty()
                && number.filter(n -> n.level() == Level.ENTERPRISE).isPresent()) {
            flaws.add(
                    "indicators",
                    "required",
                    Text.of(
                            "企业标准须公开功能指标和性能指标（标准化法第二十七条）",
                            "a standard of one's own is declared with its indicators (Standardization Law art. 27)"));
        }
        var statement = flaws.optionalText(lowerStatement, "lowerStatement", LONGEST_STATEMENT);
        flaws.refuseIfAny();
        return new DeclaredContent(
                number.orElseThrow(), title, executed, offered, promised, Optional.ofNullable(statement));
    }

    private Map<String, StandardNumber> executed(Flaws flaws) {
        var numbers = new LinkedHashMap<String, StandardNumber>();
        var texts = flaws.list(executes, "executes", MOST_ITEMS);
        for (int i = 0; i < texts.size(); i++) {
            var field = "executes[" + i + "]";
            StandardNumber.of(texts.get(i), field, flaws)
                    .filter(number -> !numbers.containsValue(number))
                    .ifPresent(number -> numbers.put(field, number));
        }
        return numbers;
    }

    private List<Product> products(Flaws flaws) {
        var sent = flaws.list(products, "products", MOST_ITEMS);
        if (products == null || products.isEmpty()) {
            flaws.missing("products");
        }
        var offered = new ArrayList<Product>(sent.size());
        for (int i = 0; i < sent.size(); i++) {
            var one = sent.get(i);
            var field = "products[" + i + "].";
            offered.add(new Product(
                    flaws.text(one.name(), field + "name", LONGEST_NAME),
                    flaws.optionalText(one.model(), field + "model", LONGEST_NAME),
                    gtin(one.gtin(), field + "gtin", flaws)));
        }
        return offered;
    }

    private static @Nullable String gtin(@Nullable String sent, String field, Flaws flaws) {
        var digits = flaws.optionalText(sent, field, LONGEST_NAME);
        if (digits == null) {
            return null;
        }
        if (!Gtin.hasForm(digits)) {
            flaws.add(field, "gtin-form", Text.of("应为 8、12、13 或 14 位数字", "8, 12, 13 or 14 digits"));
        } else if (!Gtin.checks(digits)) {
            flaws.add(field, "gtin-check-digit", Text.of("校验位不符", "the check digit is wrong"));
        }
        return digits;
    }

    private List<Indicator> indicators(Flaws flaws) {
        var sent = flaws.list(indicators, "indicators", MOST_ITEMS);
        var promised = new ArrayList<Indicator>(sent.size());
        for (int i = 0; i < sent.size(); i++) {
            var one = sent.get(i);
            var field = "indicators[" + i + "].";
            if (one.operator() == null) {
                flaws.missing(field + "operator");
            }
            if (one.value() == null) {
                flaws.missing(field + "value");
            } else {
                Indicator.checkRange(one.value(), field + "value", flaws);
            }
            promised.add(new Indicator(
                    flaws.text(one.name(), field + "name", LONGEST_NAME),
                    one.operator() == null ? Operator.EQ : one.operator(),
                    one.value() == null ? BigDecimal.ZERO : one.value(),
                    flaws.optionalText(one.unit(), field + "unit", LONGEST_NAME),
                    flaws.text(one.testMethod(), field + "testMethod", LONGEST_NAME),
                    flaws.optionalText(one.condition(), field + "condition", LONGEST_NAME)));
        }
        return promised;
    }
}
