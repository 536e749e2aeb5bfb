package cn.quality.indicator.round;

import cn.quality.indicator.official.DecisionContext;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A unit contests a return, or what was published of it.
 *
 * @param upheld whether it was found right; absent, like the answer, until it is answered
 */
@Embeddable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "RoundTaskAppeal", description = "申诉及答复 (an appeal and its answer)")
record Appeal(
        @Schema(examples = "示例：数据与部门通报一致") String reason,
        @Schema(examples = "reporter") String raisedBy,
        Instant raisedAt,
        @Nullable Boolean upheld,
        @Nullable String answer,
        @Nullable String answeredBy,
        @Nullable Instant answeredAt) {

    static Appeal raised(String reason, DecisionContext now) {
        return new Appeal(reason, now.actor().id(), now.moment(), null, null, null, null);
    }

    Appeal answered(boolean right, String words, DecisionContext now) {
        return new Appeal(reason, raisedBy, raisedAt, right, words, now.actor().id(), now.moment());
    }

    boolean isOpen() {
        return answer == null;
    }
}
