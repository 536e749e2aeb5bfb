package cn.quality.credit.archive;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.credit.Templates;
import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import cn.quality.platform.tabular.Cell;
import cn.quality.platform.tabular.TableRows;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.HashMap;
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
        try (var rows = open(new ByteArrayInputStream(Templates.filledIn(template.toByteArray())))) {
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
}
