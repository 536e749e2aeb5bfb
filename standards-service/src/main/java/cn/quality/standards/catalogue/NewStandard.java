package cn.quality.standards.catalogue;

import cn.quality.platform.problem.Text;
import cn.quality.standards.input.Flaws;
import cn.quality.standards.number.AdoptionDegree;
import cn.quality.standards.number.Level;
import cn.quality.standards.number.Nature;
import cn.quality.standards.number.StandardNumber;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an administrator states of a standard, as it was sent. */
@Schema(name = "NewStandard")
public record NewStandard(
        @Schema(required = true, examples = "GB/T 19001-2016/ISO 9001:2015") @Nullable
        String number,

        @Schema(required = true, examples = "质量管理体系 要求") @Nullable
        String titleZh,

        @Schema(examples = "Quality management systems—Requirements") @Nullable
        String titleEn,

        @Schema(required = true) @Nullable Level level,

        @Schema(description = "省略时取自编号 Taken from the number when absent") @Nullable
        Nature nature,

        @Schema(required = true) @Nullable Status status,

        @Schema(examples = "2016-12-30") @Nullable LocalDate publishedOn,
        @Schema(examples = "2017-07-01") @Nullable LocalDate implementedOn,
        @Nullable LocalDate abolishedOn,

        @Schema(examples = "1988-12-10", description = "首次发布 Publication of the first edition") @Nullable
        LocalDate firstPublishedOn,

        @Schema(description = "最近一次复审确认继续有效 When a review last confirmed it") @Nullable
        LocalDate reviewedOn,

        @Schema(examples = "03.120.10") @Nullable String ics,
        @Schema(examples = "A00") @Nullable String ccs,

        @Schema(examples = "国家市场监督管理总局", description = "主管部门 Responsible department") @Nullable
        String department,

        @Schema(examples = "全国质量管理和质量保证标准化技术委员会", description = "归口技术委员会 Technical committee") @Nullable
        String technicalCommittee,

        @Schema(description = "起草单位；不收录起草人 Drafting units; no persons") @Nullable
        List<@Nullable String> draftingUnits,

        @Schema(description = "适用范围 Scope") @Nullable String scope,

        @Nullable List<@Nullable String> replaces,
        @Nullable List<@Nullable String> replacedBy,

        @Schema(description = "部分代替的标准 Replaced in part: those stay in force") @Nullable
        List<@Nullable String> replacesInPart,

        @Nullable List<@Nullable String> replacedInPartBy,

        @Schema(description = "曾用编号，如强制性转为推荐性之前的编号 Former numbers, as before a mandatory one became recommended")
        @Nullable
        List<@Nullable FormerNumber> formerNumbers,

        @Nullable List<@Nullable Adopted> adopts,

        @Schema(
                examples = "[\"GB/T 19000-2016\", \"GB/T 27025\"]",
                description = "规范性引用文件，注日期或不注日期 Normative references, dated or undated")
        @Nullable
        List<@Nullable String> cites,

        @Schema(required = true, examples = "全国标准信息公共服务平台") @Nullable
        String source,

        @Schema(required = true) @Nullable Certainty certainty) {

    /** An international standard that this one adopts. */
    @Schema(name = "Adopted")
    record Adopted(
            @Schema(required = true, examples = "ISO 9001:2015") @Nullable
            String number,

            @Schema(required = true) @Nullable AdoptionDegree degree) {

        /** As a cell of a table has it. */
        @Override
        public String toString() {
            return number + " " + degree;
        }
    }

    /** The number the same edition had before. */
    @Schema(name = "FormerNumber")
    record FormerNumber(
            @Schema(required = true, examples = "GB 18186-2000") @Nullable
            String number,

            @Schema(
                    required = true,
                    examples = "2017-03-23",
                    description = "自该日起使用现编号 First day under the present number")
            @Nullable
            LocalDate until) {

        /** As a cell of a table has it. */
        @Override
        public String toString() {
            return number + " " + until;
        }
    }

    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_SCOPE = 5_000;
    private static final int MOST_RELATIONS = 100;
    private static final int MOST_NAMED = 300;
    // ICS 2.3.2 digits; CCS one letter without I and O, two digits.
    private static final Pattern ICS = Pattern.compile("\\d{2}(\\.\\d{3}(\\.\\d{2})?)?");
    private static final Pattern CCS = Pattern.compile("[A-HJ-NP-Z]\\d{2}");

    /** @throws cn.quality.platform.problem.Problem 400 with everything that is wrong */
    public StandardStatement checked() {
        var flaws = new Flaws();
        var self = StandardNumber.of(number, "number", flaws);
        var facts = facts(flaws, self.flatMap(StandardNumber::nature).orElse(null));
        self.ifPresent(n -> agree(n, flaws));
        var relations = self.map(n -> relations(n, flaws)).orElse(Set.of());
        flaws.refuseIfAny();
        return new StandardStatement(self.orElseThrow(), facts, relations);
    }

    private StandardFacts facts(Flaws flaws, @Nullable Nature shown) {
        if (level == null) {
            flaws.missing("level");
        }
        if (status == null) {
            flaws.missing("status");
        }
        if (certainty == null) {
            flaws.missing("certainty");
        }
        inOrder("implementedOn", publishedOn, implementedOn, flaws);
        inOrder("abolishedOn", implementedOn, abolishedOn, flaws);
        inOrder("publishedOn", firstPublishedOn, publishedOn, flaws);
        inOrder("reviewedOn", publishedOn, reviewedOn, flaws);
        return new StandardFacts(
                flaws.text(titleZh, "titleZh", LONGEST_TITLE),
                flaws.optionalText(titleEn, "titleEn", LONGEST_TITLE),
                nature == null ? shown : nature,
                status == null ? Status.UPCOMING : status,
                publishedOn,
                implementedOn,
                abolishedOn,
                firstPublishedOn,
                reviewedOn,
                matching(ICS, ics, "ics", flaws),
                matching(CCS, ccs, "ccs", flaws),
                flaws.optionalText(department, "department", LONGEST_TITLE),
                flaws.optionalText(technicalCommittee, "technicalCommittee", LONGEST_TITLE),
                draftingUnits(flaws),
                flaws.optionalText(scope, "scope", LONGEST_SCOPE),
                flaws.text(source, "source", LONGEST_TITLE),
                certainty == null ? Certainty.U : certainty);
    }

    private List<String> draftingUnits(Flaws flaws) {
        var stated = flaws.list(draftingUnits, "draftingUnits", MOST_NAMED);
        return IntStream.range(0, stated.size())
                .mapToObj(i -> flaws.text(stated.get(i), "draftingUnits[" + i + "]", LONGEST_TITLE))
                .toList();
    }

    private void agree(StandardNumber self, Flaws flaws) {
        if (level != null && level != self.level()) {
            flaws.add(
                    "level",
                    "contradicts-number",
                    Text.of("编号 %s 属于 %s", "the number %s belongs to %s", self, self.level()));
        }
        if (nature == null) {
            return;
        }
        // 标准化法 art. 2: only national standards may be mandatory; older industry and local ones live on, and those
        // carry no /T. Group and enterprise standards bind nobody by themselves (art. 18, 19).
        var voluntary = self.level() == Level.GROUP || self.level() == Level.ENTERPRISE;
        if (nature == Nature.MANDATORY && (voluntary || self.nature().orElse(nature) != Nature.MANDATORY)) {
            flaws.add("nature", "contradicts-number", Text.of("编号 %s 不是强制性标准", "%s is not mandatory", self));
        }
    }

    private Set<Relation> relations(StandardNumber self, Flaws flaws) {
        var relations = new HashSet<Relation>();
        for (var other : numbers(replaces, "replaces", self, flaws)) {
            relations.add(Relation.replacement(self, other));
        }
        for (var other : numbers(replacedBy, "replacedBy", self, flaws)) {
            relations.add(Relation.replacement(other, self));
        }
        for (var other : numbers(replacesInPart, "replacesInPart", self, flaws)) {
            relations.add(Relation.partialReplacement(self, other));
        }
        for (var other : numbers(replacedInPartBy, "replacedInPartBy", self, flaws)) {
            relations.add(Relation.partialReplacement(other, self));
        }
        relations.addAll(formerNumbers(self, flaws));
        relations.addAll(cited(self, flaws));
        // A double number says by itself that the adoption is identical (GB/T 20000.2).
        self.adopted().ifPresent(twin -> relations.add(Relation.adoption(self, twin.number(), twin.degree())));
        var adopted = flaws.list(adopts, "adopts", MOST_RELATIONS);
        for (int i = 0; i < adopted.size(); i++) {
            var one = adopted.get(i);
            var field = "adopts[" + i + "]";
            if (one.degree() == null) {
                flaws.missing(field + ".degree");
            } else {
                other(one.number(), field + ".number", self, flaws)
                        .forEach(n -> relations.add(Relation.adoption(self, n, one.degree())));
            }
        }
        return relations;
    }

    private List<Relation> cited(StandardNumber self, Flaws flaws) {
        var stated = flaws.list(cites, "cites", MOST_NAMED);
        var relations = new ArrayList<Relation>();
        for (int i = 0; i < stated.size(); i++) {
            var field = "cites[" + i + "]";
            var number = StandardNumber.reference(stated.get(i), field, flaws);
            other(number, field, self, flaws).forEach(cited -> relations.add(Relation.citation(self, cited)));
        }
        return relations;
    }

    private List<Relation> formerNumbers(StandardNumber self, Flaws flaws) {
        var stated = flaws.list(formerNumbers, "formerNumbers", MOST_RELATIONS);
        var relations = new ArrayList<Relation>();
        for (int i = 0; i < stated.size(); i++) {
            var former = stated.get(i);
            var field = "formerNumbers[" + i + "]";
            var until = former.until();
            if (until == null) {
                flaws.missing(field + ".until");
            } else {
                other(former.number(), field + ".number", self, flaws)
                        .forEach(number -> relations.add(Relation.renumbering(self, number, until)));
            }
        }
        return relations;
    }

    private static List<StandardNumber> numbers(
            @Nullable List<@Nullable String> texts, String field, StandardNumber self, Flaws flaws) {
        var present = flaws.list(texts, field, MOST_RELATIONS);
        var numbers = new HashSet<StandardNumber>();
        for (int i = 0; i < present.size(); i++) {
            numbers.addAll(other(present.get(i), field + "[" + i + "]", self, flaws));
        }
        return List.copyOf(numbers);
    }

    /** One number or, when flawed, none. */
    private static List<StandardNumber> other(@Nullable String text, String field, StandardNumber self, Flaws flaws) {
        return other(StandardNumber.of(text, field, flaws), field, self, flaws);
    }

    private static List<StandardNumber> other(
            Optional<StandardNumber> number, String field, StandardNumber self, Flaws flaws) {
        if (number.filter(self::equals).isPresent()) {
            flaws.add(field, "itself", Text.of("标准不能与自身有此关系", "a standard cannot relate to itself"));
            return List.of();
        }
        return number.stream().toList();
    }

    private static void inOrder(String field, @Nullable LocalDate earlier, @Nullable LocalDate later, Flaws flaws) {
        if (earlier != null && later != null && later.isBefore(earlier)) {
            flaws.add(field, "date-order", Text.of("不得早于 %s", "must not be before %s", earlier));
        }
    }

    private static @Nullable String matching(Pattern form, @Nullable String value, String field, Flaws flaws) {
        var text = flaws.optionalText(value, field, 20);
        if (text != null && !form.matcher(text).matches()) {
            flaws.add(field, "format", Text.of("分类号 “%s” 有误", "“%s” is not a classification code", text));
        }
        return text;
    }
}
