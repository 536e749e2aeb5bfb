package cn.quality.indicator.scheme;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Schemes for tests, row by row. */
public final class Sheets {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final List<NewNode> rows = new ArrayList<>();
    private NotApplicableRule notApplicable = NotApplicableRule.WITHIN_GROUP;
    private int decimals;

    private Sheets() {}

    public static Sheets sheet() {
        return new Sheets();
    }

    /** The sample scheme of the seeds. */
    public static Scheme sample() {
        try {
            return Scheme.of(
                    JSON.readValue(Path.of("../seeds/indicators/schemes.json").toFile(), NewScheme[].class)[0], 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Sheets decimals(int shown) {
        decimals = shown;
        return this;
    }

    public Sheets acrossSheet() {
        notApplicable = NotApplicableRule.ACROSS_SHEET;
        return this;
    }

    public Sheets group(String code, @Nullable String parent, @Nullable String weight) {
        return row(code, parent, weight, null, null);
    }

    public Sheets linear(String code, @Nullable String parent, String weight, String baseline, String target) {
        return row(code, parent, weight, rule(RuleForm.LINEAR, baseline, target, null, null), null);
    }

    /** A percentage reported as numerator and denominator. */
    public Sheets rate(String code, @Nullable String parent, String weight, String baseline, String target) {
        return row(
                code,
                parent,
                weight,
                new NewRule(
                        RuleForm.LINEAR,
                        Measure.RATE,
                        new BigDecimal(baseline),
                        new BigDecimal(target),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                "%");
    }

    public Sheets steps(String code, @Nullable String parent, String weight, Sense sense, String all, String half) {
        return row(
                code,
                parent,
                weight,
                new NewRule(
                        RuleForm.ALL_HALF_NONE,
                        Measure.VALUE,
                        null,
                        null,
                        new BigDecimal(all),
                        new BigDecimal(half),
                        null,
                        sense,
                        null,
                        null,
                        null),
                null);
    }

    public Sheets threshold(String code, @Nullable String parent, String weight, Sense sense, String limit) {
        return row(
                code,
                parent,
                weight,
                new NewRule(
                        RuleForm.THRESHOLD,
                        Measure.VALUE,
                        null,
                        null,
                        null,
                        null,
                        new BigDecimal(limit),
                        sense,
                        null,
                        null,
                        null),
                null);
    }

    public Sheets deduction(String code, @Nullable String parent, String weight, String perItem) {
        return row(code, parent, weight, rule(RuleForm.DEDUCTION, null, null, perItem, null), null);
    }

    public Sheets document(String code, @Nullable String parent, String weight) {
        return row(code, parent, weight, rule(RuleForm.DOCUMENT, null, null, null, null), null);
    }

    public Sheets veto(String code, @Nullable String parent, String grade) {
        return row(
                code,
                parent,
                null,
                new NewRule(RuleForm.VETO, null, null, null, null, null, null, null, null, null, grade),
                null);
    }

    public Sheets bonus(String code, @Nullable String parent, String perItem, String cap) {
        return row(code, parent, null, rule(RuleForm.BONUS, null, null, perItem, cap), null);
    }

    public Sheets row(
            String code,
            @Nullable String parent,
            @Nullable String weight,
            @Nullable NewRule rule,
            @Nullable String unit) {
        var scored = rule != null && rule.form() != RuleForm.VETO && rule.form() != RuleForm.BONUS;
        rows.add(new NewNode(
                code,
                parent,
                "指标" + code,
                "indicator " + code,
                number(weight),
                rule,
                unit,
                scored ? Applicability.WHERE_APPLICABLE : null,
                null,
                null,
                null,
                null,
                null));
        return this;
    }

    public NewScheme sent() {
        return sent(List.of(band("A", "90"), band("B", "80"), band("C", "60"), band("D", "0")));
    }

    NewScheme sent(List<NewBand> bands) {
        return new NewScheme(
                "test-scheme",
                "测试方案",
                "测试文件",
                "测试",
                2013,
                decimals,
                Rounding.HALF_EVEN,
                notApplicable,
                "07-01",
                "06-30",
                "07-15",
                bands,
                rows);
    }

    public Scheme scheme() {
        return Scheme.of(sent(), 1);
    }

    static NewBand band(String grade, String from) {
        return new NewBand(grade, new BigDecimal(from));
    }

    private static NewRule rule(
            RuleForm form,
            @Nullable String baseline,
            @Nullable String target,
            @Nullable String perItem,
            @Nullable String cap) {
        return new NewRule(
                form,
                form == RuleForm.LINEAR ? Measure.VALUE : null,
                number(baseline),
                number(target),
                null,
                null,
                null,
                null,
                number(perItem),
                number(cap),
                null);
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
