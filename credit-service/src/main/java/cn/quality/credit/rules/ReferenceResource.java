package cn.quality.credit.rules;

import cn.quality.credit.Roles;
import cn.quality.platform.http.CacheableResponses;
import cn.quality.platform.http.Preconditions;
import cn.quality.platform.paging.Page;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reference data: everybody may read it, administrators maintain it. */
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reference", description = "区划、依据、规则包、工作日历与行业分类 (regions, legal bases, rule packs, calendars, industries)")
class ReferenceResource {

    private final ReferenceService service;
    private final CacheableResponses answers;

    ReferenceResource(ReferenceService service, CacheableResponses answers) {
        this.service = service;
        this.answers = answers;
    }

    @PUT
    @Path("regions/{code}")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @APIResponseSchema(Region.class)
    public Response putRegion(@PathParam("code") String code, @Valid @NotNull Region region) {
        return store(code, region);
    }

    @GET
    @Path("regions")
    @PermitAll
    @APIResponseSchema(RegionPage.class)
    public Response regions() {
        return all(Region.class);
    }

    @PUT
    @Path("legal-bases/{code}")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @APIResponseSchema(LegalBasis.class)
    public Response putLegalBasis(@PathParam("code") String code, @Valid @NotNull LegalBasis basis) {
        return store(code, basis);
    }

    @GET
    @Path("legal-bases")
    @PermitAll
    @APIResponseSchema(LegalBasisPage.class)
    public Response legalBases() {
        return all(LegalBasis.class);
    }

    @PUT
    @Path("rule-packs/{id}")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @APIResponseSchema(RulePack.class)
    public Response putRulePack(@PathParam("id") String id, @Valid @NotNull RulePack pack) {
        return store(id, pack);
    }

    @GET
    @Path("rule-packs")
    @PermitAll
    @APIResponseSchema(RulePackPage.class)
    public Response rulePacks() {
        return all(RulePack.class);
    }

    @PUT
    @Path("calendars/{year}")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @APIResponseSchema(WorkingCalendar.class)
    public Response putCalendar(@PathParam("year") String year, @Valid @NotNull WorkingCalendar calendar) {
        return store(year, calendar);
    }

    @GET
    @Path("calendars/{year}")
    @PermitAll
    @APIResponseSchema(WorkingCalendar.class)
    public Response calendar(@PathParam("year") String year) {
        return service.newest(WorkingCalendar.class, year)
                .map(known -> answers.of(known.item()))
                .orElseThrow(() -> new Problem(
                        ProblemTypes.NOT_FOUND, Text.of("尚无%s年的工作日历", "There is no calendar for %s", year)));
    }

    @PUT
    @Path("industries/{edition}")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @APIResponseSchema(IndustryCatalogue.class)
    public Response putIndustries(@PathParam("edition") String edition, @Valid @NotNull IndustryCatalogue catalogue) {
        return store(edition, catalogue);
    }

    @GET
    @Path("industries")
    @PermitAll
    @APIResponseSchema(IndustryCataloguePage.class)
    public Response industries() {
        return all(IndustryCatalogue.class);
    }

    private Response store(String key, ReferenceItem item) {
        if (!item.key().equals(key)) {
            throw new Problem(
                    ProblemTypes.INVALID_ARGUMENT,
                    Text.of("路径中的“%s”与内容中的“%s”不一致", "The path says '%s', the body says '%s'", key, item.key()));
        }
        var stored = service.store(item);
        return Response.ok(stored.item())
                .tag(Preconditions.etag(stored.version()))
                .build();
    }

    private Response all(Class<? extends ReferenceItem> type) {
        return answers.of(new Page<>(service.all(type), null));
    }

    /** For the API description only: it cannot read the element type off a {@link Response}. */
    @Schema(name = "RegionPage")
    interface RegionPage {
        List<Region> getItems();
    }

    @Schema(name = "LegalBasisPage")
    interface LegalBasisPage {
        List<LegalBasis> getItems();
    }

    @Schema(name = "IndustryCataloguePage")
    interface IndustryCataloguePage {
        List<IndustryCatalogue> getItems();
    }

    @Schema(name = "RulePackPage")
    interface RulePackPage {
        List<RulePack> getItems();
    }
}
