package cn.quality.platform.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * Completes the description of every operation with what is the same for all of them: the refusals, each as a problem, and
 * the token. What is particular to an operation has been written by {@link OperationTexts}.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiDescription implements OASFilter {

    /** What the framework writes where a resource says nothing. */
    private static final Set<String> SAID_BY_NOBODY = Set.of("Bad Request", "Not Authorized", "Not Allowed");

    private static final String TOKEN = "token";

    /** Refusals any operation can answer with. */
    private static final Map<String, String> ALWAYS = new TreeMap<>(Map.of(
            "400", "内容或参数不合法 (bad content or parameters)",
            "406", "不提供所要求的格式 (format not offered)",
            "500", "系统内部错误 (internal error)"));

    /** Refusals of operations that need a token. */
    private static final Map<String, String> WITH_TOKEN = new TreeMap<>(Map.of(
            "401", "未通过身份认证 (not authenticated)",
            "403", "无权执行或超出管辖 (role, region or department)"));

    /** Refusals of operations that take a body. */
    private static final Map<String, String> WITH_BODY = new TreeMap<>(Map.of(
            "413", "内容过大 (too large)",
            "415", "不支持的内容类型 (media type not taken)"));

    /** Refusals of operations that name a version. */
    private static final Map<String, String> WITH_VERSION = new TreeMap<>(Map.of(
            "412", "stale: 数据版本已过期 (stale version)",
            "428", "precondition-required: 缺少 If-Match (If-Match required)"));

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        var token = OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT");
        token.setDescription("OIDC 访问令牌 (access token of the suite's identity provider)");
        api.getComponents().setSecuritySchemes(Map.of(TOKEN, token));
        api.getComponents().addSchema("Problem", problem());
        api.getPaths()
                .getPathItems()
                .forEach((path, item) ->
                        item.getOperations().forEach((method, operation) -> complete(path, method, operation)));
    }

    /**
     * Takes out steps such as 0.01: no binary number is exactly that, so a validator that counts in doubles does not take 0.07 for
     * a multiple of it. The service itself counts the digits.
     */
    @Override
    public Schema filterSchema(Schema schema) {
        var step = schema.getMultipleOf();
        if (step != null && step.stripTrailingZeros().scale() > 0) {
            schema.setMultipleOf(null);
        }
        return schema;
    }

    private static void complete(String path, PathItem.HttpMethod method, Operation operation) {
        var security = operation.getSecurity();
        boolean restricted = security != null && !security.isEmpty();
        var roles = restricted ? roles(security) : List.of();
        if (!roles.isEmpty()) {
            // OpenAPI 3.1 would have them beside the token, but the linters of today take them for scopes nobody
            // declared.
            operation.addExtension("x-roles", roles);
        }
        operation.setSecurity(
                restricted ? List.of(OASFactory.createSecurityRequirement().addScheme(TOKEN)) : List.of());
        refusals(operation, ALWAYS);
        if (restricted) {
            refusals(operation, WITH_TOKEN);
        }
        if (method == PathItem.HttpMethod.POST || method == PathItem.HttpMethod.PUT) {
            refusals(operation, WITH_BODY);
        }
        if (path.contains("{")) {
            refusals(operation, Map.of("404", "未找到 (not found)"));
        }
        if (operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> "If-Match".equals(parameter.getName()))) {
            refusals(operation, WITH_VERSION);
        }
    }

    /** A token needs one of these. */
    private static List<String> roles(List<SecurityRequirement> security) {
        var named = security.stream().flatMap(requirement -> requirement.getSchemes().values().stream());
        return named.flatMap(List::stream).distinct().sorted().toList();
    }

    private static void refusals(Operation operation, Map<String, String> refusals) {
        var answers = operation.getResponses();
        refusals.forEach((status, meaning) -> {
            var told = answers.getAPIResponse(status);
            if (told == null || SAID_BY_NOBODY.contains(told.getDescription())) {
                answers.addAPIResponse(status, OASFactory.createAPIResponse().description(meaning));
            }
        });
        answers.getAPIResponses().forEach(ApiDescription::asProblem);
    }

    private static void asProblem(String status, APIResponse answer) {
        if ((status.startsWith("4") || status.startsWith("5")) && answer.getContent() == null) {
            MediaType problem = OASFactory.createMediaType()
                    .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"));
            answer.setContent(OASFactory.createContent().addMediaType("application/problem+json", problem));
        }
    }

    private static Schema problem() {
        var violation = object(Map.of(
                "field", text("name"),
                "code", text("not-blank"),
                "message", text("不能为空")));
        var status =
                OASFactory.createSchema().addType(Schema.SchemaType.INTEGER).addExample(400);
        var violations =
                OASFactory.createSchema().addType(Schema.SchemaType.ARRAY).items(violation);
        return object(Map.of(
                        "type", text("urn:problem:invalid-argument"),
                        "title", text("请求参数不合法"),
                        "status", status,
                        "detail", text("部分字段不符合要求"),
                        "instance", text("/api/service/v1/things"),
                        "code", text("invalid-argument"),
                        "traceId", text("4bf92f3577b34da6a3ce929d0e0e4736"),
                        "violations", violations))
                .description(
                        "RFC 9457 problem；code 稳定不变，供程序判断 (RFC 9457 problem; code never changes, so programs can go by it)")
                .required(List.of("type", "title", "status", "code", "traceId"));
    }

    /** In the order of the alphabet, or the document would differ from one start to the next. */
    private static Schema object(Map<String, Schema> properties) {
        return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT).properties(new TreeMap<>(properties));
    }

    private static Schema text(String example) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).addExample(example);
    }
}
