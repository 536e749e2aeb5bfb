package cn.quality.credit.archive;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import cn.quality.platform.tabular.Cell;
import cn.quality.platform.tabular.TableRows;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A template comes back filled in as its example shows. */
class RecordTemplateTest {

    private static final JsonMapper JSON =
            JsonMapper.builder().findAndAddModules().build();

    @ParameterizedTest
    @EnumSource(RecordKind.class)
    void theExampleOfATemplateIsSkippedAndAFilledInRowIsARecord(RecordKind kind) throws IOException {
        var template = new ByteArrayOutputStream();
        RecordTemplate.write(kind, template);

        try (var rows = open(new ByteArrayInputStream(template.toByteArray()))) {
            assertThat(rows.columns())
                    .containsExactlyElementsOf(RecordCells.columns(kind).stream()
                            .map(column -> column.name())
                            .toList());
            assertThat(rows.next()).isEmpty();
            assertThat(rows.skipped()).isEqualTo(1);
        }
        try (var rows = open(new ByteArrayInputStream(unmarked(template.toByteArray())))) {
            var row = rows.next().orElseThrow();
            assertThat(row.line()).isEqualTo(2);
            var record = JSON.treeToValue(RecordCells.FORM.ofCells().apply(row.cells()), NewRecord.class);
            assertThat(record.kind()).isEqualTo(kind);
            ArchiveRecord.admit(
                    record, UnifiedSocialCreditCode.parse(record.uscc()), Instant.parse("2026-11-28T00:00:00Z"));
        }
    }

    @ParameterizedTest
    @EnumSource(RecordKind.class)
    void theExampleIsARowOfCsvToo(RecordKind kind) {
        var cells = new HashMap<String, Cell>();
        RecordTemplate.examples(kind).forEach((column, text) -> {
            if (!text.isEmpty()) {
                cells.put(column, Cell.written(text));
            }
        });

        assertThat(RecordCells.FORM.ofCells().apply(cells).path("kind").asText())
                .isEqualTo(kind.name());
    }

    private static TableRows open(InputStream file) throws IOException {
        return TableRows.open(TableRows.Format.XLSX, file, RecordCells.FORM.columns());
    }

    /** The file with the mark of the example taken away, as when somebody writes over it. */
    private static byte[] unmarked(byte[] file) throws IOException {
        var written = Files.write(Files.createTempFile("template", ".xlsx"), file);
        var changed = new ByteArrayOutputStream();
        try (var in = new ZipFile(written.toFile(), ZipFile.OPEN_READ | ZipFile.OPEN_DELETE);
                var out = new ZipOutputStream(changed)) {
            for (var entry : Collections.list(in.entries())) {
                var content = new String(in.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(content.replaceFirst("(?:例：|&#x4f8b;&#xff1a;)9", "9").getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return changed.toByteArray();
    }
}
