package cn.quality.platform.tabular;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The parts of an XLSX file (ECMA-376), read from disk. The file is untrusted: its size, what it unpacks to, and what the
 * XML parser would have to hold at once are bounded, and nothing outside of it is ever read.
 */
final class XlsxPackage implements Closeable {

    static final ProblemType MALFORMED =
            new ProblemType(400, "malformed-xlsx", new Text("XLSX 文件有误", "Malformed XLSX"));

    /** Bytes of a file. Excel packs a row of twenty cells into about 200 bytes. */
    private static final long LARGEST_FILE = 64L << 20;

    /** Bytes of a part, unpacked. */
    private static final long LARGEST_PART = 512L << 20;

    /** Sheets shrink to a tenth or a thirtieth, never to a two-hundredth. */
    private static final int USUAL_RATIO = 200;

    private static final long FREE = 1 << 20;

    /** Bytes from one tag to the next: a cell has 32,767 characters at most, each up to six bytes as {@code _x000D_}. */
    private static final int LONGEST_RUN = 262_144;

    private static final int DEEPEST = 32;

    private final ZipFile zip;
    private final long size;

    private XlsxPackage(ZipFile zip, long size) {
        this.zip = zip;
        this.size = size;
    }

    /** @throws Problem 413 {@code payload-too-large}, 400 {@code malformed-xlsx} */
    static XlsxPackage open(InputStream in) throws IOException {
        var file = Files.createTempFile("table-", ".xlsx");
        try {
            long size = copy(in, file);
            // Deleted while it is open, so that nothing is left behind even by a crash.
            return new XlsxPackage(new ZipFile(file.toFile(), ZipFile.OPEN_READ | ZipFile.OPEN_DELETE), size);
        } catch (ZipException e) {
            throw malformed(
                    "不是 XLSX 文件；旧版 .xls 请另存为 .xlsx，加密的文件请先取消密码",
                    "this is no XLSX file; save an old .xls as .xlsx, and remove a password");
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static long copy(InputStream in, Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            var piece = new byte[65_536];
            long size = 0;
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                size += read;
                if (size > LARGEST_FILE) {
                    throw tooLarge();
                }
                out.write(piece, 0, read);
            }
            return size;
        }
    }

    static Problem malformed(String zh, String en) {
        return new Problem(MALFORMED, new Text("无法读取：" + zh, "Cannot be read: " + en));
    }

    private static Problem tooLarge() {
        return new Problem(
                ProblemTypes.PAYLOAD_TOO_LARGE,
                Text.of(
                        "XLSX 文件不得超过 %d MB，其中任一部分解压后不得超过 %d MB，也不得超过文件大小的 %d 倍；请拆分后报送",
                        "An XLSX file may have %d MB, and each part of it %d MB when unpacked and %d times the size of the file;"
                                + " split it",
                        LARGEST_FILE >> 20,
                        LARGEST_PART >> 20,
                        USUAL_RATIO));
    }

    /** A part as XML, if there is one of this name. */
    Optional<Xml> part(String name) throws IOException {
        var entry = zip.getEntry(name);
        return entry == null ? Optional.empty() : Optional.of(new Xml(new Guarded(zip.getInputStream(entry), size)));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Moves through the elements of a part; faults of the XML are refusals. */
    static final class Xml implements Closeable {

        private final InputStream in;
        private final XMLStreamReader reader;
        private int depth;

        Xml(InputStream in) throws IOException {
            this.in = in;
            try {
                this.reader = factory().createXMLStreamReader(in, "UTF-8");
            } catch (XMLStreamException e) {
                in.close();
                throw fault(e);
            }
        }

        /** One for each part: it would hold on to the last reader it made. */
        private static XMLInputFactory factory() {
            var factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            return factory;
        }

        /** Moves to the next beginning of an element; none at the end of the part. */
        Optional<String> nextElement() throws IOException {
            while (advance()) {
                if (reader.isStartElement()) {
                    return Optional.of(reader.getLocalName());
                }
            }
            return Optional.empty();
        }

        /** Moves to the next beginning or end of an element, or to text; false at the end of the part. */
        boolean advance() throws IOException {
            try {
                if (!reader.hasNext()) {
                    return false;
                }
                switch (reader.next()) {
                    case XMLStreamReader.START_ELEMENT -> {
                        if (++depth > DEEPEST) {
                            throw malformed("嵌套过深", "too deeply nested");
                        }
                    }
                    case XMLStreamReader.END_ELEMENT -> depth--;
                    case XMLStreamReader.END_DOCUMENT -> {
                        return false;
                    }
                    default -> {}
                }
                return true;
            } catch (XMLStreamException | RuntimeException e) {
                throw fault(e);
            }
        }

        boolean isStart() {
            return reader.isStartElement();
        }

        boolean isStart(String name) {
            return reader.isStartElement() && reader.getLocalName().equals(name);
        }

        boolean isEnd(String name) {
            return reader.isEndElement() && reader.getLocalName().equals(name);
        }

        boolean isText() {
            return reader.isCharacters();
        }

        /** Adds the text it stands at, up to one character more than a cell may have, by which it is seen to be too long. */
        void appendTo(StringBuilder text) {
            int room = TableHeader.LONGEST_CELL + 1 - text.length();
            if (room > 0) {
                text.append(reader.getTextCharacters(), reader.getTextStart(), Math.min(room, reader.getTextLength()));
            }
        }

        String name() {
            return reader.getLocalName();
        }

        /** Empty when there is none. */
        String attribute(String name) {
            for (int i = 0; i < reader.getAttributeCount(); i++) {
                if (reader.getAttributeLocalName(i).equals(name)) {
                    return reader.getAttributeValue(i);
                }
            }
            return "";
        }

        private static RuntimeException fault(Exception e) throws IOException {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof Problem problem) {
                    return problem;
                }
                if (cause instanceof ZipException || cause instanceof XMLStreamException) {
                    return malformed("内容已损坏", "its content is damaged");
                }
                if (cause instanceof IOException failure) {
                    throw failure;
                }
            }
            return malformed("内容已损坏", "its content is damaged");
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    /**
     * Counts what comes out of a part, and lets the parser meet nothing it would have to hold whole: no run without a tag,
     * which bounds texts and attributes, and no comment, document type or CDATA, of which spreadsheets write none.
     */
    private static final class Guarded extends InputStream {

        private final InputStream in;
        private final long size;
        private long seen;
        private long lastTag;
        private boolean afterTag;

        Guarded(InputStream in, long size) {
            this.in = in;
            this.size = size;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = in.read(buffer, offset, length);
            for (int i = offset; i < offset + read; i++) {
                seen++;
                byte b = buffer[i];
                if (b == '<') {
                    lastTag = seen;
                    afterTag = true;
                } else if (b == 0 || (b == '!' && afterTag)) {
                    throw malformed("含有电子表格不使用的 XML 内容", "it has XML that spreadsheets do not write");
                } else {
                    afterTag = false;
                }
                if (seen - lastTag > LONGEST_RUN) {
                    throw tooLarge();
                }
            }
            if (seen > LARGEST_PART || (seen > FREE && seen > size * USUAL_RATIO)) {
                throw tooLarge();
            }
            return read;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
