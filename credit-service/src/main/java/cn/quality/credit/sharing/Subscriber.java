package cn.quality.credit.sharing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A system that receives list entries by feed, webhook or topic.
 *
 * @param clientId as the identity provider's token names it
 * @param until last day on which it received entries; absent while it does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "名单信息的接收方 (a system that receives list entries)")
record Subscriber(
        @Schema(examples = "screening-bank") String clientId,
        @Schema(examples = "0") long version,
        @Schema(examples = "示例银行") String name,
        LocalDate since,
        @Nullable LocalDate until) {}
