package cn.quality.indicator.sdmx;

import cn.quality.platform.problem.Text;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes structures as SDMX-JSON 1.0 or 2.0, which say the same in slightly different words. */
final class JsonStructureWriter {

    private final JsonGenerator json;
    private final Message message;
    private final Format format;
    private final boolean first;

    JsonStructureWriter(OutputStream out, Message message, Format format) throws IOException {
        this.json = JsonMessages.generator(out);
        this.message = message;
        this.format = format;
        this.first = format == Format.STRUCTURE_JSON_1;
    }

    /** Writes part of the message. */
    @FunctionalInterface
    private interface Part<T> {
        void write(T part) throws IOException;
    }

    void write(Structures structures) throws IOException {
        json.writeStartObject();
        JsonMessages.meta(json, message, format);
        json.writeObjectFieldStart("data");
        list("dataflows", structures.flows(), this::dataflow);
        list("codelists", structures.codelists(), this::codelist);
        list("conceptSchemes", structures.concepts() ? List.of(Dataflow.CONCEPTS) : List.of(), this::concepts);
        list("dataStructures", structures.structure() ? List.of(Dataflow.STRUCTURE) : List.of(), this::dataStructure);
        list(
                first ? "contentConstraints" : "dataConstraints",
                structures.availability().stream().toList(),
                this::availability);
        json.writeEndObject();
        json.writeEndObject();
        json.flush();
    }

    /** A list of objects; an empty one is left out, as the schema asks. */
    private <T> void list(String field, List<T> parts, Part<T> writer) throws IOException {
        if (parts.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart(field);
        for (var part : parts) {
            json.writeStartObject();
            writer.write(part);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void artefact(String id, Text name) throws IOException {
        json.writeStringField("id", id);
        JsonMessages.names(json, name, message);
        json.writeStringField("version", Dataflow.VERSION);
        json.writeStringField("agencyID", Dataflow.AGENCY);
        json.writeBooleanField("isExternalReference", false);
        if (first) {
            json.writeBooleanField("isFinal", true);
        }
    }

    private void dataflow(Dataflow flow) throws IOException {
        artefact(flow.name(), flow.label());
        json.writeStringField("structure", Dataflow.urn("datastructure.DataStructure", Dataflow.STRUCTURE));
    }

    private void codelist(Codelist codelist) throws IOException {
        artefact(codelist.id(), codelist.label());
        list("codes", List.copyOf(codelist.codes().entrySet()), code -> {
            json.writeStringField("id", code.getKey());
            JsonMessages.names(json, code.getValue(), message);
        });
    }

    private void concepts(String id) throws IOException {
        artefact(id, Dataflow.CONCEPTS_NAME);
        list("concepts", List.of(Component.values()), component -> {
            json.writeStringField("id", component.name());
            JsonMessages.names(json, component.label(), message);
        });
    }

    private void dataStructure(String id) throws IOException {
        artefact(id, Dataflow.STRUCTURE_NAME);
        json.writeObjectFieldStart("dataStructureComponents");
        json.writeObjectFieldStart("attributeList");
        json.writeStringField("id", "AttributeDescriptor");
        list("attributes", List.copyOf(DataQuery.Detail.ALL), attribute -> {
            component(attribute);
            json.writeStringField(first ? "assignmentStatus" : "usage", first ? "Conditional" : "optional");
            JsonMessages.relationship(json, "attributeRelationship", attribute, first);
        });
        json.writeEndObject();
        json.writeObjectFieldStart("dimensionList");
        json.writeStringField("id", "DimensionDescriptor");
        list("dimensions", Component.KEY, dimension -> {
            component(dimension);
            json.writeNumberField("position", dimension.ordinal());
        });
        timeDimension();
        json.writeEndObject();
        json.writeObjectFieldStart("measureList");
        json.writeStringField("id", "MeasureDescriptor");
        if (first) {
            json.writeObjectFieldStart("primaryMeasure");
            component(Component.OBS_VALUE);
            json.writeEndObject();
        } else {
            list("measures", List.of(Component.OBS_VALUE), this::component);
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void timeDimension() throws IOException {
        if (first) {
            list("timeDimensions", List.of(Component.TIME_PERIOD), dimension -> {
                component(dimension);
                json.writeNumberField("position", dimension.ordinal());
            });
        } else {
            json.writeObjectFieldStart("timeDimension");
            component(Component.TIME_PERIOD);
            json.writeEndObject();
        }
    }

    private void component(Component component) throws IOException {
        json.writeStringField("id", component.name());
        json.writeStringField(
                "conceptIdentity", Dataflow.urn("conceptscheme.Concept", Dataflow.CONCEPTS) + "." + component.name());
        json.writeObjectFieldStart("localRepresentation");
        var codelist = component.codelist();
        if (codelist.isPresent()) {
            json.writeStringField("enumeration", Dataflow.urn("codelist.Codelist", codelist.get()));
        } else {
            json.writeObjectFieldStart(first ? "textFormat" : "format");
            json.writeStringField(first ? "textType" : "dataType", component.textType());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void availability(Availability availability) throws IOException {
        artefact(availability.id(), Availability.NAME);
        json.writeStringField(first ? "type" : "role", "Actual");
        json.writeArrayFieldStart("annotations");
        metric("series_count", availability.series());
        metric("obs_count", availability.observations());
        json.writeEndArray();
        json.writeObjectFieldStart("constraintAttachment");
        json.writeArrayFieldStart("dataflows");
        json.writeString(availability.flow().urn());
        json.writeEndArray();
        json.writeEndObject();
        list("cubeRegions", List.of(availability), region -> {
            json.writeBooleanField(first ? "isIncluded" : "include", true);
            list("keyValues", region.components(), component -> keyValue(component, region));
        });
    }

    private void keyValue(Component component, Availability availability) throws IOException {
        json.writeStringField("id", component.name());
        if (component == Component.TIME_PERIOD) {
            json.writeObjectFieldStart("timeRange");
            bound("startPeriod", availability.first().toString());
            bound("endPeriod", availability.last().toString());
            json.writeEndObject();
        } else {
            json.writeArrayFieldStart("values");
            for (var code : availability.codesOf(component)) {
                if (first) {
                    json.writeString(code);
                } else {
                    json.writeStartObject();
                    json.writeStringField("value", code);
                    json.writeEndObject();
                }
            }
            json.writeEndArray();
        }
    }

    private void bound(String field, String day) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("period", day);
        json.writeBooleanField("isInclusive", true);
        json.writeEndObject();
    }

    private void metric(String id, long count) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", id);
        json.writeStringField("title", Long.toString(count));
        json.writeStringField("type", "sdmx_metrics");
        json.writeEndObject();
    }
}
