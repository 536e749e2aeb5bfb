package cn.quality.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokensTest {

    @Test
    void carriesTheClaimsOfTheRealmUnderAValidSignature() throws Exception {
        String token = Tokens.of("case-handler", "publisher")
                .user("zhang.san")
                .region("371100")
                .department("市场监督管理局")
                .uscc("91371199MA3RH00187")
                .sign();

        List<String> parts = List.of(token.split("\\.", -1));
        var key = KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(Tokens.publicKey())));
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(key);
        signature.update((parts.get(0) + "." + parts.get(1)).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(parts.get(2))))
                .isTrue();

        assertThat(new String(Base64.getUrlDecoder().decode(parts.get(1)), StandardCharsets.UTF_8))
                .contains("\"roles\":[\"case-handler\",\"publisher\"]")
                .contains("\"preferred_username\":\"zhang.san\"")
                .contains("\"region\":\"371100\"")
                .contains("\"department\":\"市场监督管理局\"")
                .contains("\"uscc\":\"91371199MA3RH00187\"")
                .contains("\"azp\":\"suite-cli\"")
                .contains("\"aud\":\"quality-suite\"")
                .contains("\"iss\":\"" + Tokens.ISSUER + "\"");
    }

    @Test
    void aVariedTokenLeavesTheFirstAsItWas() {
        Tokens first = Tokens.of("publisher").region("371100");
        String second = first.region("371102").sign();
        assertThat(payload(first.sign())).contains("\"region\":\"371100\"");
        assertThat(payload(second)).contains("\"region\":\"371102\"");
    }

    private static String payload(String token) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
    }
}
