package cn.quality.credit.enterprise;

import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise as departments see it.
 *
 * @param parent of a branch: the code of whom it is a part
 * @param closedOn first day on which it no longer existed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "已登记的企业 (a registered enterprise)")
public record EnterpriseView(
        UUID id,
        String uscc,
        String name,
        String region,
        SubjectType subjectType,
        EnterpriseStatus status,
        @Nullable String industry,
        List<ActivityField> fields,
        @Nullable String parent,
        @Nullable LocalDate registeredOn,
        @Nullable LocalDate closedOn,
        @Nullable String address,
        boolean fictional,
        Instant recordedAt) {

    /** Whether the code does not check: it is on file because the certificate carries it. */
    @JsonProperty
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    @Schema(description = "代码未通过校验，经核实为证照所载 (the code does not check, and the certificate carries it)")
    boolean irregular() {
        return code().isIrregular();
    }

    public UnifiedSocialCreditCode code() {
        return new UnifiedSocialCreditCode(uscc);
    }

    public RegionCode jurisdiction() {
        return new RegionCode(region);
    }
}
