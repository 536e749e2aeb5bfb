package cn.quality.credit.lookup;

import cn.quality.credit.Roles;
import cn.quality.credit.listing.ListEdition;
import cn.quality.credit.owner.AccessRecord;
import cn.quality.credit.query.Parameters;
import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.http.CacheableResponses;
import cn.quality.platform.identifiers.NameNormaliser;
import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import cn.quality.platform.identity.Caller;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Public lookup of enterprises. */
@Path("enterprises")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "enterprises", description = "企业登记与公众查询 (enterprises: registration and public lookup)")
class LookupResource {

    private static final int SHORTEST = 2;

    private final EnterpriseLookup lookup;
    private final CacheableResponses answers;
    private final AccessRecord looks;
    private final Caller caller;
    private final Clock clock;

    LookupResource(
            EnterpriseLookup lookup, CacheableResponses answers, AccessRecord looks, Caller caller, Clock clock) {
        this.lookup = lookup;
        this.answers = answers;
        this.looks = looks;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Path("{uscc}")
    @Operation(
            summary = "企业公开信用信息 (public credit record)",
            description = "基本信息、曾用名、现行红黑榜条目、荣誉、公开记录计数与自我声明的标准。不含个人信息；已撤下、已到期的条目不出现。"
                    + "(Particulars, former names, entries in force on the red and black lists, honours, number of public "
                    + "records, and declared standards. Nothing personal; no entry that was withdrawn or has expired.)")
    @APIResponse(
            responseCode = "200",
            description = "公开信用信息 (public credit record)",
            content = @Content(schema = @Schema(implementation = PublicEnterprise.class)))
    @APIResponse(responseCode = "400", description = "invalid-uscc: 逐条说明代码错在哪里 (every reason why the code is wrong)")
    public Response byCode(
            @PathParam("uscc")
                    @Parameter(description = "统一社会信用代码 (Unified Social Credit Code)", example = "91371199MA3RH00187")
                    String uscc) {
        var code = UnifiedSocialCreditCode.parse(uscc);
        var known = lookup.byCode(code, LegalDates.today(clock));
        known.ifPresent(found -> looks.count(code.value()));
        return known.map(
                        found -> found.edition().named(answers.of(found.json())).build())
                .orElseThrow(() -> unknown(code));
    }

    @GET
    @Path("{uscc}/status")
    @Operation(
            summary = "某日状况 (what held on a day, as it was known at a moment)",
            description = "validAt 为法定日期，省略即今天；knownAt 为以其所知为准的时刻，省略即现在。均不得晚于现在。"
                    + "公众只看到今天仍在公开展示的条目与记录：已修复、撤下、到期的不因回溯而重现；审计人员看到全部。"
                    + "standing 说明当时是否已登记、是否已注销：NOT_ON_FILE 该时刻尚无档案，NOT_YET_REGISTERED 当日尚未成立。"
                    + "(validAt is the legal day, by default today; knownAt the moment whose knowledge counts, by default now; "
                    + "neither may lie ahead. The public sees only entries and records that are shown today: what was "
                    + "repaired, withdrawn or has expired does not come back. Auditors see everything. standing says whether "
                    + "it was registered and not closed: NOT_ON_FILE means no file at that moment, NOT_YET_REGISTERED not "
                    + "founded on that day.)")
    @APIResponse(
            responseCode = "200",
            description = "状况 (the status)",
            headers = {
                @Header(
                        name = ListEdition.VERSION_HEADER,
                        description = "榜单版本 (version of the lists)",
                        schema = @Schema(type = SchemaType.INTEGER)),
                @Header(
                        name = ListEdition.AS_OF_HEADER,
                        description = "榜单最后变更时刻 (moment of the last change)",
                        schema = @Schema(type = SchemaType.STRING, format = "date-time"))
            },
            content = @Content(schema = @Schema(implementation = StatusAt.class)))
    @APIResponse(
            responseCode = "400",
            description = "invalid-argument: 日期或时刻有误，或者尚未到来 (a wrong date or moment, or one to come)；invalid-uscc")
    public Response status(
            @PathParam("uscc")
                    @Parameter(description = "统一社会信用代码 (Unified Social Credit Code)", example = "91371199MA3RH00187")
                    String uscc,
            @QueryParam("validAt")
                    @Parameter(
                            description = "法定日期 (legal day)",
                            schema = @Schema(type = SchemaType.STRING, format = "date"),
                            example = "2026-03-02")
                    @Nullable
                    String validAt,
            @QueryParam("knownAt")
                    @Parameter(
                            description = "以该时刻所知为准 (as known at this moment)",
                            schema = @Schema(type = SchemaType.STRING, format = "date-time"),
                            example = "2026-03-02T01:00:00Z")
                    @Nullable
                    String knownAt) {
        var code = UnifiedSocialCreditCode.parse(uscc);
        var now = clock.instant();
        var today = LegalDates.on(now);
        var day = Parameters.date("validAt", validAt).orElse(today);
        var moment = Parameters.moment("knownAt", knownAt);
        if (day.isAfter(today)) {
            throw Parameters.refused("validAt", "future", Text.of("%s 尚未到来", "%s is yet to come", day));
        }
        moment.filter(asked -> asked.isAfter(now)).ifPresent(asked -> {
            throw Parameters.refused("knownAt", "future", Text.of("%s 尚未到来", "%s is yet to come", asked));
        });
        boolean auditor = caller.has(Roles.AUDITOR);
        var found = lookup.status(code, new EnterpriseLookup.Question(day, moment, auditor), today)
                .orElseThrow(() -> unknown(code));
        if (auditor) {
            looks.record("审计查询信用状况", code.value());
        } else {
            looks.count(code.value());
        }
        return found.edition()
                // Who asks decides what is answered, so no cache may mix the two.
                .named(
                        auditor
                                ? Response.ok(found.json())
                                        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                                        .build()
                                : answers.of(found.json()))
                .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION)
                .build();
    }

    private static Problem unknown(UnifiedSocialCreditCode code) {
        return new Problem(ProblemTypes.NOT_FOUND, Text.of("没有代码为 %s 的企业", "No enterprise has the code %s", code));
    }

    @GET
    @Operation(
            summary = "按名称查找企业 (find enterprises by name)",
            description = "现名称或曾用名中任意两个以上连续的字；全角、括号、空格与繁体不影响结果。由曾用名命中的，matchedName 给出该曾用名。命中仅为可能，须以统一社会信用代码确认，且不说明是否在榜。"
                    + "(Any two or more consecutive characters of the present name or a former one; full width, brackets, "
                    + "spaces and traditional characters make no difference. Where a former name was found, matchedName tells "
                    + "it. A hit is only possible: confirm it with the code. Nothing is said of the lists.)")
    @APIResponse(
            responseCode = "200",
            description = "一页企业，按入档先后排序 (one page, in the order in which they came on file)",
            content = @Content(schema = @Schema(implementation = EnterpriseHitPage.class)))
    public Response byName(
            @QueryParam("name")
                    @Size(max = 200)
                    @Parameter(description = "名称中的字 (characters of the name)", required = true, example = "海洋")
                    @Nullable
                    String name,
            @Valid @BeanParam PageRequest page) {
        var normalised = NameNormaliser.normalise(name == null ? "" : name);
        if (normalised.codePointCount(0, normalised.length()) < SHORTEST) {
            throw new Problem(ProblemTypes.INVALID_ARGUMENT, new Text("请给出名称中的字", "Give some characters of the name"))
                    .with("name", "too-short", Text.of("至少%d个字", "At least %d characters", SHORTEST));
        }
        var hits = lookup.byName(normalised, page);
        return hits.edition().named(answers.of(hits.page())).build();
    }

    /** For the API description only: it cannot read the element type off a {@link Response}. */
    @Schema(name = "EnterpriseHitPage")
    interface EnterpriseHitPage {
        List<EnterpriseHit> getItems();

        @Nullable
        String getNext();
    }
}
