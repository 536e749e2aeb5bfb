package cn.quality.credit.screening;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The words of the Reconciliation Service API 0.2 (W3C Entity Reconciliation Community Group). */
final class Reconciliation {

    /** The one type of entity there is. */
    static final Type ENTERPRISE = new Type("enterprise", "企业 (enterprise)");

    private Reconciliation() {}

    @Schema(name = "ReconciliationType")
    record Type(
            @Schema(examples = "enterprise") String id,
            @Schema(examples = "企业 (enterprise)") String name) {}

    /** @param v a value, several of them, or an entity with an id */
    record Property(String pid, JsonNode v) {

        private Optional<String> text() {
            var first = v.isArray() ? v.path(0) : v;
            return Optional.of((first.isObject() ? first.path("id") : first)
                            .asText()
                            .strip())
                    .filter(text -> !text.isEmpty());
        }
    }

    /**
     * @param query a name, or a code
     * @param type the type of entity that is meant, or several of which one is meant
     */
    record Query(
            @Nullable String query,
            @Nullable JsonNode type,
            @Nullable Integer limit,
            @Nullable List<Property> properties) {

        /** Whether an enterprise can be meant. */
        boolean isForEnterprises() {
            if (type == null || type.isNull() || (type.asText("").isEmpty() && type.isEmpty())) {
                return true;
            }
            var types = type.isArray() ? type : List.of(type);
            for (var one : types) {
                if (ENTERPRISE.id().equals((one.isObject() ? one.path("id") : one).asText())) {
                    return true;
                }
            }
            return false;
        }

        Optional<String> property(String pid) {
            return properties == null
                    ? Optional.empty()
                    : properties.stream()
                            .filter(property -> property.pid().equals(pid))
                            .findFirst()
                            .flatMap(Property::text);
        }
    }

    @Schema(name = "ReconciliationAnswer")
    record Answer(List<Candidate> result) {}

    /**
     * @param score 0 to 100
     * @param match only for the one match
     * @param features the reasons of the score
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ReconciliationCandidate")
    record Candidate(
            @Schema(examples = "91371199MA3RH00187") String id,
            @Schema(examples = "日照示例海洋食品有限公司") String name,
            @Nullable String description,
            List<Type> type,
            @Schema(examples = "97.00") BigDecimal score,
            boolean match,
            List<Feature> features) {}

    @Schema(name = "ReconciliationFeature")
    record Feature(
            @Schema(examples = "name-equal") String id,
            @Schema(examples = "0.9700") BigDecimal value) {}

    @Schema(name = "ReconciliationManifest", description = "对账服务说明 (service manifest)")
    record Manifest(
            List<String> versions,
            String name,
            String identifierSpace,
            String schemaSpace,
            List<Type> defaultTypes,
            View view,
            Suggest suggest) {}

    @Schema(name = "ReconciliationView")
    record View(String url) {}

    @Schema(name = "ReconciliationSuggest")
    record Suggest(Endpoint entity) {}

    /** Spelled as the specification does. */
    @Schema(name = "ReconciliationEndpoint")
    record Endpoint(
            @JsonProperty("service_url") String serviceUrl,
            @JsonProperty("service_path") String servicePath) {}

    @Schema(name = "ReconciliationSuggestions")
    record Suggestions(List<Suggestion> result) {}

    @Schema(name = "ReconciliationSuggestion")
    record Suggestion(
            @Schema(examples = "91371199MA3RH00187") String id,
            @Schema(examples = "日照示例海洋食品有限公司") String name,
            List<Type> notable) {}
}
