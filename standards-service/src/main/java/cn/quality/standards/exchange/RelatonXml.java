package cn.quality.standards.exchange;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** {@code bibitem} of Relaton in XML; its elements in the order of the grammar (relaton-models, biblio.rng). */
final class RelatonXml {

    static final String MEDIA_TYPE = "application/xml";

    private static final XMLOutputFactory WRITERS = XMLOutputFactory.newDefaultFactory();

    private final XMLStreamWriter xml;

    private RelatonXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static byte[] write(RelatonItem item) {
        var bytes = new ByteArrayOutputStream();
        try {
            var writer = WRITERS.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            writer.writeStartDocument("UTF-8", "1.0");
            new RelatonXml(writer).bibitem(item);
            writer.writeEndDocument();
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private void bibitem(RelatonItem item) throws XMLStreamException {
        xml.writeStartElement("bibitem");
        xml.writeAttribute("id", item.id());
        xml.writeAttribute("type", "standard");
        for (var title : item.titles()) {
            text("title", title.content(), "type", "main", "language", title.language(), "script", title.script());
        }
        text("docidentifier", item.number(), "type", item.issuer(), "primary", "true");
        if (item.serial().isPresent()) {
            text("docnumber", item.serial().get());
        }
        for (var date : item.dates()) {
            xml.writeStartElement("date");
            xml.writeAttribute("type", date.type());
            text("on", date.on().toString());
            xml.writeEndElement();
        }
        for (var contributor : item.contributors()) {
            contributor(contributor);
        }
        for (var note : item.notes()) {
            text("note", note.content(), "type", note.type());
        }
        text("language", "zh");
        text("script", "Hans");
        if (item.scope().isPresent()) {
            text("abstract", item.scope().get());
        }
        xml.writeStartElement("status");
        text("stage", item.stage());
        xml.writeEndElement();
        for (var relation : item.relations()) {
            relation(relation);
        }
        for (var classification : item.classifications()) {
            text("classification", classification.content(), "type", classification.type());
        }
        xml.writeEndElement();
    }

    private void contributor(RelatonItem.Contributor contributor) throws XMLStreamException {
        xml.writeStartElement("contributor");
        xml.writeStartElement("role");
        if (contributor.role() != null) {
            xml.writeAttribute("type", contributor.role());
        }
        text("description", contributor.description());
        xml.writeEndElement();
        xml.writeStartElement("organization");
        text("name", contributor.name());
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void relation(RelatonItem.Relation relation) throws XMLStreamException {
        xml.writeStartElement("relation");
        xml.writeAttribute("type", relation.type());
        if (relation.description() != null) {
            text("description", relation.description());
        }
        xml.writeStartElement("bibitem");
        xml.writeAttribute("type", "standard");
        if (relation.title() != null) {
            text("title", relation.title(), "type", "main");
        }
        text("docidentifier", relation.number());
        xml.writeEndElement();
        xml.writeEndElement();
    }

    /** @param attributes names and values, in turn */
    private void text(String element, String content, String... attributes) throws XMLStreamException {
        xml.writeStartElement(element);
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], attributes[i + 1]);
        }
        xml.writeCharacters(content);
        xml.writeEndElement();
    }
}
