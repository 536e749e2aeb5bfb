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
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Reconciliation Service API 0.2, as OpenRefine speaks it. No previews: the suite's pages are never framed; {@code view}
 * leads to them.
 */
@Path("reconcile")
@Produces(MediaType.APPLICATION_JSON)
@AnyOrigin
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
        // The specification lets a query have fields that this service has no use for, such as how strict the type is.
        this.queries = json.readerFor(QUERIES).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    @GET
    @PermitAll
    @APIResponseSchema(Reconciliation.Manifest.class)
    @IgnoredParameters({CALLBACK, NO_CACHE})
    public Object manifestOrAnswers(@QueryParam("queries") @Nullable String queries) {
        return queries == null ? manifest() : service.answer(read(queries));
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @APIResponseSchema(Reconciliation.Answer.class)
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
    @IgnoredParameters({
        CALLBACK,
        NO_CACHE,
        "exact",
        "filter",
        "format",
        "key",
        "lang",
        "mql_output",
        "prefixed",
        "scoring",
        "spell",
        "stemmed",
        "type",
        "type_strict"
    })
    public Reconciliation.Suggestions suggest(
            @QueryParam("prefix") @DefaultValue("") String prefix,
            @QueryParam("cursor") @DefaultValue("0") @PositiveOrZero int cursor,
            @QueryParam("limit") @DefaultValue("10") @Min(1) @Max(100) int limit) {
        return new Reconciliation.Suggestions(service.suggest(prefix, cursor, limit));
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
