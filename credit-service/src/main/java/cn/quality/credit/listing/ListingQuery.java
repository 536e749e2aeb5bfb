package cn.quality.credit.listing;

import cn.quality.credit.enterprise.ActivityField;
import cn.quality.credit.query.Parameters;
import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.Text;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which entries are asked for; a resource takes it as {@code @Valid @BeanParam}. What is left out does not narrow. */
record ListingQuery(
        @QueryParam("kind")
        @Parameter(
                description = "RED 红榜或 BLACK 黑榜 (RED or BLACK list)",
                schema = @Schema(implementation = ListKind.class))
        @Nullable
        String kind,

        @QueryParam("field")
        @Parameter(description = "领域 (field of activity)", schema = @Schema(implementation = ActivityField.class))
        @Nullable
        String field,

        @QueryParam("region")
        @Parameter(description = "区划代码，含下辖区划 (code of a region, and what lies in it)", example = "371100")
        @Nullable
        String region,

        @QueryParam("ground")
        @Size(max = 100)
        @Parameter(description = "事由中的词，多个词以空格分开，须全部出现 (words of the ground)", example = "抽查 不合格")
        @Nullable
        String ground,

        @QueryParam("legalBasis")
        @Size(max = 100)
        @Parameter(description = "法律依据代码 (code of the legal basis)", example = "SAMR-44")
        @Nullable
        String legalBasis,

        @QueryParam("authority")
        @Size(max = 100)
        @Parameter(description = "决定机关全称 (deciding authority, in full)", example = "日照市市场监督管理局")
        @Nullable
        String authority,

        @QueryParam("publishedFrom")
        @Parameter(
                description = "发布日起 (first day of publication)",
                schema = @Schema(type = SchemaType.STRING, format = "date"))
        @Nullable
        String publishedFrom,

        @QueryParam("publishedTo")
        @Parameter(
                description = "发布日止，含当日 (last day of publication)",
                schema = @Schema(type = SchemaType.STRING, format = "date"))
        @Nullable
        String publishedTo,

        @QueryParam("batch")
        @Parameter(description = "批次标识，或年份-批次号，或批次号 (id, year-number or number of a batch)", example = "2026-3")
        @Nullable
        String batch,

        @QueryParam("uscc")
        @Parameter(description = "统一社会信用代码 (Unified Social Credit Code)", example = "91371199MA3RH00187")
        @Nullable
        String uscc) {

    /**
     * @param codes reads a code that is looked for
     * @throws Problem 400 naming the parameter whose value will not do
     */
    ListingLookup.Filter filter(Function<String, UnifiedSocialCreditCode> codes) {
        var from = Parameters.date("publishedFrom", publishedFrom);
        var to = Parameters.date("publishedTo", publishedTo);
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            throw Parameters.refused(
                    "publishedTo",
                    "too-early",
                    Text.of("不得早于 publishedFrom %s", "Not before publishedFrom, %s", from.get()));
        }
        return new ListingLookup.Filter(
                Parameters.oneOf(ListKind.class, "kind", kind),
                Parameters.oneOf(ActivityField.class, "field", field),
                within(),
                Parameters.text(ground)
                        .map(words -> List.of(words.split("[\\s\u3000]+", -1)))
                        .orElse(List.of()),
                Parameters.text(legalBasis),
                Parameters.text(authority),
                from,
                to,
                Parameters.text(batch).map(BatchReference::parse),
                Parameters.text(uscc).map(codes));
    }

    Optional<RegionCode> within() {
        return Parameters.text(region).map(RegionCode::new);
    }
}
