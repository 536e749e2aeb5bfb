package cn.quality.gateway.docs;

import cn.quality.gateway.docs.Manual.Answer;
import cn.quality.gateway.docs.Manual.Body;
import cn.quality.gateway.docs.Manual.Channel;
import cn.quality.gateway.docs.Manual.Chapter;
import cn.quality.gateway.docs.Manual.Message;
import cn.quality.gateway.docs.Manual.Operation;
import cn.quality.gateway.docs.Manual.Parameter;
import cn.quality.gateway.docs.Manual.Producer;
import cn.quality.gateway.docs.Manual.Property;
import cn.quality.gateway.docs.Manual.Reference;
import cn.quality.gateway.docs.Manual.Section;
import cn.quality.gateway.docs.Manual.Type;
import cn.quality.platform.problem.Text;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the merged document and writes the manual. */
final class ManualWriter {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
    private static final String SCHEMAS = "#/components/schemas/";

    private final ApiDocuments documents;
    private final ExampleGenerator samples;

    private ManualWriter(ApiDocuments documents) {
        this.documents = documents;
        this.samples = new ExampleGenerator(documents.whole());
    }

    static Manual write(ApiDocuments documents) {
        var writer = new ManualWriter(documents);
        return new Manual(
                documents
                        .whole()
                        .path("x-tagGroups")
                        .valueStream()
                        .map(writer::chapter)
                        .toList(),
                documents.events().entrySet().stream().map(writer::producer).toList());
    }

    private Chapter chapter(JsonNode group) {
        var tags = group.path("tags").valueStream().map(JsonNode::asText).toList();
        var service = serviceOf(tags.getFirst());
        return new Chapter(
                service,
                Bilingual.of(group.path("name").asText()),
                Bilingual.of(group.path("description").asText()),
                tags.stream().map(this::section).toList(),
                types(service));
    }

    private Section section(String tag) {
        var about = documents
                .whole()
                .path("tags")
                .valueStream()
                .filter(one -> one.path("name").asText().equals(tag))
                .map(one -> one.path("description").asText(localName(tag)))
                .findFirst()
                .orElse(localName(tag));
        var operations = documents
                .whole()
                .path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .filter(entry -> METHODS.contains(entry.getKey()))
                        .filter(entry -> entry.getValue().at("/tags/0").asText().equals(tag))
                        .map(entry -> operation(path.getKey(), entry.getKey(), path.getValue(), entry.getValue())))
                .toList();
        return new Section(localName(tag), Bilingual.of(about), operations);
    }

    private Operation operation(String path, String method, JsonNode item, JsonNode operation) {
        return new Operation(
                localName(operation.path("operationId").asText()),
                localName(operation.at("/tags/0").asText()),
                method.toUpperCase(Locale.ROOT),
                path,
                Bilingual.of(operation.path("summary").asText()),
                text(operation.path("description")),
                operation.path("security").isEmpty(),
                operation.path("x-roles").valueStream().map(JsonNode::asText).toList(),
                Stream.concat(
                                item.path("parameters").valueStream(),
                                operation.path("parameters").valueStream())
                        .map(this::parameter)
                        .toList(),
                bodies(operation.path("requestBody").path("content")),
                operation
                        .path("responses")
                        .propertyStream()
                        .map(answer -> new Answer(
                                answer.getKey(),
                                Bilingual.of(
                                        answer.getValue().path("description").asText()),
                                bodies(answer.getValue().path("content"))))
                        .toList());
    }

    private Parameter parameter(JsonNode parameter) {
        var schema = parameter.path("schema");
        return new Parameter(
                parameter.path("name").asText(),
                parameter.path("in").asText(),
                parameter.path("required").asBoolean(),
                reference(schema),
                text(parameter.path("description")),
                plain(parameter.has("example") ? parameter.path("example") : schema.at("/examples/0")));
    }

    private List<Body> bodies(JsonNode content) {
        return content.propertyStream()
                .map(media -> body(media.getKey(), media.getValue()))
                .toList();
    }

    private Body body(String mediaType, JsonNode media) {
        var schema = media.path("schema");
        var given = media.has("example")
                ? media.path("example")
                : media.path("examples")
                        .valueStream()
                        .map(example -> example.path("value"))
                        .findFirst()
                        .orElse(media.path("example"));
        var json = mediaType.contains("json");
        return new Body(
                mediaType,
                schema.isMissingNode() ? null : reference(schema),
                given.isMissingNode() ? json ? samples.of(schema) : null : samples.written(given),
                given.isMissingNode());
    }

    private List<Type> types(String service) {
        return documents
                .whole()
                .at("/components/schemas")
                .propertyStream()
                .filter(schema -> serviceOf(schema.getKey()).equals(service))
                .map(schema -> type(localName(schema.getKey()), schema.getValue()))
                .toList();
    }

    private Type type(String name, JsonNode schema) {
        var required =
                schema.path("required").valueStream().map(JsonNode::asText).collect(Collectors.toSet());
        return new Type(
                name,
                text(schema.path("description")),
                label(schema),
                schema.path("properties")
                        .propertyStream()
                        .map(property -> new Property(
                                property.getKey(),
                                required.contains(property.getKey()),
                                reference(property.getValue()),
                                text(property.getValue().path("description")),
                                plain(property.getValue().at("/examples/0"))))
                        .toList(),
                schema.path("enum").valueStream().map(JsonNode::asText).toList(),
                Stream.of("oneOf", "anyOf", "allOf")
                        .flatMap(word -> schema.path(word).valueStream())
                        .map(this::reference)
                        .toList());
    }

    private Reference reference(JsonNode schema) {
        var target = schema.path("$ref").asText();
        if (target.startsWith(SCHEMAS)) {
            var name = localName(target.substring(SCHEMAS.length()));
            return new Reference(name, name);
        }
        if (schema.path("items").has("$ref")) {
            var element = reference(schema.path("items"));
            return new Reference(element.label() + "[]", element.link());
        }
        return schema.has("items")
                ? new Reference(reference(schema.path("items")).label() + "[]", null)
                : new Reference(label(schema), null);
    }

    private static String label(JsonNode schema) {
        var type = schema.path("type");
        var name = type.isArray()
                ? type.valueStream().map(JsonNode::asText).collect(Collectors.joining(" | "))
                : type.asText("object");
        return schema.has("format") ? name + " (" + schema.path("format").asText() + ")" : name;
    }

    private Producer producer(Map.Entry<String, JsonNode> producer) {
        var document = producer.getValue();
        return new Producer(
                producer.getKey(),
                Bilingual.of(document.at("/info/title").asText()),
                Bilingual.of(document.at("/info/description").asText()),
                document.path("channels")
                        .valueStream()
                        .filter(channel -> channel.has("messages"))
                        .map(channel -> channel(producer.getKey(), document, channel))
                        .toList());
    }

    private Channel channel(String service, JsonNode document, JsonNode channel) {
        return new Channel(
                channel.path("address").asText(),
                Bilingual.of(channel.path("description").asText()),
                channel.path("messages")
                        .valueStream()
                        .map(reference -> message(
                                service,
                                document.at(reference.path("$ref").asText().substring(1))))
                        .toList());
    }

    private Message message(String service, JsonNode message) {
        var type = message.path("name").asText();
        var schema = documents.schemas().get(type);
        return new Message(
                type,
                schema == null
                        ? Bilingual.of(message.path("summary").asText())
                        : Bilingual.of(schema.path("title").asText()),
                "%s/%s/%s"
                        .formatted(
                                ApiDocuments.ROOT,
                                service,
                                message.at("/payload/schema/$ref").asText()),
                schema == null
                        ? ""
                        : schema.path("properties")
                                .propertyStream()
                                .map(Map.Entry::getKey)
                                .collect(Collectors.joining(", ")));
    }

    private static @Nullable Text text(JsonNode words) {
        return words.isTextual() ? Bilingual.of(words.asText()) : null;
    }

    private static @Nullable String plain(JsonNode value) {
        return value.isMissingNode() ? null : value.isTextual() ? value.asText() : value.toString();
    }

    private static String serviceOf(String name) {
        return name.substring(0, name.indexOf('.'));
    }

    private static String localName(String name) {
        return name.substring(name.indexOf('.') + 1);
    }
}
