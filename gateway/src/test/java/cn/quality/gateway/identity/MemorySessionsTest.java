package cn.quality.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MemorySessionsTest {

    private final MemorySessions store = new MemorySessions(2);

    @Test
    void holdsSoManyAndLetsGoOfTheOneUsedLeastLately() {
        store.add(session("a"));
        store.add(session("b"));
        assertThat(store.find("a").result()).isPresent();
        store.add(session("c"));
        assertThat(store.find("b").result()).isEmpty();
        assertThat(store.find("a").result()).isPresent();
        assertThat(store.find("c").result()).isPresent();
    }

    @Test
    void aLoginThatHasEndedIsNotBroughtBackByARequestStillUnderWay() {
        store.add(session("a"));
        store.remove("a");
        store.replace(session("a"));
        assertThat(store.find("a").result()).isEmpty();
    }

    @Test
    void nothingOfALoginShowsInALog() {
        assertThat(session("secret-id").toString()).doesNotContain("secret").contains("subject");
    }

    private static Session session(String id) {
        var grant = new Grant("secret-access", Instant.EPOCH, "secret-refresh", "secret-identity");
        var profile = new UserClaims("subject", "login", "name", Set.of(), null, null, null);
        return new Session(id, profile, grant, "elsewhere", Instant.EPOCH, Instant.EPOCH);
    }
}
