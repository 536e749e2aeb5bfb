package cn.quality.indicator.sdmx;

import cn.quality.platform.problem.Text;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes SDMX-ML 2.1: elements by prefix, and the parts all messages share. */
final class Ml {

    static final Map<String, String> NAMESPACES = Map.of(
            "mes", "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message",
            "com", "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common",
            "str", "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/structure",
            "gen", "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/generic",
            "ss", "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/structurespecific",
            "xsi", "http://www.w3.org/2001/XMLSchema-instance");

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final XMLStreamWriter xml;
    private final Deque<String> open = new ArrayDeque<>();

    /** Writes part of a document. */
    @FunctionalInterface
    private interface Part {
        void write() throws XMLStreamException;
    }

    Ml(OutputStream out) throws IOException {
        try {
            xml = FACTORY.createXMLStreamWriter(out, "UTF-8");
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /** Begins the document. */
    Ml root(String name, String... prefixes) throws IOException {
        write(() -> xml.writeStartDocument("UTF-8", "1.0"));
        start(name);
        for (var prefix : prefixes) {
            namespace(prefix, NAMESPACES.getOrDefault(prefix, prefix));
        }
        return this;
    }

    Ml namespace(String prefix, String uri) throws IOException {
        write(() -> xml.writeNamespace(prefix, uri));
        return this;
    }

    /** @param name with its prefix, if it has one */
    Ml start(String name) throws IOException {
        open.push(name);
        write(() -> xml.writeStartElement(name));
        return this;
    }

    Ml attribute(String name, String value) throws IOException {
        write(() -> xml.writeAttribute(name, value));
        return this;
    }

    /** Ends the innermost element. */
    Ml end() throws IOException {
        open.pop();
        write(xml::writeEndElement);
        return this;
    }

    Ml text(String text) throws IOException {
        write(() -> xml.writeCharacters(text));
        return this;
    }

    /** An element with text alone. */
    Ml element(String name, String text) throws IOException {
        return start(name).text(text).end();
    }

    /** The same text in both languages. */
    Ml names(String element, Text text) throws IOException {
        start(element).attribute("xml:lang", "zh").text(text.zh()).end();
        return start(element).attribute("xml:lang", "en").text(text.en()).end();
    }

    Ml header(Message message) throws IOException {
        start("mes:Header");
        element("mes:ID", message.id());
        element("mes:Test", "false");
        element("mes:Prepared", message.prepared().toString());
        start("mes:Sender").attribute("id", Dataflow.AGENCY);
        return names("com:Name", Dataflow.AGENCY_NAME).end();
    }

    /** Whether the innermost open element is this one. */
    boolean isIn(String name) {
        return name.equals(open.peek());
    }

    void finish() throws IOException {
        while (!open.isEmpty()) {
            end();
        }
        write(() -> {
            xml.writeEndDocument();
            xml.flush();
        });
    }

    private static void write(Part part) throws IOException {
        try {
            part.write();
        } catch (XMLStreamException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e);
        }
    }
}
