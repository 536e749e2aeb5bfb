package cn.quality.indicator.dataset;

import cn.quality.indicator.BilingualText;
import cn.quality.indicator.observation.ObservationService;
import cn.quality.platform.http.CacheableResponses;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** DCAT-AP 3: a catalogue, its datasets, and the forms each can be had in. Addresses are relative to this document. */
@Path("datasets")
@PermitAll
@Tag(name = "datasets", description = "开放数据目录 (open data, as DCAT-AP)")
class DatasetResource {

    static final String JSON_LD = "application/ld+json";

    private static final String FILE_TYPES = "https://www.iana.org/assignments/media-types/";

    private final ObservationService observations;
    private final CacheableResponses answers;
    private final JsonNodeFactory json = JsonNodeFactory.instance;

    DatasetResource(ObservationService observations, CacheableResponses answers) {
        this.observations = observations;
        this.answers = answers;
    }

    @GET
    @Produces(JSON_LD)
    public Response getDatasetCatalogue() {
        var catalogue = json.objectNode();
        catalogue.set("@context", context());
        catalogue.put("@id", "/api/indicators/v1/datasets").put("@type", "dcat:Catalog");
        catalogue.set(
                "dct:title", texts(new BilingualText("日照市质量指标开放数据", "Open data of the quality indicators of Rizhao")));
        catalogue.set("dct:publisher", publisher());
        observations.newestPublication().ifPresent(moment -> catalogue.set("dct:modified", moment(moment.toString())));
        var datasets = catalogue.putArray("dcat:dataset");
        Dataset.all().forEach(dataset -> datasets.add(written(dataset)));
        return Response.fromResponse(answers.of(catalogue)).type(JSON_LD).build();
    }

    private ObjectNode context() {
        return json.objectNode()
                .put("dcat", "http://www.w3.org/ns/dcat#")
                .put("dct", "http://purl.org/dc/terms/")
                .put("foaf", "http://xmlns.com/foaf/0.1/")
                .put("xsd", "http://www.w3.org/2001/XMLSchema#");
    }

    private ObjectNode publisher() {
        var publisher = json.objectNode().put("@type", "foaf:Agent");
        publisher.set("foaf:name", texts(new BilingualText("日照市质量公共服务", "Quality public service of Rizhao")));
        return publisher;
    }

    private ObjectNode written(Dataset dataset) {
        var node = json.objectNode()
                .put("@id", "/api/indicators/v1/datasets#" + dataset.id())
                .put("@type", "dcat:Dataset")
                .put("dct:identifier", dataset.id());
        node.set("dct:title", texts(dataset.title()));
        node.set("dct:description", texts(dataset.description()));
        var keywords = node.putArray("dcat:keyword");
        dataset.keywords().forEach(keywords::add);
        var distributions = node.putArray("dcat:distribution");
        for (var form : dataset.distributions()) {
            var distribution = distributions.addObject().put("@type", "dcat:Distribution");
            distribution.set("dct:title", texts(form.title()));
            distribution.set("dcat:accessURL", reference(form.address()));
            distribution.set("dcat:mediaType", reference(FILE_TYPES + form.mediaType()));
            if (!form.conformsTo().isEmpty()) {
                distribution.set("dct:conformsTo", reference(form.conformsTo()));
            }
        }
        return node;
    }

    private ArrayNode texts(BilingualText text) {
        var both = json.arrayNode();
        both.addObject().put("@language", "zh").put("@value", text.zh());
        both.addObject().put("@language", "en").put("@value", text.en());
        return both;
    }

    private ObjectNode reference(String iri) {
        return json.objectNode().put("@id", iri);
    }

    private ObjectNode moment(String written) {
        return json.objectNode().put("@type", "xsd:dateTime").put("@value", written);
    }
}
