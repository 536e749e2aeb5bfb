package cn.quality.local.seeding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** The bearer tokens of the accounts, fetched when first needed and again shortly before they expire. */
final class Tokens {

    private static final Duration MARGIN = Duration.ofSeconds(30);

    private record Token(String value, Instant goodUntil) {}

    private final Patience patience;
    private final URI endpoint;
    private final ObjectMapper json;
    private final Clock clock;
    private final Map<Account, Token> tokens = new EnumMap<>(Account.class);

    Tokens(Patience patience, URI endpoint, ObjectMapper json, Clock clock) {
        this.patience = patience;
        this.endpoint = endpoint;
        this.json = json;
        this.clock = clock;
    }

    /** @throws SeedException when the identity provider refuses the account or does not answer */
    synchronized String of(Account account) {
        var known = tokens.get(account);
        if (known == null || !clock.instant().isBefore(known.goodUntil())) {
            known = fetch(account);
            tokens.put(account, known);
        }
        return known.value();
    }

    /** The services no longer believe this token, although it has not expired: the realm was made anew. */
    synchronized void forget(Account account) {
        tokens.remove(account);
    }

    private Token fetch(Account account) {
        var asked = clock.instant();
        var response = patience.send(HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(account.form())));
        if (response.statusCode() != 200) {
            throw new SeedException("The identity provider refuses the account %s: HTTP %d %s"
                    .formatted(account, response.statusCode(), response.body()));
        }
        try {
            JsonNode token = json.readTree(response.body());
            var lifetime = Duration.ofSeconds(token.path("expires_in").asLong());
            return new Token(
                    token.path("access_token").asText(), asked.plus(lifetime).minus(MARGIN));
        } catch (IOException e) {
            throw new SeedException("The answer of " + endpoint + " is no token", e);
        }
    }
}
