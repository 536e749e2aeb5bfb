package cn.quality.credit.matching;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenNameTest {

    @ParameterizedTest
    @CsvSource({
        "日照示例食品有限公司, 日照示例食品有限公司, '', ''",
        // a former name
        "日照示例食品有限公司（原日照旧名化工厂）, 日照示例食品有限公司, 日照旧名化工厂, ''",
        "日照示例食品有限公司(原名：日照旧名化工厂), 日照示例食品有限公司, 日照旧名化工厂, ''",
        "日照示例食品有限公司【曾用名 日照旧名化工厂】, 日照示例食品有限公司, 日照旧名化工厂, ''",
        "日照示例食品有限公司（原产地）, 日照示例食品有限公司（原产地）, '', ''",
        "（原日照旧名化工厂）, （原日照旧名化工厂）, '', ''",
        // a code beside it
        "日照示例食品有限公司91371199MA3RH00187, 日照示例食品有限公司, '', 91371199MA3RH00187",
        "91371199ma3rh00187 日照示例食品有限公司, 日照示例食品有限公司, '', 91371199MA3RH00187",
        "日照示例食品有限公司（统一社会信用代码：91371199MA3RH00187）, 日照示例食品有限公司, '', 91371199MA3RH00187",
        "日照示例食品有限公司 ９１３７１１９９ＭＡ３ＲＨ００１８７, 日照示例食品有限公司, '', 91371199MA3RH00187",
        "日照示例食品有限公司（原日照旧名化工厂）91371199MA3RH00187, 日照示例食品有限公司, 日照旧名化工厂, 91371199MA3RH00187",
        "91371199MA3RH00187, '', '', 91371199MA3RH00187",
        // no code
        "日照示例食品有限公司91371199MA3RH00188, 日照示例食品有限公司91371199MA3RH00188, '', ''",
        "日照A91371199MA3RH00187食品, 日照A91371199MA3RH00187食品, '', ''",
    })
    void whatStandsBesideANameIsTakenForItself(String text, String name, String former, String code) {
        var written = WrittenName.of(text);

        assertThat(written.name().strip()).isEqualTo(name);
        assertThat(written.formerName().orElse("")).isEqualTo(former);
        assertThat(written.code().map(UnifiedSocialCreditCode::value).orElse(""))
                .isEqualTo(code);
    }

    @Property
    void anyTextIsRead(@ForAll String text) {
        assertThat(WrittenName.of(text).name()).isNotNull();
    }
}
