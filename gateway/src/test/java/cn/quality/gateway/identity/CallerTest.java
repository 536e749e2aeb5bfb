package cn.quality.gateway.identity;

import static cn.quality.testing.QuickPaths.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import cn.quality.gateway.OutsideWorld;
import cn.quality.gateway.Token;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(OutsideWorld.class)
class CallerTest {

    /** Tells a caller who it is. */
    @ApplicationScoped
    static class Mirror {

        void route(@Observes Router router, BearerAuthenticator authenticator) {
            router.get("/who")
                    .handler(request -> authenticator
                            .authenticate(request, Audience.PUBLIC)
                            .onSuccess(caller -> request.response().end(Caller.of(request) + " " + caller.key()))
                            .onFailure(request::fail));
        }
    }

    @Test
    void whoShowsNothingIsAnonymousAndKnownByTheAddressWhichIsNoName() {
        assertThat(who("")).isEqualTo("Anonymous[address=127.0.0.1] anonymous");
    }

    @Test
    void aSystemIsKnownByItsClientId() throws JoseException {
        assertThat(who(Token.valid()
                        .ofSystem("dept-health")
                        .withRoles("data-provider")
                        .sign()))
                .isEqualTo("Client[id=dept-health, roles=[data-provider]] client:dept-health");
    }

    @Test
    void aPersonIsKnownByADigestOfTheSubject() throws JoseException {
        assertThat(who(Token.valid().withRoles("publisher").sign()))
                .startsWith("Person[subject=publisher, roles=[publisher]] person:")
                .doesNotEndWith("publisher");
        assertThat(new Caller.Person("a", Set.of()).key()).isNotEqualTo(new Caller.Person("b", Set.of()).key());
    }

    private static String who(String token) {
        var request = given();
        return (token.isEmpty() ? request : request.auth().oauth2(token))
                .get("/who")
                .then()
                .statusCode(equalTo(200))
                .extract()
                .asString();
    }
}
