package cn.quality.platform.dcat;

import cn.quality.platform.problem.Text;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A catalogue, its datasets, and the forms each can be had in. Addresses are relative to the document.
 *
 * @param address of the catalogue itself
 * @param modified when something in it last changed
 */
public record DataCatalogue(String address, Text title, Optional<Instant> modified, List<Dataset> datasets) {

    public static final String JSON_LD = "application/ld+json";

    private static final String FILE_TYPES = "https://www.iana.org/assignments/media-types/";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    public ObjectNode asJsonLd() {
        var catalogue = JSON.objectNode();
        catalogue.set("@context", context());
        catalogue.put("@id", address).put("@type", "dcat:Catalog");
        catalogue.set("dct:title", texts(title));
        catalogue.set("dct:publisher", publisher());
        modified.ifPresent(moment -> catalogue.set("dct:modified", moment(moment.toString())));
        var written = catalogue.putArray("dcat:dataset");
        datasets.forEach(dataset -> written.add(dataset(dataset)));
        return catalogue;
    }

    private static ObjectNode context() {
        return JSON.objectNode()
                .put("dcat", "http://www.w3.org/ns/dcat#")
                .put("dct", "http://purl.org/dc/terms/")
                .put("foaf", "http://xmlns.com/foaf/0.1/")
                .put("xsd", "http://www.w3.org/2001/XMLSchema#");
    }

    private static ObjectNode publisher() {
        var publisher = JSON.objectNode().put("@type", "foaf:Agent");
        publisher.set("foaf:name", texts(Text.of("日照市质量公共服务", "Quality public service of Rizhao")));
        return publisher;
    }

    private ObjectNode dataset(Dataset dataset) {
        var node = JSON.objectNode()
                .put("@id", address + "#" + dataset.id())
                .put("@type", "dcat:Dataset")
                .put("dct:identifier", dataset.id());
        node.set("dct:title", texts(dataset.title()));
        node.set("dct:description", texts(dataset.description()));
        var keywords = node.putArray("dcat:keyword");
        dataset.keywords().forEach(keywords::add);
        dataset.rights().ifPresent(rights -> {
            var statement = node.putObject("dct:rights").put("@type", "dct:RightsStatement");
            statement.set("dct:description", texts(rights));
        });
        var distributions = node.putArray("dcat:distribution");
        for (var form : dataset.distributions()) {
            var distribution = distributions.addObject().put("@type", "dcat:Distribution");
            distribution.set("dct:title", texts(form.title()));
            distribution.set("dcat:accessURL", reference(form.address()));
            if (form.file()) {
                distribution.set("dcat:downloadURL", reference(form.address()));
            }
            distribution.set("dcat:mediaType", reference(FILE_TYPES + form.mediaType()));
            if (!form.conformsTo().isEmpty()) {
                distribution.set("dct:conformsTo", reference(form.conformsTo()));
            }
        }
        return node;
    }

    private static ArrayNode texts(Text text) {
        var both = JSON.arrayNode();
        both.addObject().put("@language", "zh").put("@value", text.zh());
        both.addObject().put("@language", "en").put("@value", text.en());
        return both;
    }

    private static ObjectNode reference(String iri) {
        return JSON.objectNode().put("@id", iri);
    }

    private static ObjectNode moment(String written) {
        return JSON.objectNode().put("@type", "xsd:dateTime").put("@value", written);
    }
}
