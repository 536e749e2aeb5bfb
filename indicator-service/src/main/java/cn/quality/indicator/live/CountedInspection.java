package cn.quality.indicator.live;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A public result of supervision sampling.
 *
 * @param inspectionId first record of its chain of corrections in the credit archive
 * @param recordId the record of the chain that stands
 * @param recheck whether it is of a recheck, which decides about the sample
 */
@Schema(requiredProperties = "inspectionId")
public record CountedInspection(
        UUID inspectionId,
        UUID recordId,
        @Schema(examples = "91371199MA3RH00187") String uscc,
        @Schema(examples = "示例冷冻烤鳗") String product,
        boolean passed,
        boolean recheck,
        LocalDate inspectedOn,
        @Schema(examples = "371102") String region)
        implements LiveRecord {}
