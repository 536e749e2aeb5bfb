package cn.quality.credit.owner;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How often the public asked on a day. */
@Schema(description = "某日的公众查询次数 (public lookups on a day)")
record LookCount(LocalDate day, @Schema(examples = "12") long looks) {}
