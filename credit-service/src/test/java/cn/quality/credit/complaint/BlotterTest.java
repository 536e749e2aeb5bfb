package cn.quality.credit.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlotterTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13800000000",
                "138 0000 0000",
                "138-0000-0000",
                "１３８００００００００",
                "0633-8888888",
                "371102199001011234",
                "37110219900101123X",
                "sample@example.com",
                "6222021234567890123",
            })
    void whatPointsToAPersonIsBlottedOut(String data) {
        assertThat(Blotter.blotted("店员电话是" + data + "，请联系")).isEqualTo("店员电话是＊＊＊，请联系");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91371199MA3RH00187",
                "914403001922038216",
                "2026年11月24日",
                "批号20261124000123",
                "1200件",
                "GB 7718-2011",
                "RZ20261124-000123-7"
            })
    void whatPointsToNobodyStays(String data) {
        assertThat(Blotter.blotted(data)).isEqualTo(data);
    }

    @Test
    void whatTheComplainantGaveAsContactIsBlottedOutToo() {
        var contact = new Contact("示例投诉人", "0086 123456", "示例路1号", null);

        assertThat(Blotter.blotting(contact).apply("我是示例投诉人，住示例路1号")).isEqualTo("我是＊＊＊，住＊＊＊");
        assertThat(Blotter.blotting(null).apply("我是示例投诉人")).isEqualTo("我是示例投诉人");
    }

    @Test
    void nothingOfAComplainantIsInWhatALogWouldPrint() {
        var contact = new Contact("示例投诉人", "13800000000", "示例路1号", "sample@example.com");

        assertThat(contact.toString()).doesNotContain("示例投诉人", "13800000000", "示例路1号", "sample");
    }
}
