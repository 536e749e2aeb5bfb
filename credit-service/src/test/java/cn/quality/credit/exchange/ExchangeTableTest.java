package cn.quality.credit.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.quality.credit.archive.NewRecord;
import cn.quality.credit.rules.Certainty;
import cn.quality.credit.rules.ExchangeTemplate;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.tabular.TableRows;
import cn.quality.platform.tabular.TableRows.Format;
import cn.quality.platform.tabular.XlsxTable;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExchangeTableTest {

    private static final JsonMapper JSON =
            JsonMapper.builder().findAndAddModules().build();

    /** A row as a department fills it in for 双公示, with what the archive does not store. */
    private static final String PENALTIES = """
            行政相对人名称,行政相对人类别,行政相对人代码_1(统一社会信用代码),法定代表人,行政处罚决定书文号,违法行为类型,违法事实,处罚依据,处罚类别,处罚内容,罚款金额(万元),没收违法所得、没收非法财物的金额(万元),暂扣或吊销证照名称及编号,处罚决定日期,处罚有效期,公示截止期,处罚机关,处罚机关统一社会信用代码,数据来源单位,数据来源单位统一社会信用代码,备注
            日照示例海洋食品有限公司,法人及非法人组织,91371199MA3RH00187,示例某,日市监罚示〔2026〕1号,生产不合格产品,示例事实,《产品质量法》第四十九条,罚款、没收违法所得,罚款并没收,0.52345,1.2,,2026/3/2,2099-12-31,2027年3月2日,示例市场监督管理局,12345,示例市场监督管理局,12345,=示例
            """;

    @Test
    void theSeedReadsTheTableOfPublicity() throws IOException {
        var record = read(seed(), Format.CSV, PENALTIES.getBytes(StandardCharsets.UTF_8))
                .getFirst();

        assertThat(record.path("uscc").asText()).isEqualTo("91371199MA3RH00187");
        assertThat(record.path("subjectName").asText()).isEqualTo("日照示例海洋食品有限公司");
        assertThat(record.path("title").asText()).isEqualTo("行政处罚：生产不合格产品");
        assertThat(record.path("occurredOn").asText()).isEqualTo("2026-03-02");
        assertThat(record.path("validTo").asText()).isEqualTo("2099-12-31");
        assertThat(record.path("source").path("recordNumber").asText()).isEqualTo("日市监罚示〔2026〕1号 91371199MA3RH00187");
        var details = record.path("details");
        assertThat(details.path("types").toString()).isEqualTo("[\"FINE\",\"CONFISCATION\"]");
        assertThat(details.path("fineYuan").decimalValue()).isEqualByComparingTo(new BigDecimal("5234.5"));
        assertThat(details.path("confiscatedYuan").isIntegralNumber()).isTrue();
        assertThat(details.path("confiscatedYuan").asInt()).isEqualTo(12_000);
        assertThat(details.path("publicityEndsOn").asText()).isEqualTo("2027-03-02");
        assertThat(record.toString()).as("nobody's name is stored").doesNotContain("示例某");
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void whatIsWrittenIsReadBackAsTheSameRecords(Format format) throws IOException {
        var table = seed();
        var records = read(table, Format.CSV, PENALTIES.getBytes(StandardCharsets.UTF_8));

        assertThat(read(table, format, written(table, format, records))).isEqualTo(records);
    }

    /** Another table of another kind of record: data, and no code. */
    @ParameterizedTest
    @EnumSource(Format.class)
    void anotherTemplateIsData(Format format) throws IOException {
        var table = ExchangeTable.of(new ExchangeTemplate(
                "choucha",
                "监督抽查结果汇总表",
                "SAMPLING_RESULT",
                Map.of("disclosure", "政务共享", "title", "监督抽查", "source.department", "示例局"),
                Map.of("source.recordNumber", "{报告编号}"),
                List.of(
                        column("受检单位代码", "uscc", Map.of()),
                        column("产品名称", "details.product", Map.of()),
                        column("检验结论", "details.result", Map.of("符合", "合格", "不符合", "不合格")),
                        column("报告编号", "details.reportNumber", Map.of()),
                        column("抽样日期", "occurredOn", Map.of()),
                        column("复检", "details.recheck", Map.of())),
                Certainty.U,
                "示例"));
        var csv = "受检单位代码,产品名称,检验结论,报告编号,抽样日期,复检\n91371199MA3RH00187,示例产品,不符合,B-1,2026.3.2,是\n";

        var records = read(table, Format.CSV, csv.getBytes(StandardCharsets.UTF_8));

        var record = records.getFirst();
        assertThat(record.path("kind").asText()).isEqualTo("SAMPLING_RESULT");
        assertThat(record.path("disclosure").asText()).isEqualTo("GOVERNMENT");
        assertThat(record.path("details").path("result").asText()).isEqualTo("不合格");
        assertThat(record.path("details").path("recheck").asBoolean()).isTrue();
        assertThat(record.path("source").path("recordNumber").asText()).isEqualTo("B-1");
        assertThat(read(table, format, written(table, format, records))).isEqualTo(records);
    }

    @Test
    void eachCellThatDoesNotFitIsNamedByItsColumnWithWhatIsAccepted() throws IOException {
        var csv = PENALTIES
                .replace("法人及非法人组织", "自然人")
                .replace("罚款、没收违法所得", "罚款、行政拘留")
                .replace("2026/3/2", "46083")
                .replace("生产不合格产品", "");

        var refused = catchThrowableOfType(
                Problem.class, () -> read(seed(), Format.CSV, csv.getBytes(StandardCharsets.UTF_8)));

        assertThat(refused.violations())
                .extracting(violation -> violation.field() + " " + violation.code())
                .containsExactlyInAnyOrder(
                        "行政相对人类别 unsuitable", "违法行为类型 required", "处罚类别 unsuitable", "处罚决定日期 unsuitable");
        assertThat(refused.violations().toString()).contains("责令停产停业", "个体工商户", "2026年3月2日");
    }

    @Test
    void aTemplateOfFieldsThatDoNotExistIsRefused() {
        var refused = catchThrowableOfType(
                Problem.class,
                () -> ExchangeTable.of(new ExchangeTemplate(
                        "wrong",
                        "示例",
                        "PENALTY",
                        Map.of("details.colour", "红"),
                        Map.of("title", "{没有的列}"),
                        List.of(column("产品", "details.product", Map.of())),
                        Certainty.U,
                        "示例")));

        assertThat(refused.violations())
                .extracting(violation -> violation.field() + " " + violation.code())
                .containsExactlyInAnyOrder(
                        "details.colour unknown-field",
                        "details.product unknown-field",
                        "derived.title unknown-column");
    }

    private static ExchangeTemplate.Column column(String header, String field, Map<String, String> values) {
        return new ExchangeTemplate.Column(header, List.of(), field, true, null, values, null);
    }

    private static ExchangeTable seed() throws IOException {
        return ExchangeTable.of(
                JSON.readValue(new File("../seeds/credit/exchange-templates.json"), ExchangeTemplate[].class)[0]);
    }

    private static List<ObjectNode> read(ExchangeTable table, Format format, byte[] file) throws IOException {
        var records = new ArrayList<ObjectNode>();
        try (var rows = TableRows.open(format, new ByteArrayInputStream(file), table.tableColumns())) {
            for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                var record = table.form().ofCells().apply(row.get().cells());
                assertThat(JSON.treeToValue(record, NewRecord.class)).isNotNull();
                records.add(record);
            }
        }
        return records;
    }

    private static byte[] written(ExchangeTable table, Format format, List<ObjectNode> records) throws IOException {
        var out = new ByteArrayOutputStream();
        if (format == Format.XLSX) {
            XlsxTable.write(out, table.title(), table.rows(), sink -> records.forEach(sink));
        } else {
            table.rows().write(out, sink -> records.forEach(sink));
        }
        return out.toByteArray();
    }
}
