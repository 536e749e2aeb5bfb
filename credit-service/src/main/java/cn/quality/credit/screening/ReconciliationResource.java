package cn.quality.credit.screening;

import cn.quality.platform.http.IgnoredParameters;
import cn.quality.platform.http.StrictJson;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Reconciliation Service API 0.2, as OpenRefine speaks it. No previews: the suite's pages are never framed; {@code view}
 * leads to them.
 */
@Path("reconcile")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reconciliation", description = "表格对账 (reconciliation of tables, OpenRefine)")
class ReconciliationResource {

    private static final TypeReference<Map<String, Reconciliation.@Nullable Query>> QUERIES = new TypeReference<>() {};
    private static final String EXAMPLE = """
            {"q0": {"query": "日照示例海洋食品有限责任公司", "properties": [{"pid": "region", "v": "371102"}]}}""";

    // What OpenRefine adds: it tries JSONP where plain JSON fails, and its box of suggestions has options of its own.
    private static final String CALLBACK = "callback";
    private static final String NO_CACHE = "_";

    private final ReconciliationService service;
    private final ScreeningConfig config;
    private final ObjectReader queries;

    ReconciliationResource(ReconciliationService service, ScreeningConfig config, StrictJson json) {
        this.service = service;
        this.config = config;
        // The specification lets a query have fields that this service has no use for, such as the type.
        this.queries = json.readerFor(QUERIES).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    @GET
    @PermitAll
    @Operation(
            summary = "对账服务说明或对账 (manifest, or a batch of queries)",
            description = "W3C Reconciliation Service API 0.2，供 OpenRefine 使用。不带 queries 时返回服务说明。"
                    + "每个查询给出名称或代码，可附属性 uscc、region；得分0至100，features 为得分理由；仅当唯一命中时 match 为真。"
                    + "只答复代码与名称，不涉及榜单；仅凭名称的只是可能。"
                    + "(W3C Reconciliation Service API 0.2, for OpenRefine. Without queries, the manifest. A query gives a "
                    + "name or a code, and may give the properties uscc and region; scores run from 0 to 100, features are "
                    + "their reasons, match is true only for the one hit. Answers tell code and name, nothing of the lists; by "
                    + "name alone it is only possible.)")
    @APIResponse(
            responseCode = "200",
            description = "服务说明；带 queries 时为以查询键为名的结果 (manifest; with queries their answers by key)",
            content = @Content(schema = @Schema(implementation = Reconciliation.Manifest.class)))
    @APIResponse(responseCode = "400", description = "malformed-json: queries 无法读取 (queries cannot be read)")
    @APIResponse(responseCode = "413", description = "too-many-subjects: 超过50个查询 (more than 50 queries)")
    @IgnoredParameters({CALLBACK, NO_CACHE})
    public Object manifestOrAnswers(
            @QueryParam("queries")
                    @Parameter(description = "一批查询，以 JSON 表示 (a batch of queries, in JSON)", example = EXAMPLE)
                    @Nullable
                    String queries) {
        return queries == null ? manifest() : service.answer(read(queries));
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(
            summary = "对账 (a batch of queries)",
            description =
                    "同 GET，queries 为表单字段，一次最多50个查询。(As GET, with queries as a form field; up to 50 queries at once.)")
    @APIResponse(
            responseCode = "200",
            description = "以查询键为名的结果 (answers by the keys of the queries)",
            content =
                    @Content(
                            schema = @Schema(implementation = Reconciliation.Answer.class),
                            examples =
                                    @ExampleObject(
                                            name = "one",
                                            value =
                                                    "{\"q0\": {\"result\": [{\"id\": \"91371199MA3RH00187\","
                                                            + " \"name\": \"日照示例海洋食品有限公司\", \"type\": [{\"id\": \"enterprise\","
                                                            + " \"name\": \"企业 (enterprise)\"}], \"score\": 97.00, \"match\": true,"
                                                            + " \"features\": [{\"id\": \"name-equal\", \"value\": 0.9700}]}]}}")))
    @APIResponse(
            responseCode = "400",
            description = "malformed-json: queries 缺少或无法读取 (queries is missing, or cannot be read)")
    @APIResponse(responseCode = "413", description = "too-many-subjects: 超过50个查询 (more than 50 queries)")
    public Map<String, Reconciliation.Answer> answers(
            @FormParam("queries")
                    @DefaultValue("")
                    @Schema(description = "一批查询，以 JSON 表示 (a batch of queries, in JSON)", examples = EXAMPLE)
                    String queries) {
        return service.answer(read(queries));
    }

    @GET
    @Path("suggest")
    @PermitAll
    @Operation(
            summary = "按名称开头提示企业 (suggest entities)",
            description = "至少两个字；最多10个，按名称排序。(From two characters on; up to 10, by name.)")
    @APIResponse(
            responseCode = "200",
            description = "提示 (suggestions)",
            content = @Content(schema = @Schema(implementation = Reconciliation.Suggestions.class)))
    @IgnoredParameters({
        CALLBACK,
        NO_CACHE,
        "cursor",
        "exact",
        "filter",
        "format",
        "key",
        "lang",
        "limit",
        "mql_output",
        "prefixed",
        "scoring",
        "spell",
        "stemmed",
        "type",
        "type_strict"
    })
    public Reconciliation.Suggestions suggest(
            @QueryParam("prefix")
                    @Parameter(description = "名称的开头 (beginning of a name)", example = "日照示例")
                    @DefaultValue("")
                    String prefix) {
        return new Reconciliation.Suggestions(service.suggest(prefix));
    }

    private Reconciliation.Manifest manifest() {
        var base = config.publicUrl();
        return new Reconciliation.Manifest(
                List.of("0.2"),
                "日照市企业质量信用 (enterprise quality credit)",
                // Identifiers are unified social credit codes.
                "urn:gb:32100-2015",
                base + "/api/credit/v1/reconcile",
                List.of(Reconciliation.ENTERPRISE),
                new Reconciliation.View(base + "/credit/{{id}}"),
                new Reconciliation.Suggest(new Reconciliation.Endpoint(base + "/api/credit/v1", "/reconcile/suggest")));
    }

    private Map<String, Reconciliation.Query> read(String written) {
        try {
            Map<String, Reconciliation.@Nullable Query> read = queries.readValue(written);
            if (read != null && !read.containsValue(null)) {
                return Map.copyOf(read);
            }
        } catch (JsonProcessingException e) {
            var refusal = StrictJson.refusal(e);
            if (refusal.isPresent()) {
                throw refusal.get();
            }
            // Answered below: a batch that is null is no better.
        }
        throw new Problem(
                        ProblemTypes.MALFORMED_JSON,
                        new Text("queries 不是可读取的一批查询", "queries is not a readable batch of queries"))
                .with("queries", "format", new Text("应为以键为名的 JSON 对象", "Must be a JSON object of queries by key"));
    }
}
