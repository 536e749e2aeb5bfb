package cn.quality.credit.complaint;

import cn.quality.credit.enterprise.ActivityField;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A complaint, report or incident as it is filed.
 *
 * @param uscc code of the enterprise, if known; else its name, and the office finds out
 * @param knownOn when the filer came to know of it, if later than it happened: the limitation is counted from then
 * @param narrative what happened, in the filer's words
 * @param wish what is asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "投诉、举报或事件报告 (a complaint, report or incident)")
record NewComplaint(
        @NotNull ComplaintKind kind,

        @Size(max = 40) @Schema(examples = "91371199MA3RH00187") @Nullable
        String uscc,

        @Size(min = 2, max = 200) @Schema(examples = "日照示例海洋食品有限公司") @Nullable
        String enterpriseName,

        @NotNull ActivityField field,

        @NotBlank @Size(max = 20) @Schema(examples = "371102")
        String region,

        @Schema(examples = "2026-11-20") @Nullable LocalDate happenedOn,

        @Schema(
                examples = "2026-11-22",
                description = "知道权益受到侵害的日期，不填则按发生日期 (when it became known; by default when it happened)")
        @Nullable
        LocalDate knownOn,

        @NotBlank @Size(min = 10, max = 4000) @Schema(examples = "示例：购买的干贝有异味，商家拒绝退货")
        String narrative,

        @Size(min = 1, max = 1000) @Schema(examples = "退还货款") @Nullable
        String wish,

        @Valid @Nullable Contact contact,
        @Valid @Nullable Recall recall,
        @Valid @Nullable Accident accident,
        @Valid @Nullable Injury injury) {

    /** 缺陷产品召回 */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "RecallForm", description = "召回 (a recall)")
    record Recall(
            @NotBlank @Size(max = 200) @Schema(examples = "示例电热水壶")
            String product,

            @NotBlank @Size(max = 200) @Schema(examples = "2026-08 批")
            String batch,

            @NotNull @Min(1) @Schema(examples = "1200") Long quantity,

            @NotBlank @Size(max = 1000) @Schema(examples = "示例：手柄过热")
            String defect,

            @NotBlank @Size(max = 1000) @Schema(examples = "免费更换")
            String measures) {}

    /**
     * 重大质量事故
     *
     * @param directLoss in yuan
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AccidentForm", description = "重大质量事故 (a major quality accident)")
    record Accident(
            @NotNull Instant at,

            @NotBlank @Size(max = 300) @Schema(examples = "东港区示例园区")
            String place,

            @NotNull @Min(0) @Max(100_000) @Schema(examples = "0")
            Integer deaths,

            @NotNull @Min(0) @Max(100_000) @Schema(examples = "2")
            Integer injured,

            @NotNull @DecimalMin("0") @Digits(integer = 15, fraction = 2) @Schema(examples = "1000000.00")
            BigDecimal directLoss,

            @Size(max = 200) @Schema(examples = "示例压力容器") @Nullable
            String product) {}

    /** 产品伤害 */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "InjuryForm", description = "产品伤害 (an injury by a product)")
    record Injury(
            @NotNull InjurySeverity severity,

            @NotBlank @Size(max = 200) @Schema(examples = "示例儿童玩具")
            String product,

            @Size(max = 200) @Schema(examples = "示例医院") @Nullable
            String hospital) {}

    /** How badly a person was hurt. */
    @Schema(name = "InjurySeverity")
    enum InjurySeverity {
        SLIGHT,
        SERIOUS,
        FATAL
    }

    /**
     * Checks what depends on the kind.
     *
     * @throws Problem 400 {@code invalid-argument} naming each missing or misplaced part
     */
    void check(LocalDate today) {
        var problem = new Problem(
                ProblemTypes.INVALID_ARGUMENT,
                Text.of("%s的内容不完整或有误", "The content of this %2$s is incomplete or wrong", kind.zh(), kind));
        var given = parts();
        kind.required().stream()
                .sorted()
                .filter(part -> !given.containsKey(part))
                .forEach(part -> problem.with(part, "missing", Text.of("%s须填写此项", "%2$s needs this", kind.zh(), kind)));
        for (var form : new String[] {"recall", "accident", "injury"}) {
            if (given.containsKey(form) && !kind.required().contains(form)) {
                problem.with(form, "misplaced", Text.of("%s没有此项", "%2$s has no such part", kind.zh(), kind));
            }
        }
        if (uscc == null && enterpriseName == null) {
            problem.with("enterpriseName", "missing", new Text("请填写企业的代码或名称", "Give the enterprise's code or name"));
        }
        if (happenedOn != null && happenedOn.isAfter(today)) {
            problem.with("happenedOn", "future", new Text("发生日期晚于今天", "It is dated after today"));
        }
        if (knownOn != null && knownOn.isAfter(today)) {
            problem.with("knownOn", "future", new Text("知道的日期晚于今天", "It is dated after today"));
        }
        if (knownOn != null && happenedOn != null && knownOn.isBefore(happenedOn)) {
            problem.with("knownOn", "too-early", new Text("知道的日期早于发生日期", "It became known before it happened"));
        }
        if (!problem.violations().isEmpty()) {
            throw problem;
        }
    }

    private Map<String, Object> parts() {
        var parts = new HashMap<String, Object>();
        note(parts, "wish", wish);
        note(parts, "happenedOn", happenedOn);
        note(parts, "recall", recall);
        note(parts, "accident", accident);
        note(parts, "injury", injury);
        if (contact != null) {
            note(parts, "contact.name", contact.name());
            note(parts, "contact.phone", contact.phone());
            note(parts, "contact.address", contact.address());
        }
        return parts;
    }

    private static void note(Map<String, Object> parts, String name, @Nullable Object part) {
        if (part != null && !part.toString().isBlank()) {
            parts.put(name, part);
        }
    }

    /** The same without the contact, and with every free text blotted. */
    NewComplaint without(UnaryOperator<String> blot) {
        return new NewComplaint(
                kind,
                uscc,
                enterpriseName,
                field,
                region,
                happenedOn,
                knownOn,
                blot.apply(narrative.strip()),
                wish == null ? null : blot.apply(wish.strip()),
                null,
                recall == null
                        ? null
                        : new Recall(
                                blot.apply(recall.product),
                                blot.apply(recall.batch),
                                recall.quantity,
                                blot.apply(recall.defect),
                                blot.apply(recall.measures)),
                accident == null
                        ? null
                        : new Accident(
                                accident.at,
                                blot.apply(accident.place),
                                accident.deaths,
                                accident.injured,
                                accident.directLoss,
                                accident.product == null ? null : blot.apply(accident.product)),
                injury == null
                        ? null
                        : new Injury(
                                injury.severity,
                                blot.apply(injury.product),
                                injury.hospital == null ? null : blot.apply(injury.hospital)));
    }

    /** Whether somebody stands behind it by name (实名). */
    boolean isNamed() {
        return contact != null && contact.name() != null && !contact.name().isBlank();
    }

    /** The form of its kind, if it has one. */
    @Nullable
    Object form() {
        return recall != null ? recall : accident != null ? accident : injury;
    }

    /** Never into a log by accident. */
    @Override
    public String toString() {
        return "NewComplaint[" + kind + "]";
    }
}
