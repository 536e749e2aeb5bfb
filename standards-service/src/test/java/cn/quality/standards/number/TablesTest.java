package cn.quality.standards.number;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The lists the grammar is fed with. */
class TablesTest {

    @Test
    void noBodyHasTheCodeOfAnIndustry() {
        assertThat(StandardsBody.all().keySet()).noneMatch(IndustryCodes::contains);
    }

    @Test
    void everyIndustryCodeIsReadAndNoOther() {
        for (var code : new String[] {"JB", "NB", "DB", "JTG", "BMB", "JGJ", "CJJ", "XF"}) {
            assertThat(StandardNumber.of(code + " 12-2020").level()).as(code).isEqualTo(Level.INDUSTRY);
        }
        for (var code : new String[] {"UV", "QQ", "JBX", "QQJ"}) {
            assertThat(StandardNumber.read(code + " 12-2020"))
                    .as(code)
                    .isInstanceOf(StandardNumber.Reading.Misread.class);
        }
    }
}
