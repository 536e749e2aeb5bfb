package cn.quality.credit.listing;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Every act on an entry answers with the entry, and may be refused to the same person twice and in the wrong state: said here
 * once. What is particular to an act stands beside it in its resource. Before the general description, which fills what is
 * still missing.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 10)
public class ActDescription implements OASFilter {

    private static final String ENTRIES = "/api/credit/v1/listings/{id}";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getPaths().getPathItems().forEach((path, item) -> {
            if (path.startsWith(ENTRIES)) {
                item.getOperations().values().stream()
                        .filter(ActDescription::isAct)
                        .forEach(ActDescription::complete);
            }
        });
    }

    private static boolean isAct(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> "If-Match".equals(parameter.getName()));
    }

    private static void complete(Operation operation) {
        var answers = operation.getResponses();
        var done = answers.getAPIResponse("200");
        // Without words of its own an operation has the default ones by now.
        if (done == null || "OK".equals(done.getDescription())) {
            answers.addAPIResponse(
                    "200",
                    answer("条目 (the entry)")
                            .content(OASFactory.createContent()
                                    .addMediaType(
                                            "application/json",
                                            OASFactory.createMediaType()
                                                    .schema(OASFactory.createSchema()
                                                            .ref("ListingView")))));
        }
        answers.addAPIResponse(
                "403",
                answer(
                        "same-person: 须由另一人办理 (another person has to)；foreign-region: 超出管辖区域 (another region's)；forbidden"));
        if (answers.getAPIResponse("409") == null) {
            answers.addAPIResponse(
                    "409", answer("illegal-transition: 当前状态不允许，并列出所缺步骤 (not in this state; names the steps missing)"));
        }
    }

    private static APIResponse answer(String description) {
        return OASFactory.createAPIResponse().description(description);
    }
}
