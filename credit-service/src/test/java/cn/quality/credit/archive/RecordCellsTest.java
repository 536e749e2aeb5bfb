package cn.quality.credit.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.tabular.Cell;
import cn.quality.platform.tabular.TableColumn;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What data officers write in the cells of a table. */
class RecordCellsTest {

    @Test
    void cellsAreTypedAsTheFormOfTheKindWants() {
        var cells = new HashMap<>(Map.of(
                "kind", "行政处罚",
                "severity", "一般",
                "disclosure", "公开公示",
                "occurredOn", "2026/3/2",
                "source.department", "示例局"));
        cells.putAll(Map.of(
                "details.procedure", "普通程序",
                "details.types", "罚款；CONFISCATION",
                "details.documentNumber", "示例〔2026〕1号",
                "details.authority", "示例局",
                "details.fineYuan", "50,000.25",
                "details.selfCorrected", "否"));
        var record = record(cells);

        assertThat(record.path("kind").asText()).isEqualTo("PENALTY");
        assertThat(record.path("severity").asText()).isEqualTo("GENERAL");
        assertThat(record.path("disclosure").asText()).isEqualTo("PUBLIC");
        assertThat(record.path("occurredOn").asText()).isEqualTo("2026-03-02");
        assertThat(record.path("source").path("department").asText()).isEqualTo("示例局");
        var details = (ObjectNode) record.path("details");
        RecordSchemas.of(RecordKind.PENALTY).require(details);
        assertThat(details.path("procedure").asText()).isEqualTo("ORDINARY");
        assertThat(details.path("types").toString()).isEqualTo("[\"FINE\",\"CONFISCATION\"]");
        assertThat(details.path("fineYuan").decimalValue()).isEqualByComparingTo("50000.25");
        assertThat(details.path("selfCorrected").isBoolean()).isTrue();
    }

    @Test
    void eachCellThatDoesNotFitIsNamedWithWhatIsAccepted() {
        var refused = catchThrowableOfType(
                Problem.class,
                () -> record(Map.of(
                        "kind", "SAMPLING_RESULT",
                        "occurredOn", "46083",
                        "disclosure", "公布",
                        "details.recheck", "有")));

        assertThat(refused.violations())
                .extracting(violation ->
                        violation.field() + " " + violation.message().zh())
                .containsExactlyInAnyOrder(
                        "occurredOn 应为日期，如 2026-03-02、2026/3/2 或 2026年3月2日",
                        "disclosure 应为 公开公示（PUBLIC）、授权查询（AUTHORISED）、政务共享（GOVERNMENT） 之一",
                        "details.recheck 应为“是”或“否”");
    }

    @Test
    void aKindThatIsNoneIsToldThoseThereAre() {
        var refused = catchThrowableOfType(Problem.class, () -> record(Map.of("kind", "罚单")));

        assertThat(refused.violations().getFirst().message().zh()).contains("行政处罚（PENALTY）", "监督抽查结果");
    }

    /** A choice by its label would otherwise be read as another. */
    @ParameterizedTest
    @EnumSource(RecordKind.class)
    void noTwoColumnsOfAKindShareAHeaderAndNoTwoChoicesALabel(RecordKind kind) {
        var headers = new HashMap<String, String>();
        for (var column : RecordCells.columns(kind)) {
            Stream.concat(Stream.of(column.name(), column.title()), column.otherTitles().stream())
                    .distinct()
                    .forEach(header -> assertThat(headers.put(header, column.name()))
                            .as("%s of %s", header, column.name())
                            .isNull());
            assertThat(column.choices().values()).doesNotHaveDuplicates();
            assertThat(column.choices().values())
                    .noneMatch(label -> column.kind() == TableColumn.Kind.CHOICES && label.contains("、"));
        }
    }

    /** Fields of several kinds lie in one column; a header must lead to one of them only. */
    @Test
    void noHeaderLeadsToTwoColumns() {
        var columns = RecordCells.FORM.columns().stream()
                .flatMap(column -> Stream.concat(Stream.of(column.title()), column.otherTitles().stream())
                        .distinct()
                        .map(title -> Map.entry(title, column.name())))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));

        assertThat(columns)
                .allSatisfy((title, names) -> assertThat(names).as(title).hasSize(1));
        assertThat(RecordCells.FORM.columns()).extracting(TableColumn::name).doesNotHaveDuplicates();
    }

    private static ObjectNode record(Map<String, String> cells) {
        return RecordCells.FORM
                .ofCells()
                .apply(cells.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, cell -> Cell.written(cell.getValue()))));
    }
}
