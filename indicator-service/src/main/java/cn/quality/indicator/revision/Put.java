package cn.quality.indicator.revision;

import cn.quality.platform.http.Preconditions;
import jakarta.ws.rs.core.Response;

/**
 * What became of reference data that was sent.
 *
 * @param view the data as it stands now
 * @param version 1 for the first, one more for each change; unchanged when the same data came again
 * @param created whether nothing stood under this identifier before
 */
public record Put<T>(T view, long version, boolean created) {

    /** 201 for new data, 200 otherwise; the version as {@code ETag}, ready for an {@code If-Match}. */
    public Response answer() {
        return Response.status(created ? Response.Status.CREATED : Response.Status.OK)
                .entity(view)
                .tag(Preconditions.etag(version))
                .build();
    }
}
