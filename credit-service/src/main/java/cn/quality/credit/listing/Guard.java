package cn.quality.credit.listing;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * What a caller sends so that an act happens once, and only upon what was read.
 *
 * @param ifMatch the ETag of the entry the act was decided upon
 * @param key the same for the same act sent again
 */
record Guard(
        @HeaderParam(HttpHeaders.IF_MATCH)
        @Parameter(description = "读到的 ETag (the ETag that was read)", example = "\"v3\"")
        @Nullable
        String ifMatch,

        @HeaderParam("Idempotency-Key") @Parameter(description = "同一键的重复请求只执行一次 (once per key)") @Nullable
        String key) {

    /** Nobody sent it: time acts. */
    static final Guard NONE = new Guard(null, null);

    Optional<String> idempotencyKey() {
        return Optional.ofNullable(key);
    }
}
