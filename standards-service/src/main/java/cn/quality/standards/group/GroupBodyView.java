package cn.quality.standards.group;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A body that makes group standards.
 *
 * @param version also what {@code If-Match} compares with
 * @param codes former ones too, the latest last
 * @param suspendedOn since when it may do nothing about standards
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "GroupBodyView")
record GroupBodyView(
        @Schema(required = true) UUID id,

        @Schema(required = true, examples = "1") long version,

        @Schema(required = true, examples = "51371199MJE000013C")
        String uscc,

        @Schema(required = true, examples = "日照示例水产品协会") String name,

        @Schema(required = true) List<GroupBody.Code> codes,

        @Schema(required = true, examples = "2026-01-05") LocalDate registeredOn,

        @Schema(examples = "2026-07-01") @Nullable LocalDate suspendedOn,

        @Schema(required = true) List<GroupBody.Paper> papers) {}
