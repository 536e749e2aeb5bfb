package cn.quality.platform.http;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import jakarta.ws.rs.core.EntityTag;
import org.jspecify.annotations.Nullable;

/** Guards an update: it must name the version it was decided upon. */
public final class Preconditions {

    private Preconditions() {}

    public static EntityTag etag(long version) {
        return new EntityTag("v" + version);
    }

    /**
     * Compares the caller's {@code If-Match} with the stored version.
     *
     * @throws Problem 428 {@code precondition-required} without the header, 412 {@code stale} when it names another version
     */
    public static void requireVersion(@Nullable String ifMatch, long version) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Problem(
                    ProblemTypes.PRECONDITION_REQUIRED,
                    new Text("请先读取数据，并以 If-Match 提交其 ETag", "Read first, then send the ETag as If-Match"));
        }
        if (!ifMatch.strip().equals("\"" + etag(version).getValue() + "\"")) {
            throw new Problem(
                    ProblemTypes.PRECONDITION_FAILED,
                    new Text("数据在读取之后已被修改，请重新读取", "The data has changed since it was read; read it again"));
        }
    }
}
