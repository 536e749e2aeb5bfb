package cn.quality.standards.catalogue;

import cn.quality.standards.number.Nature;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a standard was on a day, from what was known at a moment.
 *
 * @param number under which it was cited on that day
 * @param status absent where nothing that was known can tell: before its publication, or when its end is not dated
 * @param replacedBy what replaces it as a whole, the next of the chain alone
 */
@Schema(name = "LegalState")
record LegalState(
        @Schema(required = true) UUID id,

        @Schema(required = true, examples = "GB 18186-2000", description = "当日使用的编号 The number of that day")
        String number,

        @Schema(description = "当日的法律状态；无从判断时省略 Legal state on that day; absent where nothing tells") @Nullable
        Status status,

        @Schema(description = "当日的性质 Mandatory or recommended on that day") @Nullable
        Nature nature,

        @Schema(required = true) LocalDate on,

        @Schema(required = true, description = "所依据信息的登记时刻 When what this follows from was recorded")
        Instant recordedAt,

        @Nullable Succession succession,

        @Schema(required = true) List<StandardRef> replacedBy) {}
