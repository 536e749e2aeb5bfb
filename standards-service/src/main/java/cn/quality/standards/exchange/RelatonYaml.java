package cn.quality.standards.exchange;

import cn.quality.platform.json.Json;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;
import cn.quality.standards.catalogue.Status;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A standard in the YAML of Relaton, written and read. What is read back says the same as what was written. */
final class RelatonYaml {

    static final String MEDIA_TYPE = "application/yaml";

    static final ProblemType MALFORMED = new ProblemType(400, "malformed-yaml", Text.of("YAML 格式有误", "Malformed YAML"));

    private static final YAMLMapper YAML = new YAMLMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build());
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> SUCCEEDED = List.of("obsoletedBy", "splitInto", "mergedInto");

    private RelatonYaml() {}

    static byte[] write(RelatonItem item) {
        var root = NODES.objectNode().put("id", item.id());
        var titles = root.putArray("title");
        item.titles()
                .forEach(title -> titles.addObject()
                        .put("content", title.content())
                        .put("language", title.language())
                        .put("script", title.script())
                        .put("type", "main"));
        root.put("type", "standard");
        root.putArray("docidentifier")
                .addObject()
                .put("content", item.number())
                .put("type", item.issuer())
                .put("primary", true);
        item.serial().ifPresent(serial -> root.put("docnumber", serial));
        var dates = NODES.arrayNode();
        item.dates()
                .forEach(date -> dates.addObject()
                        .put("type", date.type())
                        .put("at", date.on().toString()));
        put(root, "date", dates);
        var contributors = NODES.arrayNode();
        item.contributors().forEach(one -> contributors.add(contributor(one)));
        put(root, "contributor", contributors);
        put(root, "note", notes(item.notes()));
        root.putArray("language").add("zh");
        root.putArray("script").add("Hans");
        item.scope()
                .ifPresent(scope -> root.putArray("abstract")
                        .addObject()
                        .put("content", scope)
                        .put("language", "zh"));
        root.putObject("status").putObject("stage").put("content", item.stage());
        var relations = NODES.arrayNode();
        item.relations().forEach(one -> relations.add(relation(one)));
        put(root, "relation", relations);
        put(root, "classification", notes(item.classifications()));
        return Json.unchecked(() -> YAML.writeValueAsBytes(root));
    }

    private static void put(ObjectNode root, String field, ArrayNode values) {
        if (!values.isEmpty()) {
            root.set(field, values);
        }
    }

    private static ArrayNode notes(List<RelatonItem.Note> notes) {
        var written = NODES.arrayNode();
        notes.forEach(note -> written.addObject().put("content", note.content()).put("type", note.type()));
        return written;
    }

    private static ObjectNode contributor(RelatonItem.Contributor contributor) {
        var node = NODES.objectNode();
        node.putObject("organization").putArray("name").addObject().put("content", contributor.name());
        var role = node.putArray("role").addObject();
        if (contributor.role() != null) {
            role.put("type", contributor.role());
        }
        role.putArray("description").addObject().put("content", contributor.description());
        return node;
    }

    private static ObjectNode relation(RelatonItem.Relation relation) {
        var node = NODES.objectNode().put("type", relation.type());
        if (relation.description() != null) {
            node.putObject("description").put("content", relation.description());
        }
        var other = node.putObject("bibitem").put("type", "standard");
        if (relation.title() != null) {
            other.putArray("title").addObject().put("content", relation.title()).put("type", "main");
        }
        other.putArray("docidentifier").addObject().put("content", relation.number());
        return node;
    }

    /**
     * A standard as this catalogue states it. Undated references stay undated.
     *
     * @throws Problem 400 {@code malformed-yaml}
     */
    static ObjectNode read(InputStream yaml) throws IOException {
        JsonNode item;
        try {
            item = YAML.readTree(yaml);
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw new Problem(
                    MALFORMED,
                    Text.of(
                            "第 %d 行附近不是有效的 YAML",
                            "not readable as YAML near line %d", at == null ? 1 : at.getLineNr()));
        }
        if (item == null || !item.isObject()) {
            throw new Problem(MALFORMED, Text.of("应为一项 Relaton 记录", "one record of Relaton is expected"));
        }
        var standard = NODES.objectNode();
        var number = primary(item.path("docidentifier"));
        put(standard, "number", number);
        put(standard, "titleZh", title(item, "zh").or(() -> title(item, "en")));
        put(standard, "titleEn", title(item, "en"));
        put(standard, "status", status(item));
        put(standard, "publishedOn", date(item, "published"));
        put(standard, "implementedOn", date(item, "implemented"));
        put(standard, "abolishedOn", date(item, "obsoleted"));
        put(standard, "reviewedOn", date(item, "confirmed"));
        put(standard, "firstPublishedOn", date(item, RelatonItem.FIRST_PUBLISHED));
        put(standard, "ics", typed(item.path("classification"), "ICS"));
        put(standard, "ccs", typed(item.path("classification"), "CCS"));
        put(standard, "department", bodies(item, RelatonItem.DEPARTMENT).findFirst());
        put(standard, "technicalCommittee", bodies(item, RelatonItem.COMMITTEE).findFirst());
        var units = standard.putArray("draftingUnits");
        bodies(item, RelatonItem.DRAFTING_UNIT).forEach(units::add);
        put(standard, "scope", contents(item.path("abstract")).findFirst());
        put(standard, "source", typed(item.path("note"), "source").or(() -> Optional.of("Relaton")));
        put(standard, "certainty", typed(item.path("note"), "certainty").or(() -> Optional.of("U")));
        related(standard, "replaces", item, "obsoletes", null);
        related(standard, "replacesInPart", item, "updates", RelatonItem.PARTIAL);
        related(standard, "replacedInPartBy", item, "updatedBy", RelatonItem.PARTIAL);
        related(standard, "cites", item, "cites", null);
        var replacedBy = standard.putArray("replacedBy");
        SUCCEEDED.forEach(type -> numbers(item, type, null).forEach(replacedBy::add));
        var adopts = standard.putArray("adopts");
        relations(item, "adoptedFrom")
                .forEach(relation -> primary(relation.path("bibitem").path("docidentifier"))
                        .ifPresent(other -> adopts.addObject()
                                .put("number", other)
                                .put("degree", description(relation).orElse(null))));
        return StandardTable.completed(standard);
    }

    private static void put(ObjectNode standard, String field, Optional<String> value) {
        value.ifPresent(text -> standard.put(field, text));
    }

    private static void related(
            ObjectNode standard, String field, JsonNode item, String type, @Nullable String description) {
        var others = standard.putArray(field);
        numbers(item, type, description).forEach(others::add);
    }

    private static Stream<String> numbers(JsonNode item, String type, @Nullable String description) {
        return relations(item, type)
                .filter(relation -> description == null
                        || description(relation).filter(description::equals).isPresent())
                .flatMap(relation -> primary(relation.path("bibitem").path("docidentifier")).stream());
    }

    private static Stream<JsonNode> relations(JsonNode item, String type) {
        return list(item.path("relation"))
                .filter(relation -> relation.path("type").asText().equals(type));
    }

    private static Optional<String> description(JsonNode relation) {
        return content(relation.path("description"));
    }

    private static Stream<JsonNode> list(JsonNode node) {
        return node.isArray()
                ? StreamSupport.stream(node.spliterator(), false)
                : node.isMissingNode() || node.isNull() ? Stream.empty() : Stream.of(node);
    }

    private static Stream<String> contents(JsonNode node) {
        return list(node).flatMap(one -> content(one).stream());
    }

    /** A text, or what has one as its content. */
    private static Optional<String> content(JsonNode node) {
        var text = node.isObject() ? node.path("content") : node;
        return text.isValueNode() && !text.isNull() ? Optional.of(text.asText()) : Optional.empty();
    }

    private static Optional<String> primary(JsonNode identifiers) {
        return list(identifiers)
                .filter(one -> one.path("primary").asBoolean())
                .flatMap(one -> content(one).stream())
                .findFirst()
                .or(() -> contents(identifiers).findFirst());
    }

    private static Optional<String> title(JsonNode item, String language) {
        return list(item.path("title"))
                .filter(title -> title.path("language").asText("zh").equals(language))
                .flatMap(title -> content(title).stream())
                .findFirst();
    }

    private static Optional<String> date(JsonNode item, String type) {
        return list(item.path("date"))
                .filter(date -> date.path("type").asText().equals(type))
                .map(date -> date.path("at").asText())
                .filter(day -> !day.isEmpty())
                .findFirst();
    }

    private static Optional<String> typed(JsonNode notes, String type) {
        return list(notes)
                .filter(note -> note.path("type").asText().equals(type))
                .flatMap(note -> content(note).stream())
                .findFirst();
    }

    private static Stream<String> bodies(JsonNode item, String description) {
        return list(item.path("contributor"))
                .filter(one -> list(one.path("role"))
                        .flatMap(role -> contents(role.path("description")))
                        .anyMatch(description::equals))
                .flatMap(one -> contents(one.path("organization").path("name")));
    }

    private static Optional<String> status(JsonNode item) {
        var stage = content(item.path("status").path("stage")).orElse("");
        return Arrays.stream(Status.values())
                .filter(status -> status.en().equals(stage) || status.zh().equals(stage))
                .map(Status::name)
                .findFirst();
    }
}
