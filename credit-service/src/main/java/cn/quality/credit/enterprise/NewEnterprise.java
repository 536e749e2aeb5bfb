package cn.quality.credit.enterprise;

import cn.quality.credit.batch.Source;
import cn.quality.platform.identifiers.IndustryCode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise as a department registers it.
 *
 * @param region its present jurisdiction, not the region inside the code
 * @param industry GB/T 4754-2017: section letter with division, group or class digits
 * @param parent of a branch: the code of whom it is a part; left out when that is not on file, as of a company elsewhere
 * @param irregularReason why the code is right although it does not check: it stands so on the certificate; left out for
 *     every other code
 * @param fictional true for made-up data; no real enterprise ever carries an adverse fact of a demonstration
 */
@Schema(description = "待登记的企业 (an enterprise to register)")
public record NewEnterprise(
        @NotNull @Size(max = 40) @Schema(examples = "91371199MA3RH00187")
        String uscc,

        @NotBlank @Size(min = 2, max = 200) @Schema(examples = "日照示例海洋食品有限公司")
        String name,

        @NotBlank @Size(max = 20) @Schema(examples = "371102")
        String region,

        @NotNull SubjectType subjectType,

        @Pattern(regexp = IndustryCode.FORM) @Schema(examples = "C13") @Nullable
        String industry,

        @Nullable Set<@NotNull ActivityField> fields,

        @Size(max = 40) @Schema(examples = "91371199MA3RH00187") @Nullable
        String parent,

        @Nullable LocalDate registeredOn,

        @Size(max = 300) @Schema(examples = "日照市东港区示例路1号") @Nullable
        String address,

        boolean fictional,

        @Size(max = 500) @Schema(examples = "证照原件所载即为此代码") @Nullable
        String irregularReason,

        @NotNull @Valid Source source) {}
