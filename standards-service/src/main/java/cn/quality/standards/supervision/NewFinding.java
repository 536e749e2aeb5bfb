package cn.quality.standards.supervision;

import cn.quality.platform.problem.Text;
import cn.quality.standards.input.Flaws;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an inspector found, as it was sent. */
@Schema(name = "NewFinding")
record NewFinding(
        @Schema(description = "被检查的声明；企业未声明时省略，改填 uscc (the declaration; absent when nothing was declared)") @Nullable
        UUID declaration,

        @Schema(examples = "91371199MA3RH00187", description = "未填 declaration 时必填 Required without a declaration")
        @Nullable
        String uscc,

        @Schema(description = "所属抽查名单；举报等线索省略 The drawn list; absent for a tip-off") @Nullable
        UUID draw,

        @Schema(required = true, examples = "冷冻烤鳗", description = "产品或服务 Product or service") @Nullable
        String subject,

        @Schema(required = true) @Nullable Breach breach,

        @Schema(required = true, examples = "示例：企业标准未公开试验方法") @Nullable
        String facts,

        @Schema(
                required = true,
                examples = "示例检查〔2026〕1号",
                description = "现场检查笔录等证据的存放编号 Where the record of the inspection lies")
        @Nullable
        String evidenceReference,

        @Schema(required = true, description = "该文件的 SHA-256 (its SHA-256)") @Nullable
        String evidenceSha256,

        @Schema(required = true, examples = "2026-03-02", description = "检查日期 Day of the inspection") @Nullable
        LocalDate foundOn) {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /** Of right form, not yet held against declarations and enterprises. */
    record Checked(
            Optional<UUID> declaration,
            Optional<String> uscc,
            Optional<UUID> draw,
            String subject,
            Breach breach,
            String facts,
            String evidenceReference,
            String evidenceSha256,
            LocalDate foundOn) {}

    /** @throws cn.quality.platform.problem.Problem 400 naming everything that is wrong, 422 {@code personal-data} */
    Checked checked() {
        var flaws = new Flaws();
        var of = flaws.optionalText(uscc, "uscc", 18);
        if (declaration == null && of == null) {
            flaws.missing("declaration");
        }
        if (draw != null && declaration == null) {
            flaws.add("draw", "needs-declaration", Text.of("抽查名单中的是声明", "what is drawn are declarations"));
        }
        var what = flaws.text(subject, "subject", 200);
        var why = flaws.text(facts, "facts", 2000);
        var reference = flaws.text(evidenceReference, "evidenceReference", 100);
        var digest = digest(evidenceSha256, "evidenceSha256", flaws);
        if (breach == null) {
            flaws.missing("breach");
        }
        if (foundOn == null) {
            flaws.missing("foundOn");
        }
        flaws.refuseIfAny();
        if (breach == null || foundOn == null) {
            throw new IllegalStateException();
        }
        return new Checked(
                Optional.ofNullable(declaration),
                Optional.ofNullable(of),
                Optional.ofNullable(draw),
                what,
                breach,
                why,
                reference,
                digest,
                foundOn);
    }

    static String digest(@Nullable String sent, String field, Flaws flaws) {
        if (sent == null) {
            flaws.missing(field);
            return "";
        }
        if (!SHA256.matcher(sent).matches()) {
            flaws.add(field, "sha256", Text.of("应为 64 位小写十六进制", "64 lower-case hexadecimal digits"));
        }
        return sent;
    }
}
