package cn.quality.platform.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Writes the texts of one entry of a {@link TextBundle} into one operation of the API document. */
final class OperationText {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Operation operation;
    private final Wording wording;
    private final OpenAPI api;
    private final List<String> flaws = new ArrayList<>();

    OperationText(Operation operation, Wording wording, OpenAPI api) {
        this.operation = operation;
        this.wording = wording;
        this.api = api;
    }

    /** @return what is wrong with the texts, each as the end of a sentence about the operation */
    List<String> apply(JsonNode texts) {
        checked("summary", () -> operation.setSummary(wording.inBothLanguages(texts.path("summary"))));
        checked("description", () -> operation.setDescription(wording.inBothLanguages(texts.path("description"))));
        texts.path("parameters")
                .properties()
                .forEach(entry -> checked(entry.getKey(), () -> parameter(entry.getKey(), entry.getValue())));
        if (texts.has("body")) {
            checked("body", () -> body(texts.path("body")));
        }
        responses(texts.path("responses"));
        return flaws;
    }

    private void checked(String part, Runnable change) {
        try {
            change.run();
        } catch (FaultyBundle flaw) {
            flaws.add(part + " " + flaw.getMessage());
        }
    }

    private void parameter(String name, JsonNode texts) {
        var parameter = Optional.ofNullable(operation.getParameters()).orElse(List.of()).stream()
                .filter(one -> name.equals(one.getName()))
                .findFirst()
                .orElseThrow(() -> new FaultyBundle("is no parameter of it"));
        text(without(texts, "example"), parameter::setDescription);
        if (texts.has("example")) {
            parameter.setExample(value(texts.path("example")));
        }
    }

    private void body(JsonNode texts) {
        var body = operation.getRequestBody();
        if (body == null) {
            throw new FaultyBundle("is described, but it takes none");
        }
        text(texts, body::setDescription);
        body.setContent(content(texts, body.getContent()));
    }

    /**
     * A success named here is the one the resource answers with, whatever status was assumed for it; other statuses are
     * refusals, or have no content.
     */
    private void responses(JsonNode texts) {
        var responses = operation.getResponses();
        var assumed = new TreeMap<>(Objects.requireNonNullElse(responses.getAPIResponses(), Map.of()))
                .entrySet().stream()
                        .filter(response -> isSuccess(response.getKey()))
                        .findFirst();
        texts.properties()
                .forEach(entry -> checked(entry.getKey(), () -> {
                    var status = entry.getKey();
                    var response = own(responses.getAPIResponse(status));
                    if (isSuccess(status) && !status.equals("204") && response.getContent() == null) {
                        assumed.map(Map.Entry::getValue)
                                .map(APIResponse::getContent)
                                .ifPresent(content -> response.setContent(copy(content)));
                    }
                    response(response, entry.getValue());
                    responses.addAPIResponse(status, response);
                }));
        boolean named = texts.properties().stream().anyMatch(entry -> isSuccess(entry.getKey()));
        assumed.map(Map.Entry::getKey)
                .filter(status -> named && !texts.has(status))
                .ifPresent(responses::removeAPIResponse);
    }

    /** The scanner lets operations share what it writes by itself, so a change is made to a copy. */
    private static APIResponse own(@Nullable APIResponse scanned) {
        var own = OASFactory.createAPIResponse();
        if (scanned != null) {
            own.description(scanned.getDescription())
                    .headers(scanned.getHeaders())
                    .links(scanned.getLinks())
                    .extensions(scanned.getExtensions())
                    .content(Optional.ofNullable(scanned.getContent())
                            .map(OperationText::copy)
                            .orElse(null));
        }
        return own;
    }

    private void response(APIResponse response, JsonNode texts) {
        text(texts, response::setDescription);
        texts.path("headers")
                .properties()
                .forEach(header -> response.addHeader(header.getKey(), header(header.getValue())));
        response.setContent(content(texts, response.getContent()));
    }

    private Header header(JsonNode texts) {
        var schema = OASFactory.createSchema()
                .addType(Schema.SchemaType.valueOf(
                        texts.path("type").asText("string").toUpperCase(Locale.ROOT)));
        if (texts.has("format")) {
            schema.setFormat(texts.path("format").asText());
        }
        var header = OASFactory.createHeader().schema(schema);
        text(without(texts, "type", "format"), header::setDescription);
        return header;
    }

    /** Content of a media type is a schema by name, or a map of schema, examples and example. */
    private @Nullable Content content(JsonNode texts, @Nullable Content scanned) {
        var content = scanned;
        if (texts.has("content")) {
            var named = OASFactory.createContent();
            texts.path("content")
                    .properties()
                    .forEach(entry -> named.addMediaType(entry.getKey(), mediaType(entry.getValue())));
            content = named;
        }
        if (content == null) {
            return null;
        }
        var schema = Optional.of(texts.path("schema"))
                .filter(node -> !node.isMissingNode())
                .map(this::schema);
        content.getMediaTypes().values().forEach(type -> {
            schema.filter(missing -> isUnknown(type.getSchema())).ifPresent(type::setSchema);
            examples(type, texts);
        });
        return content;
    }

    /** Of a method that returns a {@code Response} the scanner knows that there is a schema, but not which. */
    private static boolean isUnknown(@Nullable Schema schema) {
        return schema == null
                || (schema.getRef() == null
                        && schema.getType() == null
                        && schema.getProperties() == null
                        && schema.getOneOf() == null
                        && schema.getAllOf() == null);
    }

    private MediaType mediaType(JsonNode texts) {
        var type = OASFactory.createMediaType().schema(schema(texts.isObject() ? texts.path("schema") : texts));
        if (texts.has("example")) {
            type.setExample(value(texts.path("example")));
        }
        examples(type, texts);
        return type;
    }

    private static void examples(MediaType type, JsonNode texts) {
        texts.path("examples")
                .properties()
                .forEach(example -> type.addExample(
                        example.getKey(), OASFactory.createExample().value(value(example.getValue()))));
    }

    /** By the name it has in the document, or {@code string}, {@code binary} and {@code object}; {@code {page-of: …}}. */
    private Schema schema(JsonNode node) {
        if (node.has("page-of")) {
            var items =
                    OASFactory.createSchema().addType(Schema.SchemaType.ARRAY).items(schema(node.path("page-of")));
            return OASFactory.createSchema()
                    .addType(Schema.SchemaType.OBJECT)
                    .addProperty("items", items)
                    .addProperty("next", OASFactory.createSchema().addType(Schema.SchemaType.STRING));
        }
        var name = node.asText();
        return switch (name) {
            case "string" -> OASFactory.createSchema().addType(Schema.SchemaType.STRING);
            case "binary" ->
                OASFactory.createSchema().addType(Schema.SchemaType.STRING).format("binary");
            case "object" -> OASFactory.createSchema().addType(Schema.SchemaType.OBJECT);
            default -> {
                if (api.getComponents() == null
                        || !api.getComponents().getSchemas().containsKey(name)) {
                    throw new FaultyBundle("has the schema '" + name + "', which no resource mentions");
                }
                yield OASFactory.createSchema().ref(name);
            }
        };
    }

    private void text(JsonNode node, Consumer<String> description) {
        var text = node.isObject() ? without(node, TextBundle.STRUCTURE.toArray(String[]::new)) : node;
        if (!text.isNull() && !(text.isObject() && text.isEmpty())) {
            description.accept(wording.of(text));
        }
    }

    private static JsonNode without(JsonNode node, String... parts) {
        return node.isObject() ? ((ObjectNode) node).deepCopy().without(List.of(parts)) : node;
    }

    private static Content copy(Content content) {
        var copy = OASFactory.createContent();
        content.getMediaTypes()
                .forEach((name, type) -> copy.addMediaType(
                        name,
                        OASFactory.createMediaType()
                                .schema(type.getSchema())
                                .example(type.getExample())
                                .examples(type.getExamples())));
        return copy;
    }

    private static Object value(JsonNode node) {
        return JSON.convertValue(node, Object.class);
    }

    private static boolean isSuccess(String status) {
        return status.startsWith("2");
    }
}
