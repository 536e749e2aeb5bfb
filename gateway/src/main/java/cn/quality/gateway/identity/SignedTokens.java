package cn.quality.gateway.identity;

import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.ErrorCodeValidator;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Verifies what the identity service signs for the gateway itself, not for the services: who logged in, and whose login is over.
 * Bearer tokens are verified by {@link BearerAuthenticator}.
 */
@ApplicationScoped
class SignedTokens {

    private static final AlgorithmConstraints ASYMMETRIC_ALGORITHMS = new AlgorithmConstraints(
            ConstraintType.PERMIT,
            AlgorithmIdentifiers.RSA_USING_SHA256,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
            AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);

    private static final int SKEW = 30;

    /** A forged token can name a key that does not exist; keys are not fetched for each. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final IdentityService identity;
    private final SessionConfig config;
    private final Clock clock;
    private volatile Keys keys = new Keys(new JsonWebKeySet(), Instant.MIN);

    private record Keys(JsonWebKeySet set, Instant fetched) {}

    SignedTokens(IdentityService identity, SessionConfig config, Clock clock) {
        this.identity = identity;
        this.config = config;
        this.clock = clock;
    }

    /**
     * What a token says, once signature, issuer, audience and time are in order; fails with {@link GrantRefused} when they are
     * not, with a refusal when the keys cannot be had.
     */
    Future<JwtClaims> read(String token) {
        return check(token, keys)
                .recover(failure -> failure instanceof UnknownKey && mayAskAgain()
                        ? fetched().compose(newer -> check(token, newer))
                        : Future.failedFuture(failure))
                .recover(failure -> Future.failedFuture(
                        failure instanceof UnknownKey ? new GrantRefused("signed with an unknown key") : failure));
    }

    private boolean mayAskAgain() {
        return clock.instant().isAfter(keys.fetched().plus(PAUSE));
    }

    private Future<Keys> fetched() {
        return identity.keys().compose(answer -> {
            try {
                keys = new Keys(new JsonWebKeySet(answer.encode()), clock.instant());
                return Future.succeededFuture(keys);
            } catch (JoseException e) {
                return Future.failedFuture(e);
            }
        });
    }

    private Future<JwtClaims> check(String token, Keys known) {
        try {
            return Future.succeededFuture(new JwtConsumerBuilder()
                    .setVerificationKeyResolver(
                            new JwksVerificationKeyResolver(known.set().getJsonWebKeys()))
                    .setJwsAlgorithmConstraints(ASYMMETRIC_ALGORITHMS)
                    .setExpectedIssuer(identity.issuer())
                    .setExpectedAudience(config.clientId())
                    .setRequireExpirationTime()
                    .setRequireIssuedAt()
                    .setAllowedClockSkewInSeconds(SKEW)
                    .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                    .build()
                    .processToClaims(token));
        } catch (InvalidJwtException e) {
            return Future.failedFuture(
                    e.getCause() instanceof UnresolvableKeyException
                            ? new UnknownKey()
                            : // Its message would have the token in it.
                            new GrantRefused("the token is wrong, jose4j says " + codes(e)));
        }
    }

    private static List<Integer> codes(InvalidJwtException failure) {
        return failure.getErrorDetails().stream()
                .map(ErrorCodeValidator.Error::getErrorCode)
                .toList();
    }

    private static final class UnknownKey extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UnknownKey() {
            super("unknown key", null, false, false);
        }
    }
}
