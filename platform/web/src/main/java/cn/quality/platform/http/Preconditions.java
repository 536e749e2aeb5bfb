package cn.quality.platform.http;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * The headers of an act: it happens once per key, and only upon the version that was read. A resource takes it as
 * {@code @BeanParam}.
 *
 * @param ifMatch the ETag of what the act was decided upon
 * @param key the same for the same act sent again
 */
public record Preconditions(
        @HeaderParam(HttpHeaders.IF_MATCH)
        @Parameter(description = "读到的 ETag (the ETag that was read)", example = "\"v3\"")
        @Nullable
        String ifMatch,

        @HeaderParam("Idempotency-Key") @Parameter(description = "同一键的重复请求只执行一次 (once per key)") @Nullable
        String key) {

    /** Neither header: an act of the system itself. */
    public static final Preconditions NONE = new Preconditions(null, null);

    /** Of a request that takes {@code If-Match} alone. */
    public static Preconditions ifMatch(@Nullable String ifMatch) {
        return new Preconditions(ifMatch, null);
    }

    /** Of a request that takes {@code Idempotency-Key} alone. */
    public static Preconditions key(@Nullable String key) {
        return new Preconditions(null, key);
    }

    /** Upon exactly this version, without a key. */
    public static Preconditions upon(long version) {
        return ifMatch(quoted(version));
    }

    public static EntityTag etag(long version) {
        return new EntityTag("v" + version);
    }

    public Optional<String> idempotencyKey() {
        return Optional.ofNullable(key);
    }

    /**
     * The act must name the stored version.
     *
     * @throws Problem 428 {@code precondition-required} without the header, 412 {@code stale} when it names another version
     */
    public void requireVersion(long version) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Problem(
                    ProblemTypes.PRECONDITION_REQUIRED,
                    new Text("请先读取数据，并以 If-Match 提交其 ETag", "Read first, then send the ETag as If-Match"));
        }
        if (!names(ifMatch, quoted(version))) {
            throw new Problem(
                    ProblemTypes.PRECONDITION_FAILED,
                    new Text("数据在读取之后已被修改，请重新读取", "The data has changed since it was read; read it again"));
        }
    }

    /**
     * The act need not name a version, but one that it names must be the stored one.
     *
     * @throws Problem 412 {@code stale}, 428 {@code precondition-required} when the header is there and blank
     */
    public void requireVersionIfGiven(long version) {
        if (ifMatch != null) {
            requireVersion(version);
        }
    }

    /** RFC 9110 §13.1.1: any version, or one of a list, compared strongly ({@code W/"…"} equals nothing). */
    private static boolean names(String ifMatch, String tag) {
        return ifMatch.strip().equals("*")
                || Stream.of(ifMatch.split(",", -1)).anyMatch(one -> one.strip().equals(tag));
    }

    private static String quoted(long version) {
        return "\"" + etag(version).getValue() + "\"";
    }
}
