package cn.quality.credit.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContactTest {

    @Test
    void itsWordsAreThoseOthersMustNotRead() {
        assertThat(new Contact(" 示例投诉人 ", "0086 123456", "示例路1号", null).words())
                .containsExactly("示例投诉人", "0086 123456", "示例路1号");
        assertThat(new Contact("王", null, null, null).words()).isEmpty();
    }

    @Test
    void nothingOfAComplainantIsInWhatALogWouldPrint() {
        var contact = new Contact("示例投诉人", "13800000000", "示例路1号", "sample@example.com");

        assertThat(contact.toString()).doesNotContain("示例投诉人", "13800000000", "示例路1号", "sample");
    }
}
