package cn.quality.standards.impact;

import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.standards.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Declarations that are to be updated, for the enterprise and for officials; never for the public. */
@Path("update-notices")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "impact")
class UpdateNoticeResource {

    private final ImpactService impact;

    UpdateNoticeResource(ImpactService impact) {
        this.impact = impact;
    }

    @GET
    @RolesAllowed({
        Roles.COUNTY_REVIEWER,
        Roles.CITY_REVIEWER,
        Roles.CASE_HANDLER,
        Roles.CASE_APPROVER,
        Roles.PUBLISHER,
        Roles.ENTERPRISE,
        Roles.AUDITOR,
        Roles.ADMINISTRATOR
    })
    @APIResponseSchema(UpdateNoticePage.class)
    public Response listUpdateNotices(@Valid @BeanParam NoticeFilter filter, @Valid @BeanParam PageRequest page) {
        return Response.ok(impact.notices(filter, page))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    /** Only to describe {@link Page} of notices in the API document. */
    @Schema(name = "UpdateNoticePage")
    private record UpdateNoticePage(
            @Schema(required = true) List<UpdateNoticeView> items,

            @Schema(description = "下一页的 after (the after of the next page)") @Nullable
            String next) {}
}
