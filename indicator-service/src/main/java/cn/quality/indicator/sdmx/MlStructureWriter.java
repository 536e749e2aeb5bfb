package cn.quality.indicator.sdmx;

import cn.quality.platform.problem.Text;
import java.io.IOException;
import java.io.OutputStream;

/** Writes structures as SDMX-ML 2.1, in the order its schema asks for. */
final class MlStructureWriter {

    private final Ml ml;

    MlStructureWriter(OutputStream out) throws IOException {
        this.ml = new Ml(out);
    }

    void write(Structures structures, Message message) throws IOException {
        ml.root("mes:Structure", "mes", "com", "str");
        ml.header(message).end();
        ml.start("mes:Structures");
        if (!structures.flows().isEmpty()) {
            ml.start("str:Dataflows");
            for (var flow : structures.flows()) {
                dataflow(flow);
            }
            ml.end();
        }
        if (!structures.codelists().isEmpty()) {
            ml.start("str:Codelists");
            for (var list : structures.codelists()) {
                codelist(list);
            }
            ml.end();
        }
        if (structures.concepts()) {
            concepts();
        }
        if (structures.structure()) {
            dataStructure();
        }
        if (structures.availability().isPresent()) {
            availability(structures.availability().get());
        }
        ml.finish();
    }

    private Ml artefact(String element, String id, Text name) throws IOException {
        ml.start(element)
                .attribute("id", id)
                .attribute("agencyID", Dataflow.AGENCY)
                .attribute("version", Dataflow.VERSION)
                .attribute("isFinal", "true");
        return ml.names("com:Name", name);
    }

    private void dataflow(Dataflow flow) throws IOException {
        artefact("str:Dataflow", flow.name(), flow.label());
        ml.start("str:Structure");
        reference(Dataflow.STRUCTURE, "datastructure", "DataStructure");
        ml.end().end();
    }

    private void codelist(Codelist list) throws IOException {
        artefact("str:Codelist", list.id(), list.label());
        for (var code : list.codes().entrySet()) {
            ml.start("str:Code").attribute("id", code.getKey());
            ml.names("com:Name", code.getValue()).end();
        }
        ml.end();
    }

    private void concepts() throws IOException {
        ml.start("str:Concepts");
        artefact("str:ConceptScheme", Dataflow.CONCEPTS, Dataflow.CONCEPTS_NAME);
        for (var component : Component.values()) {
            ml.start("str:Concept").attribute("id", component.name());
            ml.names("com:Name", component.label()).end();
        }
        ml.end().end();
    }

    private void dataStructure() throws IOException {
        ml.start("str:DataStructures");
        artefact("str:DataStructure", Dataflow.STRUCTURE, Dataflow.STRUCTURE_NAME);
        ml.start("str:DataStructureComponents");
        ml.start("str:DimensionList").attribute("id", "DimensionDescriptor");
        for (var dimension : Component.KEY) {
            dimension("str:Dimension", dimension);
        }
        dimension("str:TimeDimension", Component.TIME_PERIOD);
        ml.end();
        ml.start("str:AttributeList").attribute("id", "AttributeDescriptor");
        for (var attribute : DataQuery.Detail.ALL) {
            attribute(attribute);
        }
        ml.end();
        ml.start("str:MeasureList").attribute("id", "MeasureDescriptor");
        ml.start("str:PrimaryMeasure").attribute("id", Component.OBS_VALUE.name());
        concept(Component.OBS_VALUE);
        representation(Component.OBS_VALUE);
        ml.end().end();
        ml.end().end().end();
    }

    private void dimension(String element, Component dimension) throws IOException {
        ml.start(element)
                .attribute("id", dimension.name())
                .attribute("position", Integer.toString(dimension.ordinal() + 1));
        concept(dimension);
        representation(dimension);
        ml.end();
    }

    private void attribute(Component attribute) throws IOException {
        ml.start("str:Attribute").attribute("id", attribute.name()).attribute("assignmentStatus", "Conditional");
        concept(attribute);
        representation(attribute);
        ml.start("str:AttributeRelationship");
        if (attribute.role() == Component.Role.SERIES_ATTRIBUTE) {
            for (var dimension : Component.KEY) {
                local("str:Dimension", dimension);
            }
        } else {
            local("str:PrimaryMeasure", Component.OBS_VALUE);
        }
        ml.end().end();
    }

    private void local(String element, Component component) throws IOException {
        ml.start(element).start("Ref").attribute("id", component.name()).end().end();
    }

    private void concept(Component component) throws IOException {
        ml.start("str:ConceptIdentity")
                .start("Ref")
                .attribute("id", component.name())
                .attribute("maintainableParentID", Dataflow.CONCEPTS)
                .attribute("maintainableParentVersion", Dataflow.VERSION)
                .attribute("agencyID", Dataflow.AGENCY)
                .attribute("package", "conceptscheme")
                .attribute("class", "Concept")
                .end()
                .end();
    }

    private void representation(Component component) throws IOException {
        ml.start("str:LocalRepresentation");
        var codelist = component.codelist();
        if (codelist.isPresent()) {
            ml.start("str:Enumeration");
            reference(codelist.get(), "codelist", "Codelist");
            ml.end();
        } else {
            ml.start("str:TextFormat")
                    .attribute("textType", component.textType())
                    .end();
        }
        ml.end();
    }

    private void reference(String id, String itsPackage, String itsClass) throws IOException {
        ml.start("Ref")
                .attribute("id", id)
                .attribute("version", Dataflow.VERSION)
                .attribute("agencyID", Dataflow.AGENCY)
                .attribute("package", itsPackage)
                .attribute("class", itsClass)
                .end();
    }

    private void availability(Availability availability) throws IOException {
        ml.start("str:Constraints").start("str:ContentConstraint");
        ml.attribute("id", availability.id())
                .attribute("agencyID", Dataflow.AGENCY)
                .attribute("version", Dataflow.VERSION)
                .attribute("type", "Actual");
        ml.start("com:Annotations");
        metric("series_count", availability.series());
        metric("obs_count", availability.observations());
        ml.end();
        ml.names("com:Name", Availability.NAME);
        ml.start("str:ConstraintAttachment").start("str:Dataflow");
        reference(availability.flow().name(), "datastructure", "Dataflow");
        ml.end().end();
        ml.start("str:CubeRegion").attribute("include", "true");
        for (var component : availability.components()) {
            ml.start("com:KeyValue").attribute("id", component.name());
            if (component == Component.TIME_PERIOD) {
                ml.start("com:TimeRange");
                bound("com:StartPeriod", availability.first().toString());
                bound("com:EndPeriod", availability.last().toString());
                ml.end();
            } else {
                for (var code : availability.codesOf(component)) {
                    ml.element("com:Value", code);
                }
            }
            ml.end();
        }
        ml.end().end().end();
    }

    private void bound(String element, String day) throws IOException {
        ml.start(element).attribute("isInclusive", "true").text(day).end();
    }

    /** A count, as the registry of the SDMX sponsors writes it. */
    private void metric(String id, long count) throws IOException {
        ml.start("com:Annotation").attribute("id", id);
        ml.element("com:AnnotationTitle", Long.toString(count));
        ml.element("com:AnnotationType", "sdmx_metrics").end();
    }
}
