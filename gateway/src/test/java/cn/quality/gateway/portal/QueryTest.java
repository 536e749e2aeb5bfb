package cn.quality.gateway.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QueryTest {

    @Test
    void aCodeIsRecognisedHoweverItIsTyped() {
        assertThat(Query.of("91371199ma3rh00187")).isEqualTo(new Query.Code("91371199MA3RH00187"));
        assertThat(Query.of(" 91 371199 MA3RH0018 7 ")).isEqualTo(new Query.Code("91371199MA3RH00187"));
        assertThat(Query.of("91371199MA3RH00187")).isEqualTo(new Query.Code("91371199MA3RH00187"));
    }

    @Test
    void aWrongCodeIsStillACodeSoThatTheReasonCanBeTold() {
        assertThat(Query.of("91371199MA3RH0018")).isInstanceOf(Query.Code.class);
        assertThat(Query.of("91371199MA3RH00187X")).isInstanceOf(Query.Code.class);
    }

    @Test
    void twoCharactersMakeAName() {
        assertThat(Query.of("海洋")).isEqualTo(new Query.Name("海洋"));
        assertThat(Query.of("3M中国")).isEqualTo(new Query.Name("3M中国"));
        assertThat(Query.of("海")).isEqualTo(new Query.TooShort());
        assertThat(Query.of("𠮷")).isEqualTo(new Query.TooShort());
        assertThat(Query.of("   ")).isEqualTo(new Query.Nothing());
    }

    @Test
    void aNameIsCutBetweenCharacters() {
        assertThat(Query.of("𠮷".repeat(200))).isEqualTo(new Query.Name("𠮷".repeat(100)));
    }
}
