package cn.quality.local.seeding;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;

/**
 * What the first enterprise declares: standards of its own, and two of others that it follows (标准化法 art. 27). One of its own
 * promises less than the recommended standard and says so (企业标准化促进办法 art. 14).
 */
final class Declarations {

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Declaration(
            Standard standard,
            List<String> executes,
            List<Product> products,
            List<Indicator> indicators,
            String lowerStatement) {

        Declaration(Standard standard, List<String> executes, List<Product> products, List<Indicator> indicators) {
            this(standard, executes, products, indicators, "");
        }
    }

    record Standard(String number, String title) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Product(String name, String model) {}

    record Indicator(String name, String operator, BigDecimal value, String unit, String testMethod) {}

    private Declarations() {}

    static List<Declaration> all() {
        return List.of(
                new Declaration(
                        new Standard("Q/RZSLHY 101-2025", "冷冻鱿鱼制品(示例)"),
                        List.of("GB 2733-2015", "GB 7718-2011", "GB 2760-2024"),
                        List.of(new Product("冷冻鱿鱼圈", "500 g"), new Product("冷冻鱿鱼花", "1 kg")),
                        List.of(
                                new Indicator("挥发性盐基氮", "LE", new BigDecimal("15"), "mg/100 g", "GB 5009.228-2016"),
                                new Indicator("净含量负偏差", "LE", new BigDecimal("2"), "%", "JJF 1070-2005"))),
                new Declaration(
                        new Standard("Q/RZSLHY 102-2025", "即食海带丝(示例)"),
                        List.of("GB 19643-2016", "GB 7718-2011"),
                        List.of(new Product("即食海带丝", "80 g")),
                        List.of(new Indicator("氯化物(以 NaCl 计)", "LE", new BigDecimal("6.0"), "%", "GB 5009.44-2016"))),
                new Declaration(
                        new Standard("Q/RZSLHY 103-2025", "蚝油(示例)"),
                        List.of("GB 7718-2011", "GB 2760-2024"),
                        List.of(new Product("示例蚝油", "510 g")),
                        List.of(
                                new Indicator("氨基酸态氮", "GE", new BigDecimal("0.40"), "g/100 g", "GB 5009.235-2016"),
                                new Indicator("总酸(以乳酸计)", "LE", new BigDecimal("1.2"), "g/100 g", "GB 12456-2021"),
                                new Indicator("食盐(以 NaCl 计)", "LE", new BigDecimal("15.0"), "%", "GB 5009.44-2016"),
                                new Indicator("挥发性盐基氮", "LE", new BigDecimal("40"), "mg/100 g", "GB 5009.228-2016")),
                        "食盐(以 NaCl 计)的限量宽于推荐性标准 GB/T 21999-2008，未规定总固形物(示例)。"),
                new Declaration(
                        new Standard("GB 10136-2015", "食品安全国家标准 动物性水产制品"),
                        List.of(),
                        List.of(new Product("烤鱿鱼丝", "")),
                        List.of()),
                new Declaration(
                        new Standard("SC/T 3202-2012", "干海带"), List.of(), List.of(new Product("干海带", "")), List.of()));
    }
}
