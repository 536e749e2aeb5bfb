package cn.quality.standards.registry;

import cn.quality.platform.problem.Text;
import cn.quality.standards.catalogue.Certainty;
import cn.quality.standards.input.Flaws;
import cn.quality.standards.registry.RegistryKind.Choice;
import cn.quality.standards.registry.RegistryKind.ExitGround;
import cn.quality.standards.registry.RegistryKind.Field;
import cn.quality.standards.registry.RegistryKind.FieldType;
import cn.quality.standards.registry.RegistryKind.Subject;
import cn.quality.standards.registry.RegistryKind.Wording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A kind of registry as it was sent. */
@Schema(name = "NewRegistryKind")
record NewRegistryKind(
        @Schema(examples = "GOOD_PRACTICE", description = "若给出，须与地址相同 The same as in the address, if given") @Nullable
        String code,

        @Schema(required = true, examples = "标准化良好行为企业") @Nullable
        String nameZh,

        @Schema(required = true, examples = "Enterprises of good standardization practice") @Nullable
        String nameEn,

        @Schema(required = true) @Nullable Subject subject,

        @Schema(required = true, examples = "2016-01-01") @Nullable
        LocalDate effectiveFrom,

        @Nullable List<@Nullable NewField> fields,

        @Schema(required = true) @Nullable NewWording entryRule,

        @Schema(examples = "3") @Nullable Integer validityYears,

        @Schema(required = true) @Nullable List<@Nullable NewExitGround> exitGrounds,

        @Schema(required = true, examples = "标准化良好行为评价规则") @Nullable
        String source,

        @Schema(required = true) @Nullable Certainty certainty) {

    @Schema(name = "NewWording")
    record NewWording(
            @Schema(required = true) @Nullable String zh,
            @Schema(required = true) @Nullable String en) {}

    @Schema(name = "NewRegistryField")
    record NewField(
            @Schema(required = true, examples = "grade") @Nullable
            String name,

            @Schema(required = true, examples = "等级") @Nullable
            String zh,

            @Schema(required = true, examples = "Grade") @Nullable
            String en,

            @Schema(required = true) @Nullable FieldType type,

            @Nullable Boolean required,
            @Nullable List<@Nullable NewChoice> choices,
            @Nullable Integer minimum) {}

    @Schema(name = "NewRegistryChoice")
    record NewChoice(
            @Schema(required = true, examples = "AAA") @Nullable
            String code,

            @Schema(required = true, examples = "AAA 级") @Nullable
            String zh,

            @Schema(required = true, examples = "grade AAA") @Nullable
            String en) {}

    @Schema(name = "NewRegistryExitGround")
    record NewExitGround(
            @Schema(required = true, examples = "EXPIRED") @Nullable
            String code,

            @Schema(required = true, examples = "有效期满未续") @Nullable
            String zh,

            @Schema(required = true, examples = "Not renewed") @Nullable
            String en,

            @Nullable Boolean adverse,
            @Schema(examples = "15") @Nullable Integer noticeDays) {}

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_RULE = 2_000;
    private static final int MOST = 50;
    private static final int MOST_YEARS = 20;
    private static final int MOST_DAYS = 365;
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");
    private static final Pattern FIELD_NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");

    /** @throws cn.quality.platform.problem.Problem 400 with everything that is wrong */
    RegistryKind checked(String named) {
        var flaws = new Flaws();
        matching(CODE, named, "kind", flaws);
        if (code != null && !code.equals(named)) {
            flaws.add("code", "contradicts-address", Text.of("与地址中的 %s 不同", "is not the %s of the address", named));
        }
        if (subject == null) {
            flaws.missing("subject");
        }
        if (effectiveFrom == null) {
            flaws.missing("effectiveFrom");
        }
        if (certainty == null) {
            flaws.missing("certainty");
        }
        var rule = entryRule == null ? new NewWording(null, null) : entryRule;
        var kind = new RegistryKind(
                named,
                flaws.text(nameZh, "nameZh", LONGEST_NAME),
                flaws.text(nameEn, "nameEn", LONGEST_NAME),
                subject == null ? Subject.OTHER : subject,
                effectiveFrom == null ? LocalDate.EPOCH : effectiveFrom,
                fields(flaws),
                new Wording(
                        flaws.text(rule.zh(), "entryRule.zh", LONGEST_RULE),
                        flaws.text(rule.en(), "entryRule.en", LONGEST_RULE)),
                within(1, MOST_YEARS, validityYears, "validityYears", flaws),
                exitGrounds(flaws),
                flaws.text(source, "source", LONGEST_NAME),
                certainty == null ? Certainty.U : certainty);
        flaws.refuseIfAny();
        return kind;
    }

    private List<Field> fields(Flaws flaws) {
        var read = new ArrayList<Field>();
        var names = new HashSet<String>();
        var sent = flaws.list(fields, "fields", MOST);
        for (int i = 0; i < sent.size(); i++) {
            var one = sent.get(i);
            var at = "fields[" + i + "].";
            var name = flaws.text(one.name(), at + "name", LONGEST_NAME);
            matching(FIELD_NAME, name, at + "name", flaws);
            once(names, name, at + "name", flaws);
            if (one.type() == null) {
                flaws.missing(at + "type");
            }
            var choices = choices(one.choices(), at + "choices", flaws);
            if ((one.type() == FieldType.CHOICE) == choices.isEmpty()) {
                flaws.add(at + "choices", "choices", Text.of("选项字段须列出选项，其他字段不得", "exactly a CHOICE has choices"));
            }
            if (one.minimum() != null && one.type() != FieldType.INTEGER) {
                flaws.add(at + "minimum", "minimum", Text.of("仅整数字段可设下限", "only an INTEGER has a minimum"));
            }
            read.add(new Field(
                    name,
                    flaws.text(one.zh(), at + "zh", LONGEST_NAME),
                    flaws.text(one.en(), at + "en", LONGEST_NAME),
                    one.type() == null ? FieldType.TEXT : one.type(),
                    Boolean.TRUE.equals(one.required()),
                    choices,
                    one.minimum()));
        }
        return List.copyOf(read);
    }

    private static List<Choice> choices(@Nullable List<@Nullable NewChoice> sent, String field, Flaws flaws) {
        var read = new ArrayList<Choice>();
        var codes = new HashSet<String>();
        var choices = flaws.list(sent, field, MOST);
        for (int i = 0; i < choices.size(); i++) {
            var one = choices.get(i);
            var at = field + "[" + i + "].";
            var code = flaws.text(one.code(), at + "code", LONGEST_NAME);
            matching(CODE, code, at + "code", flaws);
            once(codes, code, at + "code", flaws);
            read.add(new Choice(
                    code,
                    flaws.text(one.zh(), at + "zh", LONGEST_NAME),
                    flaws.text(one.en(), at + "en", LONGEST_NAME)));
        }
        return List.copyOf(read);
    }

    /** What one can enter one must be able to leave. */
    private List<ExitGround> exitGrounds(Flaws flaws) {
        var read = new ArrayList<ExitGround>();
        var codes = new HashSet<String>();
        var sent = flaws.list(exitGrounds, "exitGrounds", MOST);
        if (exitGrounds == null || exitGrounds.isEmpty()) {
            flaws.missing("exitGrounds");
        }
        for (int i = 0; i < sent.size(); i++) {
            var one = sent.get(i);
            var at = "exitGrounds[" + i + "].";
            var code = flaws.text(one.code(), at + "code", LONGEST_NAME);
            matching(CODE, code, at + "code", flaws);
            once(codes, code, at + "code", flaws);
            boolean adverse = Boolean.TRUE.equals(one.adverse());
            if (adverse && one.noticeDays() == null) {
                flaws.missing(at + "noticeDays");
            }
            read.add(new ExitGround(
                    code,
                    flaws.text(one.zh(), at + "zh", LONGEST_NAME),
                    flaws.text(one.en(), at + "en", LONGEST_NAME),
                    adverse,
                    within(0, MOST_DAYS, one.noticeDays(), at + "noticeDays", flaws)));
        }
        return List.copyOf(read);
    }

    private static void matching(Pattern form, String text, String field, Flaws flaws) {
        if (!text.isEmpty() && !form.matcher(text).matches()) {
            flaws.add(field, "format", Text.of("应符合 %s", "must match %s", form.pattern()));
        }
    }

    private static void once(HashSet<String> seen, String text, String field, Flaws flaws) {
        if (!text.isEmpty() && !seen.add(text)) {
            flaws.add(field, "doubled", Text.of("重复", "is there twice"));
        }
    }

    private static @Nullable Integer within(int least, int most, @Nullable Integer value, String field, Flaws flaws) {
        if (value != null && (value < least || value > most)) {
            flaws.add(field, "range", Text.of("应在 %d 至 %d 之间", "from %d to %d", least, most));
        }
        return value;
    }
}
