package cn.quality.credit.lookup;

import cn.quality.credit.enterprise.ActivityField;
import cn.quality.credit.enterprise.EnterpriseStatus;
import cn.quality.credit.enterprise.FormerName;
import cn.quality.credit.enterprise.SubjectType;
import cn.quality.credit.listing.PublicListing;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The public credit record of an enterprise.
 *
 * @param warnings about its code; absent as a rule
 * @param formerNames in the order in which it had them; absent while it has never had another name
 * @param closedOn first day on which it no longer existed
 * @param address absent for sole traders, whose address may be somebody's home
 * @param fictional made-up data
 * @param parent of a branch: whom it is a part of
 * @param branches in the order of their codes, 100 at most; absent without any
 * @param listings published entries within their term, newest first
 * @param honours public honours within their term, newest first, 100 at most
 * @param recordCounts number of public records within their term, by kind
 * @param declaredStandards newest first, 100 at most
 * @param listVersion version of the published lists this answer was taken from
 * @param asOf moment of the last change that shows here; the answer has been true since then
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "企业公开信用信息 (public credit record of an enterprise)")
record PublicEnterprise(
        @Schema(examples = "91371199MA3RH00187") String uscc,
        @Schema(examples = "日照示例海洋食品有限公司") String name,
        @Nullable List<PublicWarning> warnings,
        @Nullable List<FormerName> formerNames,
        @Schema(examples = "371102") String region,
        SubjectType subjectType,
        EnterpriseStatus status,
        @Schema(examples = "C13") @Nullable String industry,
        List<ActivityField> fields,
        @Nullable LocalDate registeredOn,
        @Nullable LocalDate closedOn,
        @Nullable String address,
        boolean fictional,
        @Nullable Relative parent,
        @Nullable List<Relative> branches,
        List<PublicListing> listings,
        List<Honour> honours,

        @Schema(type = SchemaType.OBJECT, examples = "{\"HONOUR\": 1, \"CERTIFICATION\": 2}")
        Map<String, Integer> recordCounts,

        List<DeclaredStandard> declaredStandards,
        @Schema(examples = "17") long listVersion,
        Instant asOf) {

    /** A parent or a branch: another subject, whose entries and records are its own. */
    @Schema(name = "RelatedEnterprise")
    record Relative(
            @Schema(examples = "91371199MA3RH00187") String uscc,
            @Schema(examples = "日照示例海洋食品有限公司") String name,
            EnterpriseStatus status) {}

    /** A mayor's award, a famous product, an old name. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Honour(
            @Schema(examples = "示例市长质量奖") String title,
            String department,
            LocalDate awardedOn,
            @Nullable LocalDate validTo) {}

    /** A standard the enterprise says it keeps. */
    @Schema(name = "PublicDeclaredStandard")
    record DeclaredStandard(
            UUID declarationId,
            @Schema(examples = "GB/T 19001-2016") String standardNumber,
            String standardTitle,
            boolean ownStandard,
            Instant declaredAt) {}
}
