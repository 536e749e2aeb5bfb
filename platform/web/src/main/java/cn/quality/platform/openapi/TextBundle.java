package cn.quality.platform.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One file of texts. It has the operations of one tag, by operation id, and may have texts that several of them share:
 *
 * <pre>{@code
 * like:
 *   act:
 *     responses:
 *       200: {zh: 条目, en: the entry, schema: ListingView}
 * operations:
 *   postListingsByIdSubmission:
 *     like: act
 *     summary: {zh: 送审, en: submit for review}
 *     description: {zh: …, en: …}
 *     parameters:
 *       region: {zh: 区划代码, en: code of a region, example: '371100'}
 *     body:
 *       examples: …
 *     responses:
 *       200: {zh: …, en: …}
 *       422:
 *         unsuitable-date: {zh: 日期晚于今天, en: after today}
 * }</pre>
 *
 * @param wording how this file's two languages are joined
 * @param operations by operation id, with what they share filled in
 */
record TextBundle(Wording wording, Map<String, JsonNode> operations) {

    private static final ObjectMapper YAML = new YAMLMapper();
    private static final Set<String> PARTS = Set.of("brackets", "like", "operations");
    private static final Set<String> PARTS_OF_AN_OPERATION =
            Set.of("like", "summary", "description", "parameters", "body", "responses");

    /** What a response or a body has besides its text. */
    static final Set<String> STRUCTURE = Set.of("schema", "content", "headers", "examples");

    static TextBundle parse(String yaml) {
        JsonNode file;
        try {
            requireNoAlias(yaml);
            file = YAML.readTree(yaml);
        } catch (IOException e) {
            throw new FaultyBundle("cannot be read: " + e.getMessage());
        }
        onlyHas(PARTS, file, "the file");
        var operations = new TreeMap<String, JsonNode>();
        file.path("operations")
                .properties()
                .forEach(entry ->
                        operations.put(entry.getKey(), shared(entry.getKey(), entry.getValue(), file.path("like"))));
        return new TextBundle(new Wording(file.path("brackets").asBoolean(true)), operations);
    }

    /** Jackson reads an alias as the text of its name. */
    private static void requireNoAlias(String yaml) throws IOException {
        try (var parser = (YAMLParser) YAML.createParser(yaml)) {
            while (parser.nextToken() != null) {
                if (parser.isCurrentAlias()) {
                    throw new FaultyBundle(
                            "has the alias *" + parser.getText() + "; what it means is to be written out");
                }
            }
        }
    }

    /** The operation's own texts, and of those it shares what it does not say itself. */
    private static JsonNode shared(String id, JsonNode own, JsonNode templates) {
        onlyHas(PARTS_OF_AN_OPERATION, own, id);
        if (!own.has("like")) {
            return own;
        }
        var template = templates.path(own.path("like").asText());
        if (!template.isObject()) {
            throw new FaultyBundle(id + " is like " + own.path("like") + ", which the file has not");
        }
        ObjectNode all = template.deepCopy();
        own.properties().forEach(part -> all.set(part.getKey(), part.getValue()));
        for (var part : List.of("parameters", "responses")) {
            ObjectNode entries = all.putObject(part);
            template.path(part).properties().forEach(entry -> entries.set(entry.getKey(), entry.getValue()));
            own.path(part)
                    .properties()
                    .forEach(entry ->
                            entries.set(entry.getKey(), withStructure(entry.getValue(), entries.path(entry.getKey()))));
        }
        return all;
    }

    /** A response in its own words still answers with what it shares. */
    private static JsonNode withStructure(JsonNode own, JsonNode template) {
        if (!own.isObject()) {
            return own;
        }
        ObjectNode both = own.deepCopy();
        STRUCTURE.stream()
                .filter(part -> template.has(part) && !own.has(part))
                .forEach(part -> both.set(part, template.get(part)));
        return both;
    }

    private static void onlyHas(Set<String> parts, JsonNode node, String what) {
        var unknown = node.properties().stream()
                .map(Map.Entry::getKey)
                .filter(part -> !parts.contains(part))
                .toList();
        if (!node.isObject() || !unknown.isEmpty()) {
            throw new FaultyBundle(what + " has unknown parts " + unknown + "; known are " + List.copyOf(parts));
        }
    }
}
