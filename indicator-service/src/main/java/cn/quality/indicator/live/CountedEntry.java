package cn.quality.indicator.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An entry that is in a registry of standardization now.
 *
 * @param registry code of the registry
 * @param fields by the fields of the registry
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(requiredProperties = "entryId")
public record CountedEntry(
        UUID entryId,
        @Schema(examples = "GOOD_PRACTICE") String registry,
        @Schema(examples = "日照示例海洋食品有限公司") String name,
        @Schema(examples = "91371199MA3RH00187") @Nullable String uscc,
        @Schema(examples = "371102") @Nullable String region,
        @Schema(examples = "{\"grade\": \"AAA\"}") Map<String, String> fields,
        LocalDate enteredOn)
        implements LiveRecord {}
