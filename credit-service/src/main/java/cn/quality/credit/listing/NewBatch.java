package cn.quality.credit.listing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Entries of one list to publish together: all of them, or none. */
@Schema(description = "待发布的一批条目 (entries to publish together)")
record NewBatch(
        @NotNull ListKind kind,

        @NotBlank @Size(max = 1000) @Schema(examples = "2026年第3批示例黑榜公告")
        String announcement,

        @NotEmpty @Size(max = 200) List<@NotNull @Valid Item> entries) {

    /** @param version of the entry as it was read, so that nothing is published that has changed since */
    @Schema(name = "BatchItem")
    record Item(
            @NotNull UUID id,
            @NotNull @Schema(examples = "7") Long version) {}
}
