package cn.quality.standards.supervision;

import cn.quality.platform.http.CacheableResponses;
import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What is publicised on the platform, as long as it is. */
@Path("publicities")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "supervision")
class PublicityResource {

    private final SupervisionService cases;
    private final CacheableResponses answers;

    PublicityResource(SupervisionService cases, CacheableResponses answers) {
        this.cases = cases;
        this.answers = answers;
    }

    @GET
    @PermitAll
    @APIResponseSchema(PublicityPage.class)
    public Response listPublicities(@QueryParam("uscc") @Nullable String uscc, @Valid @BeanParam PageRequest page) {
        var of = Optional.ofNullable(uscc).filter(code -> !code.isBlank()).map(UnifiedSocialCreditCode::read);
        return answers.of(cases.published(of, page));
    }

    @GET
    @Path("{id}")
    @PermitAll
    @APIResponseSchema(PublicityView.class)
    public Response getPublicity(@PathParam("id") UUID id) {
        return answers.of(cases.published(id)
                .orElseThrow(() ->
                        new Problem(ProblemTypes.NOT_FOUND, Text.of("没有公示 %s", "nothing is publicised as %s", id))));
    }

    /** Only to describe {@link Page} of publicities in the API document. */
    @Schema(name = "PublicityPage")
    private record PublicityPage(
            @Schema(required = true) List<PublicityView> items,

            @Schema(description = "下一页的 after (the after of the next page)") @Nullable
            String next) {}
}
