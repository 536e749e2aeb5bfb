package cn.quality.credit.listing;

import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.identifiers.RegionCode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Announced honours as an Atom feed (RFC 4287), for who wants to be told instead of looking. Its addresses are relative, so
 * that they are right behind any number of gateways; they lead to the pages of the portal.
 */
final class PublicNoticeFeed {

    static final String MEDIA_TYPE = "application/atom+xml";

    /** More than are ever announced at once; the newest come first. */
    static final int MOST = 200;

    private static final String SELF = "/api/credit/v1/public-notices/feed";
    private static final String PAGES = "/public-notices";

    private static final XMLOutputFactory WRITERS = XMLOutputFactory.newDefaultFactory();

    private PublicNoticeFeed() {}

    /**
     * @param honours newest first
     * @param region where they are; everywhere when absent
     * @param today the day an empty feed was true on
     */
    static byte[] of(List<AnnouncedHonour> honours, Optional<RegionCode> region, LocalDate today) {
        var self = SELF + region.map(code -> "?region=" + code.value()).orElse("");
        var out = new ByteArrayOutputStream();
        try {
            var xml = WRITERS.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace("http://www.w3.org/2005/Atom");
            xml.writeAttribute("xml:lang", "zh-CN");
            // Of each region its own, and always the same.
            text(xml, "id", "urn:uuid:" + UUID.nameUUIDFromBytes(self.getBytes(StandardCharsets.UTF_8)));
            text(xml, "title", "质量信用红榜公示 (honours under public notice)");
            text(xml, "subtitle", "公示期内任何人均可提出异议。(Anybody may object while the notice runs.)");
            text(
                    xml,
                    "updated",
                    moment(honours.isEmpty() ? today : honours.getFirst().announcedOn()));
            link(xml, "self", MEDIA_TYPE, self);
            link(xml, "alternate", "text/html", PAGES);
            author(xml, "质量公共服务");
            for (var honour : honours) {
                entry(xml, honour);
            }
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A feed in memory can be written", e);
        }
        return out.toByteArray();
    }

    private static void entry(XMLStreamWriter xml, AnnouncedHonour honour) throws XMLStreamException {
        xml.writeStartElement("entry");
        text(xml, "id", "urn:uuid:" + honour.id());
        text(xml, "title", (honour.fictional() ? "【虚构数据】" : "") + honour.enterpriseName());
        text(xml, "published", moment(honour.announcedOn()));
        text(xml, "updated", moment(honour.announcedOn()));
        link(xml, "alternate", "text/html", PAGES + "/" + honour.id());
        if (honour.authority() != null) {
            author(xml, honour.authority());
        }
        text(
                xml,
                "summary",
                "%s（%s）拟列入质量信用红榜，事由：%s。公示至 %s，期内任何人均可提出异议。(To be put on the red list; anybody may object until %s.)"
                        .formatted(
                                honour.enterpriseName(),
                                honour.uscc(),
                                honour.ground(),
                                honour.objectionsUntil(),
                                honour.objectionsUntil()));
        xml.writeEndElement();
    }

    private static void text(XMLStreamWriter xml, String element, String text) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String relation, String type, String address)
            throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", address);
    }

    private static void author(XMLStreamWriter xml, String name) throws XMLStreamException {
        xml.writeStartElement("author");
        text(xml, "name", name);
        xml.writeEndElement();
    }

    /** When a day begins where the law counts it. */
    private static String moment(LocalDate day) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(day.atStartOfDay(LegalDates.ZONE));
    }
}
