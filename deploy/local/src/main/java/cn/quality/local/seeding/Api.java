package cn.quality.local.seeding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;

/** The suite's public API, spoken to with a token of the account in question. */
final class Api {

    private static final int UNAUTHENTICATED = 401;

    /**
     * An answer.
     *
     * @param body a null node when it was empty or no JSON
     * @param etag empty when there was none
     */
    record Answer(int status, JsonNode body, String text, String etag) {

        boolean isGood() {
            return status >= 200 && status < 300;
        }

        boolean isCreated() {
            return status == 201;
        }

        /** The stable name of the problem, or the bare status where there is none. */
        String problem() {
            return body.path("code").asText("http-" + status);
        }

        /** The problem in words, violations included. */
        String reason() {
            var words = new StringBuilder(
                    body.path("detail").asText(body.path("title").asText("")));
            for (var violation : body.path("violations")) {
                words.append(" [")
                        .append(violation.path("field").asText())
                        .append(' ')
                        .append(violation.path("code").asText())
                        .append(": ")
                        .append(violation.path("message").asText())
                        .append(']');
            }
            return words.toString();
        }
    }

    private final Patience patience;
    private final Tokens tokens;
    private final ObjectMapper json;

    Api(Patience patience, Tokens tokens, ObjectMapper json) {
        this.patience = patience;
        this.tokens = tokens;
        this.json = json;
    }

    Answer put(Account account, URI uri, Object body) {
        return send(account, uri, "PUT", write(body), "application/json", Map.of());
    }

    Answer post(Account account, URI uri, Object body, Map<String, String> headers) {
        return send(account, uri, "POST", write(body), "application/json", headers);
    }

    /** @param lines newline-delimited JSON; the answer's text has one line for each */
    Answer batch(Account account, URI uri, String lines) {
        return send(account, uri, "POST", lines, "application/x-ndjson", Map.of("Accept", "application/x-ndjson"));
    }

    /** @param lines newline-delimited JSON, answered as a whole */
    Answer lines(Account account, URI uri, String lines) {
        return send(account, uri, "POST", lines, "application/x-ndjson", Map.of());
    }

    private Answer send(
            Account account, URI uri, String method, String body, String type, Map<String, String> headers) {
        var answer = attempt(account, uri, method, body, type, headers);
        if (answer.status() == UNAUTHENTICATED) {
            tokens.forget(account);
            answer = attempt(account, uri, method, body, type, headers);
        }
        return answer;
    }

    private Answer attempt(
            Account account, URI uri, String method, String body, String type, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(uri)
                .method(method, BodyPublishers.ofString(body))
                .header("Authorization", "Bearer " + tokens.of(account))
                .header("Content-Type", type)
                .header("Accept-Language", "en");
        headers.forEach(request::setHeader);
        var response = patience.send(request);
        return new Answer(
                response.statusCode(),
                read(response.body()),
                response.body(),
                response.headers().firstValue("ETag").orElse(""));
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (IOException e) {
            // Several lines of answers, or the page of a proxy: the status says what there is to say.
            return json.nullNode();
        }
    }

    private String write(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new SeedException("Cannot be written as JSON: " + body, e);
        }
    }
}
