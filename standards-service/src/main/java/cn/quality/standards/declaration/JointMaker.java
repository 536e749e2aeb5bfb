package cn.quality.standards.declaration;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Another enterprise that made the standard together with the declarant. Each numbers and declares it by itself
 * (企业标准化促进办法 art. 13).
 *
 * @param number its own number of the same standard, when it is known
 */
@Schema(name = "JointMaker", description = "联合制定的其他企业及其编号 (other enterprise that made the standard)")
@JsonInclude(JsonInclude.Include.NON_NULL)
record JointMaker(
        @Schema(required = true, examples = "91371199MA3RH00187")
        String uscc,

        @Schema(examples = "Q/SLHY 001-2026") @Nullable String number) {}
