package cn.quality.standards.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * All of an entry, for officials.
 *
 * @param reviewGround why it is to leave, as the review proposes
 * @param answerUntil last day on which whom it is about may answer
 * @param actions acts that this caller can do now
 */
@Schema(name = "RegistryCaseView")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RegistryCaseView(
        @Schema(required = true) UUID id,

        @Schema(required = true, examples = "3") long version,

        @Schema(required = true, examples = "GOOD_PRACTICE") String kind,

        @Schema(required = true) RegistryState state,

        @Schema(required = true, examples = "日照示例海洋食品有限公司") String name,

        @Schema(examples = "91371199MA3RH00187") @Nullable String uscc,

        @Schema(required = true, examples = "371102") String region,

        @Schema(required = true, examples = "{\"grade\": \"AAA\"}")
        Map<String, String> fields,

        @Nullable LocalDate consentedOn,
        @Nullable LocalDate enteredOn,
        @Nullable LocalDate validUntil,
        @Nullable LocalDate exitedOn,
        @Nullable String exitGround,
        @Nullable String reviewGround,
        @Nullable LocalDate notifiedOn,
        @Nullable LocalDate answerUntil,

        @Schema(required = true) List<Spell> spells,

        @Schema(required = true) List<HistoryEntry> history,

        @Schema(required = true) List<RegistryAct> actions) {}
