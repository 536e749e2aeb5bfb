package cn.quality.standards.declaration;

import cn.quality.standards.catalogue.StandardRef;
import cn.quality.standards.number.Confidence;
import cn.quality.standards.quantity.DemandCase;
import cn.quality.standards.quantity.Operator;
import cn.quality.standards.requirement.Shortfall;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A declaration as anybody may read it.
 *
 * @param executes with the legal state they have today, which may be worse than on the day of declaring
 * @param undatedReferences what the undated ones among them mean today
 * @param shortfalls against recommended standards, which the lower statement explains
 * @param endedAt absent while it is public
 * @param contentDigest of this version; see the digests of all versions
 * @param actions what this caller may do to it; absent for all but its enterprise
 */
@Schema(name = "DeclarationView")
record DeclarationView(
        @Schema(required = true) UUID id,

        @Schema(required = true, examples = "91371199MA3RH00187")
        String uscc,

        @Schema(examples = "日照示例海洋食品有限公司", description = "企业登记信息到达前缺省 Absent until it is known") @Nullable
        String enterpriseName,

        @Schema(required = true) StandardName standard,

        @Schema(required = true) Confidence numberConfidence,

        @Schema(required = true) boolean ownStandard,

        @Schema(required = true) List<StandardRef> executes,

        @Schema(required = true, description = "不注日期引用当日所指的版本 What undated references mean today")
        List<UndatedReference> undatedReferences,

        @Schema(required = true) List<ProductView> products,

        @Schema(required = true) List<IndicatorView> indicators,

        @Schema(required = true, description = "与推荐性标准的差异，由 lowerStatement 说明 Differences that lowerStatement explains")
        List<Shortfall> shortfalls,

        @Nullable String lowerStatement,

        @Schema(required = true) List<Producer> producers,

        @Schema(required = true) List<JointMaker> jointlyWith,

        @Schema(required = true) DeclarationState state,

        @Schema(
                required = true,
                examples = "1",
                description = "版本号，If-Match 为 \"v<version>\" (goes into If-Match as \"v<version>\")")
        long version,

        @Schema(description = "本版本规范 JSON 的 SHA-256 (of the canonical JSON of this version)") @Nullable
        String contentDigest,

        @Schema(required = true) Instant declaredAt,

        @Nullable Instant endedAt,

        @Schema(description = "撤回的原因 Why it was withdrawn") @Nullable
        String endReason,

        @Schema(description = "本企业可进行的操作 What its enterprise may do") @Nullable
        List<DeclarationAct> actions) {

    /** The same as its enterprise sees it. */
    DeclarationView offering(List<DeclarationAct> possible) {
        return new DeclarationView(
                id,
                uscc,
                enterpriseName,
                standard,
                numberConfidence,
                ownStandard,
                executes,
                undatedReferences,
                products,
                indicators,
                shortfalls,
                lowerStatement,
                producers,
                jointlyWith,
                state,
                version,
                contentDigest,
                declaredAt,
                endedAt,
                endReason,
                possible);
    }

    /** An undated number stays undated; which edition it means depends on the day. */
    @Schema(name = "UndatedReference")
    record UndatedReference(
            @Schema(required = true, examples = "GB/T 19001")
            String number,

            @Schema(required = true, description = "过渡期内可有多个 Several in a transition")
            List<StandardRef> editions) {}

    @Schema(name = "ProductView")
    record ProductView(
            @Schema(required = true) String name,

            @Nullable String model,
            @Nullable String gtin) {

        static ProductView of(Product product) {
            return new ProductView(product.name(), product.model(), product.gtin());
        }
    }

    /** @param sign the operator as it is printed, for example ≥ */
    @Schema(name = "IndicatorView")
    record IndicatorView(
            @Schema(required = true) String name,

            @Schema(required = true) Operator operator,

            @Schema(required = true, examples = "≥") String sign,

            @Schema(description = "RANGE、GRADE、QUALITATIVE、BY_CONDITION 时省略 Absent for those") @Nullable
            BigDecimal value,

            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            @Nullable BigDecimal plus,
            @Nullable BigDecimal minus,
            @Nullable String unit,
            @Nullable String grade,
            @Nullable String text,
            @Nullable List<@Nullable DemandCase> cases,

            @Schema(required = true) String testMethod,

            @Nullable String ownMethodReason,
            @Nullable String condition) {

        static IndicatorView of(Indicator indicator) {
            return new IndicatorView(
                    indicator.name(),
                    indicator.operator(),
                    indicator.operator().sign(),
                    indicator.value(),
                    indicator.min(),
                    indicator.max(),
                    indicator.plus(),
                    indicator.minus(),
                    indicator.unit(),
                    indicator.grade(),
                    indicator.text(),
                    indicator.cases(),
                    indicator.testMethod(),
                    indicator.ownMethodReason(),
                    indicator.condition());
        }
    }
}
