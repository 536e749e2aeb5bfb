package cn.quality.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.platform.problem.Text;
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
            最后收到的 id (the last id received)             | 最后收到的 id        | The last id received
            """)
    void whatIsWrittenInBothLanguagesIsTakenApart(String both, String zh, String en) {
        assertThat(Bilingual.of(both)).isEqualTo(new Text(zh, en));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            stale: 版本已过期 (stale version)               | stale: 版本已过期              | stale: stale version
            no-subjects: 没有对象 (nobody)；forbidden         | no-subjects: 没有对象；forbidden | no-subjects: nobody; forbidden
            still-shared；measures-stand                   | still-shared；measures-stand  | still-shared; measures-stand
            illegal-transition；void: 已作废 (void)          | illegal-transition；void: 已作废 | illegal-transition; void: void
            unsafe: 端口不允许 (a port)；以及其他 (and others)   | unsafe: 端口不允许；以及其他       | unsafe: a port; and others
            too-many: 超过 50 (more; or none)；forbidden     | too-many: 超过 50；forbidden    | too-many: more; or none; forbidden
            """)
    void codesStandInBothLanguagesItemByItem(String both, String zh, String en) {
        assertThat(Bilingual.of(both)).isEqualTo(new Text(zh, en));
    }

    @ParameterizedTest
    @CsvSource({
        "运行与审计",
        "以 GB/T 2260 代码查询",
        "返回 PDF",
        "声明主体取自令牌的 uscc",
        "JSON Schema 2020-12",
        "用于下一步的 If-Match。",
        "forbidden"
    })
    void whatIsWrittenInOneIsToldInThatOne(String one) {
        assertThat(Bilingual.of(one)).isEqualTo(new Text(one, one));
    }
}
