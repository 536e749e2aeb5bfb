package cn.quality.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.gateway.edge.Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BilingualTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            工作日历 (working-day calendar)               | 工作日历            | Working-day calendar
            一项声明 One declaration                      | 一项声明            | One declaration
            指标 · Indicators                             | 指标               | Indicators
            立即公开，无需审批。Public at once; by whom.      | 立即公开，无需审批。   | Public at once; by whom.
            latest 为末端。latest is where it ends.         | latest 为末端。      | Latest is where it ends.
            内容相同则不变。(The same changes nothing.)       | 内容相同则不变。       | The same changes nothing.
            """)
    void whatIsWrittenInBothLanguagesIsTakenApart(String both, String zh, String en) {
        assertThat(Bilingual.of(both)).isEqualTo(new Text(zh, en));
    }

    @ParameterizedTest
    @CsvSource({"运行与审计", "以 GB/T 2260 代码查询", "返回 PDF", "声明主体取自令牌的 uscc", "JSON Schema 2020-12"})
    void whatIsWrittenInOneIsToldInThatOne(String one) {
        assertThat(Bilingual.of(one)).isEqualTo(new Text(one, one));
    }
}
