package cn.quality.standards.group;

import cn.quality.platform.http.CacheableResponses;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Drafts that everybody may comment on today. */
@Path("group-consultations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "group-projects")
class GroupConsultationResource {

    private final GroupReads reads;
    private final CacheableResponses answers;

    GroupConsultationResource(GroupReads reads, CacheableResponses answers) {
        this.reads = reads;
        this.answers = answers;
    }

    @GET
    @PermitAll
    @APIResponseSchema(OpenConsultationPage.class)
    public Response listGroupConsultations(@Valid @BeanParam PageRequest page) {
        return answers.of(reads.open(page));
    }

    /** Only to describe {@link Page} of consultations in the API document. */
    @Schema(name = "OpenConsultationPage")
    private record OpenConsultationPage(
            @Schema(required = true) List<OpenConsultation> items,

            @Schema(description = "下一页的 after (the after of the next page)") @Nullable
            String next) {}
}
