package cn.quality.standards.declaration;

import cn.quality.standards.catalogue.StandardRef;
import cn.quality.standards.number.Confidence;
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
 * @param endedAt absent while it is public
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

        @Schema(required = true) List<ProductView> products,

        @Schema(required = true) List<IndicatorView> indicators,

        @Nullable String lowerStatement,

        @Schema(required = true) DeclarationState state,

        @Schema(required = true) Instant declaredAt,

        @Nullable Instant endedAt) {

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

            @Schema(required = true) BigDecimal value,

            @Nullable String unit,

            @Schema(required = true) String testMethod,

            @Nullable String condition) {

        static IndicatorView of(Indicator indicator) {
            return new IndicatorView(
                    indicator.name(),
                    indicator.operator(),
                    indicator.operator().sign(),
                    indicator.value(),
                    indicator.unit(),
                    indicator.testMethod(),
                    indicator.condition());
        }
    }
}
