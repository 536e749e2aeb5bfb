package cn.quality.standards.impact;

import cn.quality.standards.catalogue.StandardRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A notice as the enterprise and officials read it.
 *
 * @param followed the number by which the declaration names the standard
 * @param since the day it ended; absent when nobody stated one
 */
@Schema(name = "UpdateNotice")
record UpdateNoticeView(
        @Schema(required = true) UUID id,

        @Schema(required = true) Effect effect,

        @Schema(required = true) Dependant.Declared declaration,

        @Nullable String region,

        @Schema(required = true, examples = "GB/T 19001-2008")
        String followed,

        @Schema(required = true) StandardRef standard,

        @Schema(examples = "2017-07-01", description = "该标准终止之日 The day it ended") @Nullable
        LocalDate since,

        @Schema(required = true) List<StandardRef> successors,

        @Schema(required = true) Instant notedAt,

        @Nullable Instant clearedAt,
        @Nullable Clearing clearedAs) {}
