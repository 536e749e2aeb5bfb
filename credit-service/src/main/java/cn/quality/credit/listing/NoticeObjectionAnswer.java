package cn.quality.credit.listing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How the office answers an objection to an announced honour.
 *
 * @param objection which one
 */
@Schema(description = "对公示异议的答复 (answer to an objection to an announced honour)")
record NoticeObjectionAnswer(
        @NotNull UUID objection,
        @NotNull Boolean upheld,

        @NotBlank @Size(max = 4000) @Schema(examples = "示例：经核实，异议不成立")
        String answer) {}
