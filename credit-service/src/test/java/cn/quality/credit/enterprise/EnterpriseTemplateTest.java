package cn.quality.credit.enterprise;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.credit.Templates;
import cn.quality.platform.tabular.TableRows;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A template comes back filled in as its example shows. */
class EnterpriseTemplateTest {

    private static final JsonMapper JSON =
            JsonMapper.builder().findAndAddModules().build();

    @Test
    void theExampleIsSkippedAndAFilledInRowIsAnEnterprise() throws IOException {
        var template = new ByteArrayOutputStream();
        EnterpriseTemplate.write(template);

        try (var rows = open(template.toByteArray())) {
            assertThat(rows.columns())
                    .containsExactlyElementsOf(EnterpriseCells.FORM.columns().stream()
                            .map(column -> column.name())
                            .toList());
            assertThat(rows.next()).isEmpty();
            assertThat(rows.skipped()).isEqualTo(1);
        }
        try (var rows = open(Templates.filledIn(template.toByteArray()))) {
            var row = rows.next().orElseThrow();
            var enterprise = JSON.treeToValue(EnterpriseCells.FORM.ofCells().apply(row.cells()), NewEnterprise.class);
            assertThat(enterprise.uscc()).isEqualTo("91371199MA3RH00187");
            assertThat(enterprise.subjectType()).isEqualTo(SubjectType.LEGAL_PERSON);
            assertThat(enterprise.fields())
                    .containsExactlyInAnyOrder(ActivityField.INDUSTRIAL_PRODUCTION, ActivityField.CIRCULATION);
            assertThat(enterprise.registeredOn()).isEqualTo(LocalDate.of(2026, 3, 2));
            assertThat(enterprise.fictional()).isTrue();
            assertThat(enterprise.source().recordNumber()).isEqualTo("RZ-2026-000187");
        }
    }

    private static TableRows open(byte[] file) throws IOException {
        return TableRows.open(TableRows.Format.XLSX, new ByteArrayInputStream(file), EnterpriseCells.FORM.columns());
    }
}
