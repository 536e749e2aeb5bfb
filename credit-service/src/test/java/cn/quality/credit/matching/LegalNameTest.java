package cn.quality.credit.matching;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.platform.identifiers.RegionCode;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegalNameTest {

    static final Vocabulary WORDS = new Vocabulary(Map.of(
            new RegionCode("370000"), "山东省",
            new RegionCode("371100"), "日照市",
            new RegionCode("371102"), "东港区",
            new RegionCode("371121"), "五莲县",
            new RegionCode("371122"), "莒县",
            new RegionCode("371171"), "日照经济技术开发区",
            new RegionCode("371100-GXQ"), "日照高新技术产业开发区",
            new RegionCode("371100-SHT"), "日照山海天旅游度假区"));

    @ParameterizedTest
    @CsvSource({
        // region, brand, industry, form
        "日照示例海洋食品有限公司,         371100, 示例海洋食品, 示例, 有限公司, ''",
        "山东省日照市东港区示例贸易有限公司, 371102, 示例贸易,     示例, 有限公司, ''",
        "日照经济技术开发区示例建材厂,      371171, 示例建材,     示例, 厂,       ''",
        "莒县示例粮油专业合作社,           371122, 示例粮油,     示例, 专业合作社, ''",
        "莒州示例商店,                    '',     莒州示例,     莒州示例, 商店, ''",
        "示例食品有限公司,                 '',     示例食品,     示例, 有限公司, ''",
        // provinces and prefectures the register does not know
        "青岛示例食品有限公司,             370200, 示例食品,     示例, 有限公司, ''",
        "广西南宁示例食品有限公司,         450100, 示例食品,     示例, 有限公司, ''",
        "山东示例食品有限公司,             370000, 示例食品,     示例, 有限公司, ''",
        // the region twice, and a brand that is a place elsewhere
        "日照市日照示例食品有限公司,       371100, 示例食品,     示例, 有限公司, ''",
        "日照长春食品有限公司,             371100, 长春食品,     长春, 有限公司, ''",
        // function zones by their short names
        "日照开发区示例建材厂,             371171, 示例建材,     示例, 厂,       ''",
        "日照市高新区示例建材厂,           371100-GXQ, 示例建材, 示例, 厂,       ''",
        "日照山海天示例民宿店,             371100-SHT, 示例民宿, 示例民宿, 店,   ''",
        // full width, traditional, punctuation
        "'日照 示例國際貿易 有限公司',     371100, 示例国际贸易, 示例, 有限公司, ''",
        "日照ＡＢ·示例科技有限公司,        371100, ab示例科技,   ab示例, 有限公司, ''",
        // brackets by their role
        "示例（日照）食品有限公司,         371100, 示例食品,     示例, 有限公司, ''",
        "示例【青島】食品有限公司,         370200, 示例食品,     示例, 有限公司, ''",
        "日照示例投资中心（有限合伙）,      371100, 示例投资,     示例, 中心有限合伙, ''",
        "日照示例(海)食品有限公司,         371100, 示例海食品,   示例海, 有限公司, ''",
        "日照示例食品有限公司（已注销）,    371100, 示例食品,     示例, 有限公司, ''",
        // the longest form counts, and 有限责任公司 is 有限公司
        "日照示例化工股份有限公司,         371100, 示例化工,     示例, 股份有限公司, ''",
        "日照示例化工有限责任公司,         371100, 示例化工,     示例, 有限公司, ''",
        "日照示例化工集团有限公司,         371100, 示例化工,     示例, 集团有限公司, ''",
        // numbers
        "日照第一示例机械厂,              371100, 第1示例机械,  第1示例, 厂, ''",
        "日照第二十一示例机械厂,           371100, 第21示例机械, 第21示例, 厂, ''",
        // branches
        "日照示例食品有限公司东港分公司,    371100, 示例食品,     示例, 有限公司, 东港分公司",
        "日照示例食品有限公司第一分公司,    371100, 示例食品,     示例, 有限公司, 第1分公司",
        "日照示例食品东港分店,            371100, 示例食品,     示例, '', 东港分店",
        // something is always left
        "日照有限公司,                    '',     日照,         日照, 有限公司, ''",
        "有限公司,                        '',     有限,         有限, 公司, ''",
        "（日照）,                        371100,     日照,         日照, '', ''",
    })
    void isTakenApart(String name, String region, String core, String brand, String form, String branch) {
        var parts = LegalName.parse(name, WORDS);

        assertThat(parts.regions().stream().map(RegionCode::value))
                .isEqualTo(region.isEmpty() ? List.of() : List.of(region));
        assertThat(parts.core()).isEqualTo(core);
        assertThat(parts.brand()).isEqualTo(brand);
        assertThat(parts.form()).isEqualTo(form);
        assertThat(parts.branch()).isEqualTo(branch);
    }

    @ParameterizedTest
    @CsvSource({
        "日照示例食品有限公司,     日照示例食品有限责任公司",
        "日照示例食品有限责任公司, 日照示例食品有限公司",
        "莒县示例农民专业合作社,   莒县示例专业合作社",
        "莒县示例专业合作社,       莒县示例农民专业合作社",
        "日照示例食品厂,           日照示例食品厂",
    })
    void aFormHasAllItsSpellings(String name, String spelling) {
        assertThat(Vocabulary.spellings(name)).contains(name, spelling);
    }

    @ParameterizedTest
    @CsvSource({
        "东港区,             371102",
        "日照市东港区,        371102",
        "山东省日照市东港区,   371102",
        "东港,               371102",
        "日照,               371100",
        "山东,               370000",
        "吉林,               220000",
        "吉林市,             220200",
        "日照开发区,          371171",
        // no region, or two
        "海边,               ''",
        "东港区莒县,          ''",
        "东港区示例路,        ''",
        "'',                ''",
    })
    void aRegionIsUnderstoodByItsName(String text, String code) {
        assertThat(WORDS.region(text).map(RegionCode::value).orElse("")).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "有限公司,     有限公司,     false",
        "有限公司,     厂,          true",
        "有限公司,     集团有限公司,  true",
        "有限公司,     有限公司个体工商户, true",
        "专业合作社,   有限公司,     true",
        // one that is not given, or 公司 for short
        "'',          有限公司,     false",
        "公司,         有限公司,     false",
        "公司,         股份有限公司,  false",
        "公司,         厂,          true",
    })
    void anotherLegalFormIsOne(String one, String other, boolean differ) {
        assertThat(Vocabulary.formsDiffer(one, other)).isEqualTo(differ);
        assertThat(Vocabulary.formsDiffer(other, one)).isEqualTo(differ);
    }

    @ParameterizedTest
    @CsvSource({
        "第一, 第1",
        "第十, 第10",
        "第十二, 第12",
        "第二十, 第20",
        "一百零五号, 105号",
        "二百三十号, 230号",
        "一千零一夜, 1001夜",
        "二〇二六, 2026",
        "第12, 第12",
        // not numbers, or not one
        "三一, 三一",
        "八一, 八一",
        "百度, 百度",
        "千百惠, 千百惠",
        "伍陆, 伍陆",
        "十十, 十十",
    })
    void numbersAreWrittenInDigitsWhereTheyAreNumbers(String text, String digits) {
        assertThat(Numerals.inDigits(text)).isEqualTo(digits);
    }

    @Property
    void anyTextIsTakenApart(@ForAll String name) {
        var parts = LegalName.parse(name, WORDS);

        assertThat(parts.core().isEmpty()).isEqualTo(parts.isEmpty());
        assertThat(parts.core()).startsWith(parts.brand());
    }
}
