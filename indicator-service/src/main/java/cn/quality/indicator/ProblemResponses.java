package cn.quality.indicator;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Adds to every operation of the API document the refusals it can answer with, so that no resource repeats them. What a rule
 * of the field refuses (422) is told at the operation itself; here it gets its form.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ProblemResponses implements OASFilter {

    private static final String MEDIA_TYPE = "application/problem+json";

    private record Refusal(String status, String code, String title) {

        String name() {
            return "Problem" + status;
        }
    }

    private static final Refusal BAD_REQUEST = new Refusal("400", "invalid-argument", "请求参数不合法");
    private static final Refusal UNAUTHENTICATED = new Refusal("401", "unauthenticated", "未通过身份认证");
    private static final Refusal FORBIDDEN = new Refusal("403", "forbidden", "没有权限");
    private static final Refusal NOT_FOUND = new Refusal("404", "not-found", "未找到");
    private static final Refusal NOT_ACCEPTABLE = new Refusal("406", "not-acceptable", "无法提供所要求的格式");
    private static final Refusal STALE = new Refusal("412", "stale", "数据版本已过期");
    private static final Refusal TOO_LARGE = new Refusal("413", "payload-too-large", "请求内容过大");
    private static final Refusal UNSUPPORTED = new Refusal("415", "unsupported-media-type", "不支持的内容类型");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var components = document.getComponents();
        components.addSchema("Problem", problem());
        Stream.of(BAD_REQUEST, UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, NOT_ACCEPTABLE, STALE, TOO_LARGE, UNSUPPORTED)
                .forEach(refusal -> components.addResponse(refusal.name(), response(refusal)));
        document.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations().values().forEach(operation -> refusals(path, operation)));
    }

    private static void refusals(String path, Operation operation) {
        var responses = operation.getResponses();
        var own = responses.getAPIResponse("422");
        if (own != null) {
            own.content(OASFactory.createContent()
                    .addMediaType(MEDIA_TYPE, OASFactory.createMediaType().schema(reference())));
        }
        boolean takesInput = operation.getParameters() != null || operation.getRequestBody() != null;
        boolean secured = operation.getRequestBody() != null || responses.hasAPIResponse("401");
        boolean takesBody = operation.getRequestBody() != null;
        Stream.of(
                        Map.entry(BAD_REQUEST, takesInput),
                        Map.entry(UNAUTHENTICATED, secured),
                        Map.entry(FORBIDDEN, secured),
                        Map.entry(NOT_FOUND, path.contains("{") && !takesBody),
                        Map.entry(NOT_ACCEPTABLE, true),
                        Map.entry(STALE, takesBody),
                        Map.entry(TOO_LARGE, takesBody),
                        Map.entry(UNSUPPORTED, takesBody))
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .forEach(refusal -> responses.addAPIResponse(
                        refusal.status(),
                        OASFactory.createAPIResponse().ref("#/components/responses/" + refusal.name())));
    }

    private static APIResponse response(Refusal refusal) {
        return OASFactory.createAPIResponse()
                .description(refusal.title() + " (" + refusal.code() + ")")
                .content(OASFactory.createContent()
                        .addMediaType(
                                MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(reference())
                                        .example(new TreeMap<>(Map.of(
                                                "type", "urn:problem:" + refusal.code(),
                                                "title", refusal.title(),
                                                "status", Integer.valueOf(refusal.status()),
                                                "code", refusal.code(),
                                                "traceId", "4bf92f3577b34da6a3ce929d0e0e4736")))));
    }

    private static Schema reference() {
        return OASFactory.createSchema().ref("#/components/schemas/Problem");
    }

    private static Schema problem() {
        return object(Map.of(
                        "type", text(),
                        "title", text(),
                        "status", OASFactory.createSchema().type(List.of(SchemaType.INTEGER)),
                        "detail", text(),
                        "instance", text(),
                        "code", text(),
                        "traceId", text(),
                        "violations",
                                OASFactory.createSchema()
                                        .type(List.of(SchemaType.ARRAY))
                                        .items(object(Map.of("field", text(), "code", text(), "message", text())))))
                .description("RFC 9457,附稳定的英文 code 与 traceId")
                .required(List.of("type", "title", "status", "code", "traceId"));
    }

    private static Schema object(Map<String, Schema> properties) {
        return OASFactory.createSchema().type(List.of(SchemaType.OBJECT)).properties(new TreeMap<>(properties));
    }

    private static Schema text() {
        return OASFactory.createSchema().type(List.of(SchemaType.STRING));
    }
}
