package cn.quality.standards.exchange;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A line of {@code iso_deliverables_metadata.jsonl} as a standard of this catalogue. Others are named in it by the numbers of
 * their records. There is no Chinese title, so the title is the English one until somebody states a Chinese one.
 */
final class IsoDeliverable {

    /** What the licence asks to be shown wherever the data is: it is the source of each standard. */
    static final String ATTRIBUTION =
            "ISO Open Data (https://www.iso.org/open-data.html), made available under the ODC Attribution License (ODC-By 1.0)";

    static final ProblemType NOT_PUBLISHED =
            new ProblemType(422, "not-published", Text.of("尚未发布", "Not yet published"));
    static final ProblemType NO_DELIVERABLE =
            new ProblemType(422, "no-iso-deliverable", Text.of("不是 ISO 开放数据的记录", "No record of ISO Open Data"));

    /** Bytes of a line: scopes are long, and there are two languages. */
    static final int LONGEST_LINE = 262_144;

    // International harmonized stage codes: 60.60 published, 90.x under review, 95.99 withdrawn.
    private static final int PUBLISHED = 6060;
    private static final int WITHDRAWN = 9599;
    private static final int LONGEST_SCOPE = 5_000;
    private static final Pattern TAG = Pattern.compile("<[^<>]{0,500}>");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern ENTITY = Pattern.compile("&(amp|lt|gt|quot|nbsp|#\\d{1,6});");

    private final Map<Long, String> references;

    /** @param references by the number of their record */
    IsoDeliverable(Map<Long, String> references) {
        this.references = references;
    }

    /** The number of a record and what it is called. */
    static Optional<Map.Entry<Long, String>> reference(JsonNode record) {
        var id = record.path("id");
        var reference = record.path("reference");
        return id.isIntegralNumber() && reference.isTextual()
                ? Optional.of(Map.entry(id.longValue(), reference.textValue()))
                : Optional.empty();
    }

    /** @throws Problem when it is no record, or of a draft */
    ObjectNode asStandard(ObjectNode record) {
        if (reference(record).isEmpty()) {
            throw new Problem(NO_DELIVERABLE, Text.of("应有 id 和 reference", "a record has an id and a reference"))
                    .with("reference", "required", Text.of("必填", "is required"));
        }
        int stage = record.path("currentStage").asInt(PUBLISHED);
        if (stage < PUBLISHED) {
            throw new Problem(NOT_PUBLISHED, Text.of("阶段代码 %d：仍在制定中", "stage %d: still being drafted", stage));
        }
        var title = text(record.path("title").path("en"))
                .or(() -> text(record.path("title").path("fr")))
                .orElse(null);
        var replacedBy = numbers(record.path("replacedBy"));
        var standard = JsonNodeFactory.instance.objectNode();
        standard.put("number", record.path("reference").textValue())
                .put("titleZh", title)
                .put("titleEn", title)
                .put("level", "INTERNATIONAL")
                .put("status", stage != WITHDRAWN ? "IN_FORCE" : replacedBy.isEmpty() ? "ABOLISHED" : "REPLACED")
                .put("publishedOn", text(record.path("publicationDate")).orElse(null))
                .put("ics", ics(record.path("icsCode")))
                .put("technicalCommittee", text(record.path("ownerCommittee")).orElse(null))
                .put(
                        "scope",
                        text(record.path("scope").path("en"))
                                .map(IsoDeliverable::plain)
                                .orElse(null))
                .put("source", ATTRIBUTION)
                .put("certainty", "D");
        standard.set("replaces", numbers(record.path("replaces")));
        standard.set("replacedBy", replacedBy);
        return standard;
    }

    private JsonNode numbers(JsonNode ids) {
        var numbers = JsonNodeFactory.instance.arrayNode();
        StreamSupport.stream(ids.spliterator(), false)
                .filter(JsonNode::isIntegralNumber)
                .flatMap(id -> Stream.ofNullable(references.get(id.longValue())))
                .distinct()
                .forEach(numbers::add);
        return numbers;
    }

    /** The first of its classes: the catalogue holds one. */
    private static @Nullable String ics(JsonNode codes) {
        return (codes.isArray() ? text(codes.path(0)) : text(codes)).orElse(null);
    }

    private static Optional<String> text(JsonNode node) {
        return node.isTextual() && !node.textValue().isBlank()
                ? Optional.of(node.textValue().strip())
                : Optional.empty();
    }

    /** Without the tags of HTML. */
    private static String plain(String html) {
        var text = ENTITY.matcher(TAG.matcher(html).replaceAll(" ")).replaceAll(found -> switch (found.group(1)) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            default -> " ";
        });
        var plain = BLANKS.matcher(text).replaceAll(" ").strip();
        return plain.length() > LONGEST_SCOPE ? plain.substring(0, LONGEST_SCOPE - 1) + "…" : plain;
    }
}
