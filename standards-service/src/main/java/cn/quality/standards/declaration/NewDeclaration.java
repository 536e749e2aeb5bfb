package cn.quality.standards.declaration;

import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.Text;
import cn.quality.standards.input.Flaws;
import cn.quality.standards.number.Level;
import cn.quality.standards.number.StandardNumber;
import cn.quality.standards.quantity.Conditioned;
import cn.quality.standards.quantity.Demand;
import cn.quality.standards.quantity.DemandCase;
import cn.quality.standards.quantity.Operator;
import cn.quality.standards.quantity.StatedIndicator;
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
        @Schema(description = "声明企业，省略时取自令牌；不得为他人声明 The declarant; that of the token, and no other") @Nullable
        String uscc,

        @Schema(required = true) @Nullable DeclaredStandard standard,

        @Schema(description = "执行的标准编号，可不注日期 Numbers of the standards followed, dated or not") @Nullable
        List<@Nullable String> executes,

        @Schema(required = true) @Nullable List<@Nullable DeclaredProduct> products,

        @Schema(description = "企业标准须至少一项 At least one for a standard of one's own") @Nullable
        List<@Nullable DeclaredIndicator> indicators,

        @Schema(
                description =
                        "低于或少于推荐性标准之处的说明，逐项写明指标名称 Where it is lower or fewer than the recommended standard, naming each indicator")
        @Nullable
        String lowerStatement,

        @Schema(description = "受托生产企业，由委托方声明 Commissioned producers; the one that commissions declares") @Nullable
        List<@Nullable Producer> producers,

        @Schema(description = "联合制定标准的其他企业，各自编号、各自声明 Others that made the standard; each declares under its own number")
        @Nullable
        List<@Nullable JointMaker> jointlyWith) {

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

            @Schema(
                    examples = "6901234567892",
                    description = "GTIN，或以 GTIN 标识产品的 GS1 数字链接 (GTIN, or a GS1 Digital Link that names it)")
            @Nullable
            String gtin) {}

    @Schema(name = "DeclaredIndicator")
    record DeclaredIndicator(
            @Schema(required = true, examples = "蛋白质") @Nullable
            String name,

            @Schema(required = true) @Nullable Operator operator,

            @Schema(examples = "12.50", description = "GE、GT、LE、LT、EQ、TOLERANCE") @Nullable
            BigDecimal value,

            @Schema(description = "RANGE") @Nullable BigDecimal min,
            @Schema(description = "RANGE") @Nullable BigDecimal max,

            @Schema(description = "TOLERANCE 上偏差 (how far above)") @Nullable
            BigDecimal plus,

            @Schema(description = "TOLERANCE 下偏差，省略时同上偏差 (how far below; as plus when absent)") @Nullable
            BigDecimal minus,

            @Schema(examples = "g/100 g") @Nullable String unit,
            @Schema(description = "GRADE") @Nullable String grade,
            @Schema(description = "QUALITATIVE") @Nullable String text,

            @Schema(description = "BY_CONDITION 按条件分列 (one demand for each condition)") @Nullable
            List<@Nullable DemandCase> cases,

            @Schema(
                    required = true,
                    examples = "GB 5009.5-2016",
                    description =
                            "检测方法（企业标准化促进办法第十二条） (test method; Measures for Promoting Enterprise Standardization, art. 12)")
            @Nullable
            String testMethod,

            @Schema(description = "没有可引用的标准时说明自行制定方法的理由 Why the method is one's own: there is no published one")
            @Nullable
            String ownMethodReason,

            @Nullable String condition)
            implements StatedIndicator {}

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_STATEMENT = 2_000;
    private static final int MOST_ITEMS = 200;

    /**
     * The content, of right form.
     *
     * @param declarant of the token
     * @throws Problem 400 with everything that is wrong; 403 {@code foreign-enterprise} when it names another declarant
     */
    DeclaredContent checked(UnifiedSocialCreditCode declarant) {
        if (uscc != null && !UnifiedSocialCreditCode.written(uscc).equals(declarant.value())) {
            throw new Problem(
                    DeclarationService.FOREIGN_ENTERPRISE,
                    Text.of(
                            "只能为本企业声明；委托生产的，由委托方声明（企业标准化促进办法第十五条）",
                            "an enterprise declares for itself alone; in commissioned production the one that commissions"
                                    + " declares (Measures for Promoting Enterprise Standardization, art. 15)"));
        }
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
        var commissioned = producers(declarant, flaws);
        var joint = jointMakers(declarant, flaws);
        var stem = stem(flaws);
        var statement = flaws.optionalText(lowerStatement, "lowerStatement", LONGEST_STATEMENT);
        flaws.refuseIfAny();
        return new DeclaredContent(
                number.orElseThrow(),
                title,
                executed,
                offered,
                new Details(promised, List.of(), commissioned, joint, stem),
                Optional.ofNullable(statement));
    }

    private Map<String, StandardNumber> executed(Flaws flaws) {
        var numbers = new LinkedHashMap<String, StandardNumber>();
        var texts = flaws.list(executes, "executes", MOST_ITEMS);
        for (int i = 0; i < texts.size(); i++) {
            var field = "executes[" + i + "]";
            StandardNumber.reference(texts.get(i), field, flaws)
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

    /** Where the codes of the products lead: one host, or a buyer would not know which answers for the declaration. */
    private @Nullable String stem(Flaws flaws) {
        String stem = null;
        String host = null;
        for (int i = 0; products != null && i < products.size(); i++) {
            var product = products.get(i);
            var link = product == null || product.gtin() == null
                    ? null
                    : DigitalLink.read(product.gtin()).orElse(null);
            if (link == null) {
                continue;
            }
            if (host != null && !host.equals(link.host())) {
                flaws.add(
                        "products[" + i + "].gtin",
                        "qr-hosts-mixed",
                        Text.of(
                                "一项声明的产品码须指向同一域名，已有 %s",
                                "all codes of a declaration lead to one host, which is %s", host));
            } else if (host == null) {
                host = link.host();
                stem = link.stem();
            }
        }
        return stem;
    }

    private static @Nullable String gtin(@Nullable String sent, String field, Flaws flaws) {
        var digits = flaws.optionalText(sent, field, LONGEST_NAME);
        if (digits == null) {
            return null;
        }
        var link = DigitalLink.read(digits);
        var read = Gtin.read(link.map(DigitalLink::gtin).orElse(digits));
        if (read.flaw() != null) {
            switch (read.flaw()) {
                case FORM -> flaws.add(field, "gtin-form", Text.of("应为 8、12、13 或 14 位数字", "8, 12, 13 or 14 digits"));
                case CHECK_DIGIT -> flaws.add(field, "gtin-check-digit", Text.of("校验位不符", "the check digit is wrong"));
                case RESTRICTED ->
                    flaws.add(
                            field,
                            "gtin-restricted",
                            Text.of(
                                    "店内码、优惠券等限域代码不能标识产品",
                                    "a code of restricted circulation names no product elsewhere"));
            }
        }
        return read.gtin();
    }

    private List<Indicator> indicators(Flaws flaws) {
        var sent = flaws.list(indicators, "indicators", MOST_ITEMS);
        var promised = new ArrayList<Indicator>(sent.size());
        for (int i = 0; i < sent.size(); i++) {
            promised.add(indicator(sent.get(i), "indicators[" + i + "].", flaws));
        }
        return promised;
    }

    private static Indicator indicator(DeclaredIndicator sent, String field, Flaws flaws) {
        var name = flaws.text(sent.name(), field + "name", LONGEST_NAME);
        var demands = Conditioned.of(sent, field, flaws);
        boolean inCases = sent.operator() == Operator.BY_CONDITION;
        var demand = inCases ? Demand.IN_CASES : demands.getFirst().demand();
        return new Indicator(
                name,
                demand.operator(),
                demand.value(),
                demand.min(),
                demand.max(),
                demand.plus(),
                demand.minus(),
                demand.unit(),
                demand.grade(),
                demand.text(),
                inCases ? sent.cases() : null,
                flaws.text(sent.testMethod(), field + "testMethod", LONGEST_NAME),
                flaws.optionalText(sent.ownMethodReason(), field + "ownMethodReason", LONGEST_STATEMENT),
                inCases ? null : demands.getFirst().condition());
    }

    private List<Producer> producers(UnifiedSocialCreditCode declarant, Flaws flaws) {
        var sent = flaws.list(producers, "producers", MOST_ITEMS);
        var checked = new ArrayList<Producer>(sent.size());
        for (int i = 0; i < sent.size(); i++) {
            var field = "producers[" + i + "].";
            checked.add(new Producer(
                    code(sent.get(i).uscc(), field + "uscc", declarant, flaws),
                    flaws.optionalText(sent.get(i).name(), field + "name", LONGEST_NAME)));
        }
        return checked;
    }

    private List<JointMaker> jointMakers(UnifiedSocialCreditCode declarant, Flaws flaws) {
        var sent = flaws.list(jointlyWith, "jointlyWith", MOST_ITEMS);
        var checked = new ArrayList<JointMaker>(sent.size());
        for (int i = 0; i < sent.size(); i++) {
            var field = "jointlyWith[" + i + "].";
            var own = flaws.optionalText(sent.get(i).number(), field + "number", LONGEST_NAME);
            if (own != null) {
                StandardNumber.of(own, field + "number", flaws);
            }
            checked.add(new JointMaker(code(sent.get(i).uscc(), field + "uscc", declarant, flaws), own));
        }
        return checked;
    }

    /** Code of an enterprise other than the declarant. */
    private static String code(@Nullable String sent, String field, UnifiedSocialCreditCode declarant, Flaws flaws) {
        if (sent == null || sent.isBlank()) {
            flaws.missing(field);
            return "";
        }
        try {
            var code = UnifiedSocialCreditCode.read(sent);
            code.irregularity().ifPresent(slip -> flaws.add(field, "uscc", slip.detail()));
            if (code.equals(declarant)) {
                flaws.add(field, "own-uscc", Text.of("不得为声明企业自身", "the declarant itself"));
            }
            return code.value();
        } catch (Problem invalid) {
            flaws.add(field, "uscc", invalid.detail());
            return "";
        }
    }
}
