package cn.quality.standards.impact;

import cn.quality.standards.catalogue.StandardRef;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One of those that depend on a standard. Of what it is, the field of its kind tells.
 *
 * @param through the number by which it depends: an edition, a former number, or an undated reference
 * @param direct whether it names the standard or an edition that was replaced; not when it depends on one that cites it
 */
@Schema(name = "Dependant")
record Dependant(
        @Schema(required = true) DependantKind kind,

        @Schema(
                required = true,
                examples = "GB/T 19001-2008",
                description =
                        "所依据的编号：某一版本、曾用编号或不注日期的引用 The number it names: an edition, a former number, or an undated reference")
        String through,

        @Schema(
                required = true,
                description =
                        "直接引用或执行；经由引用该标准的其他标准时为 false (whether it names the standard itself and not one that cites it)")
        boolean direct,

        @Nullable StandardRef standard,
        @Nullable Declared declaration,
        @Nullable MadeProduct product,
        @Nullable Follower enterprise) {

    @Schema(name = "DependantDeclaration")
    record Declared(
            @Schema(required = true) UUID id,

            @Schema(required = true, examples = "Q/RZSL 001-2024")
            String number,

            @Schema(required = true, examples = "冷冻烤鳗") String title,

            @Schema(required = true, examples = "91371199MA3RH00187")
            String uscc,

            @Schema(examples = "日照示例海洋食品有限公司") @Nullable String enterpriseName) {}

    @Schema(name = "DependantProduct")
    record MadeProduct(
            @Schema(required = true, examples = "冷冻烤鳗") String name,

            @Nullable String model,
            @Nullable String gtin,

            @Schema(required = true, examples = "91371199MA3RH00187")
            String uscc) {}

    @Schema(name = "DependantEnterprise")
    record Follower(
            @Schema(required = true, examples = "91371199MA3RH00187")
            String uscc,

            @Schema(examples = "日照示例海洋食品有限公司") @Nullable String name) {}
}
