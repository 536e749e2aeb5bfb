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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
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
    @Operation(
            summary = "登记区划 (store a region)",
            description = "内容有变时新增一个版本，无变化时不做改动。ETag 为版本号。"
                    + "(Other content makes a new version, the same changes nothing. The ETag is the version.)")
    @APIResponse(
            responseCode = "200",
            description = "现行版本 (the newest version)",
            content = @Content(schema = @Schema(implementation = Region.class)))
    public Response putRegion(@PathParam("code") String code, @Valid @NotNull Region region) {
        return store(code, region);
    }

    @GET
    @Path("regions")
    @PermitAll
    @Operation(
            summary = "区划目录 (regions)",
            description =
                    "全部区划的现行版本，按代码排序；清单很短，不分页。(The newest version of every region, by code; a short list, in one piece.)")
    @APIResponse(
            responseCode = "200",
            description = "区划 (regions)",
            content = @Content(schema = @Schema(implementation = RegionPage.class)))
    public Response regions() {
        return all(Region.class);
    }

    @PUT
    @Path("legal-bases/{code}")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(
            summary = "登记设列依据 (store a legal basis)",
            description = "内容有变时新增一个版本，无变化时不做改动。ETag 为版本号。"
                    + "(Other content makes a new version, the same changes nothing. The ETag is the version.)")
    @APIResponse(
            responseCode = "200",
            description = "现行版本 (the newest version)",
            content = @Content(schema = @Schema(implementation = LegalBasis.class)))
    public Response putLegalBasis(@PathParam("code") String code, @Valid @NotNull LegalBasis basis) {
        return store(code, basis);
    }

    @GET
    @Path("legal-bases")
    @PermitAll
    @Operation(
            summary = "设列依据目录 (legal bases)",
            description = "入榜和入档所依据的法律、法规与政策，附来源与可信度。"
                    + "(Laws, regulations and policies that entries and records rest on, with source and certainty.)")
    @APIResponse(
            responseCode = "200",
            description = "依据 (legal bases)",
            content = @Content(schema = @Schema(implementation = LegalBasisPage.class)))
    public Response legalBases() {
        return all(LegalBasis.class);
    }

    @PUT
    @Path("rule-packs/{id}")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(
            summary = "登记规则包 (store a rule pack)",
            description = "内容有变时新增一个版本，无变化时不做改动。ETag 为版本号。"
                    + "(Other content makes a new version, the same changes nothing. The ETag is the version.)")
    @APIResponse(
            responseCode = "200",
            description = "现行版本 (the newest version)",
            content = @Content(schema = @Schema(implementation = RulePack.class)))
    public Response putRulePack(@PathParam("id") String id, @Valid @NotNull RulePack pack) {
        return store(id, pack);
    }

    @GET
    @Path("rule-packs")
    @PermitAll
    @Operation(
            summary = "规则包 (rule packs)",
            description =
                    "各时期的期限与标志，每个数值附来源与可信度。(Terms and flags of each period, every value with source and certainty.)")
    @APIResponse(
            responseCode = "200",
            description = "规则包 (rule packs)",
            content = @Content(schema = @Schema(implementation = RulePackPage.class)))
    public Response rulePacks() {
        return all(RulePack.class);
    }

    @PUT
    @Path("calendars/{year}")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(
            summary = "登记工作日历 (store a working-day calendar)",
            description = "内容有变时新增一个版本，无变化时不做改动。ETag 为版本号。"
                    + "(Other content makes a new version, the same changes nothing. The ETag is the version.)")
    @APIResponse(
            responseCode = "200",
            description = "现行版本 (the newest version)",
            content = @Content(schema = @Schema(implementation = WorkingCalendar.class)))
    public Response putCalendar(@PathParam("year") String year, @Valid @NotNull WorkingCalendar calendar) {
        return store(year, calendar);
    }

    @GET
    @Path("calendars/{year}")
    @PermitAll
    @Operation(
            summary = "工作日历 (working-day calendar)",
            description = "某年的放假与调休安排。(Days off of a year, and weekends worked in exchange.)")
    @APIResponse(
            responseCode = "200",
            description = "日历 (calendar)",
            content = @Content(schema = @Schema(implementation = WorkingCalendar.class)))
    public Response calendar(@PathParam("year") String year) {
        return service.newest(WorkingCalendar.class, year)
                .map(known -> answers.of(known.item()))
                .orElseThrow(() -> new Problem(
                        ProblemTypes.NOT_FOUND, Text.of("尚无%s年的工作日历", "There is no calendar for %s", year)));
    }

    @PUT
    @Path("industries/{edition}")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(
            summary = "登记行业分类 (store an edition of the classification of industries)",
            description = "内容有变时新增一个版本，无变化时不做改动。ETag 为版本号。"
                    + "(Other content makes a new version, the same changes nothing. The ETag is the version.)")
    @APIResponse(
            responseCode = "200",
            description = "现行版本 (the newest version)",
            content = @Content(schema = @Schema(implementation = IndustryCatalogue.class)))
    public Response putIndustries(@PathParam("edition") String edition, @Valid @NotNull IndustryCatalogue catalogue) {
        return store(edition, catalogue);
    }

    @GET
    @Path("industries")
    @PermitAll
    @Operation(
            summary = "行业分类 (classification of industries)",
            description = "GB/T 4754 各版的门类与大类；企业的行业代码据今日施行的一版核对。"
                    + "(Sections and divisions of each edition of GB/T 4754; the industry of an enterprise is checked against "
                    + "the one in force today.)")
    @APIResponse(
            responseCode = "200",
            description = "各版 (editions)",
            content = @Content(schema = @Schema(implementation = IndustryCataloguePage.class)))
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
