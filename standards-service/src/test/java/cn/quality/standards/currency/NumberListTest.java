package cn.quality.standards.currency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.tabular.TableRows;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NumberListTest {

    private static List<String> table(String csv) throws IOException {
        var numbers = new ArrayList<ListedNumber>();
        NumberList.ofTable(
                TableRows.Format.CSV, new ByteArrayInputStream(csv.getBytes(Charset.forName("GB18030"))), numbers::add);
        return numbers.stream()
                .map(one -> one.row() + " " + one.ref() + " " + one.written() + " " + one.title())
                .toList();
    }

    @Test
    void aTableHasOneOrSeveralNumbersInACell() throws IOException {
        assertThat(table("""
                序号,检测标准,名称,备注
                1,gb/t19001—2008,质量管理体系 要求,旧版
                2,GB 18401-2010、GB/T 22849（另见 Q/ABC 1-2020）,,
                ,,,
                3,随便写的,,
                """))
                .containsExactly(
                        "2 1 gb/t19001—2008 质量管理体系 要求",
                        "3 2 GB 18401-2010 null",
                        "3 2 GB/T 22849 null",
                        "3 2 Q/ABC 1-2020 null",
                        "5 3 随便写的 null");
    }

    @Test
    void numbersAreFoundInPastedText() throws IOException {
        var numbers = new ArrayList<ListedNumber>();
        long skipped = NumberList.ofText(
                new ByteArrayInputStream("检验依据：GB/T 19001-2008 与 GB 18401-2010。\n\n没有编号的一行\nISO 9001:2015\n"
                        .getBytes(StandardCharsets.UTF_8)),
                numbers::add);
        assertThat(numbers.stream().map(one -> one.row() + " " + one.written()))
                .containsExactly("1 GB/T 19001-2008", "1 GB 18401-2010", "4 ISO 9001:2015");
        assertThat(skipped).isEqualTo(1);
    }

    @Test
    void whatIsNoTextOrNamesNoColumnIsRefused() {
        assertThatThrownBy(() -> NumberList.ofText(
                        new ByteArrayInputStream("标准".getBytes(Charset.forName("GB18030"))), number -> {}))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.type().code()).isEqualTo("malformed-text"));
        assertThatThrownBy(() -> table("序号,颜色\n1,红\n"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.type().code()).isEqualTo("csv-header"));
    }
}
