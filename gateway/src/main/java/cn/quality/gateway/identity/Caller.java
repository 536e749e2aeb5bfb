package cn.quality.gateway.identity;

import cn.quality.platform.digest.Digests;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who sent a request. */
public sealed interface Caller {

    /** A stable name for logs and counters that is no personal data. */
    String key();

    Set<String> roles();

    default boolean has(String role) {
        return roles().contains(role);
    }

    /**
     * A caller without a credential.
     *
     * @param address where the request came from; itself personal data, so never a name
     */
    record Anonymous(String address) implements Caller {

        @Override
        public String key() {
            return "anonymous";
        }

        @Override
        public Set<String> roles() {
            return Set.of();
        }
    }

    /**
     * Another system, by client credentials.
     *
     * @param id as the identity service calls the client
     */
    record Client(String id, Set<String> roles) implements Caller {

        @Override
        public String key() {
            return "client:" + id;
        }
    }

    /**
     * A user who logged in.
     *
     * @param subject as the identity service numbers users
     */
    record Person(String subject, Set<String> roles) implements Caller {

        private static final int DIGITS = 16;

        @Override
        public String key() {
            return "person:" + Digests.sha256(subject).substring(0, DIGITS);
        }
    }

    /** The caller of a request; anonymous unless authenticated. */
    static Caller of(RoutingContext request) {
        Caller known = request.get(Caller.class.getName());
        if (known != null) {
            return known;
        }
        var anonymous = new Anonymous(request.request().remoteAddress().hostAddress());
        anonymous.attach(request);
        return anonymous;
    }

    /** Makes this the caller of a request. */
    default void attach(RoutingContext request) {
        request.put(Caller.class.getName(), this);
    }

    /** The caller a verified token names. */
    static Caller of(SecurityIdentity identity) {
        var roles = Set.copyOf(identity.getRoles());
        return identity.getPrincipal() instanceof JsonWebToken token
                ? client(token)
                        .<Caller>map(id -> new Client(id, roles))
                        .orElseGet(() -> new Person(subject(token), roles))
                : new Person(identity.getPrincipal().getName(), roles);
    }

    /** Keycloak puts {@code client_id} into the tokens of systems only; both kinds name the client they came by in {@code azp}. */
    private static Optional<String> client(JsonWebToken token) {
        return token.<String>claim("client_id")
                .or(() -> token.<String>claim("preferred_username")
                        .filter(name -> name.startsWith("service-account-"))
                        .flatMap(system -> token.claim("azp")));
    }

    private static String subject(JsonWebToken token) {
        return token.getSubject() != null ? token.getSubject() : token.getName();
    }
}
