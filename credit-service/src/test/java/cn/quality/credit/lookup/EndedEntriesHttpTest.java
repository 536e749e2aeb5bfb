package cn.quality.credit.lookup;

import static cn.quality.credit.Credit.next;
import static cn.quality.credit.Credit.published;
import static cn.quality.credit.Credit.registered;
import static cn.quality.testing.QuickPaths.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.credit.Credit;
import cn.quality.credit.CreditTest;
import cn.quality.platform.sql.Jdbc;
import cn.quality.testing.MovedClock;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An entry that has ended is in no public answer, whichever way it ended. Asked is every operation that the API description
 * says is open to everybody, in every format it offers, with and without parameters; so a new one is covered as soon as it
 * is described, and one that takes a path parameter unknown here fails until this test knows a value for it.
 */
@CreditTest
class EndedEntriesHttpTest {

    /** Answers in which the entry must have been, or this test looks in the wrong places. */
    private static final List<String> WHERE_IT_STOOD = List.of(
            "/listings application/json",
            "/listings text/csv",
            "/listings application/x-ndjson",
            "/listings/{id} application/json",
            "/enterprises/{uscc} application/json",
            "/enterprises/{uscc}/status application/json");

    private static final String BASE = Credit.BASE;

    @Inject
    Jdbc sql;

    private final String ground = "事由标记" + next();
    private final String document = "文号标记" + next();
    private String uscc = "";
    private String id = "";
    private Instant whenItStood = Instant.EPOCH;

    @BeforeEach
    void anEntryStands() {
        Credit.storeReferenceData();
        uscc = registered();
        id = published(uscc, "BLACK");
        sql.update("update listing set ground = ?, document_number = ? where id = ?::uuid", ground, document, id);
        sql.update(
                "insert into listing_span (listing_id, valid, recorded) "
                        + "select ?::uuid, daterange(?, null), tstzrange(now(), null) "
                        + "where not exists (select from listing_span where listing_id = ?::uuid)",
                id,
                MovedClock.today(),
                id);
        whenItStood = sql.first("select clock_timestamp() as now", row -> Jdbc.instant(row, "now"))
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update listing set state = 'WITHDRAWN' where id = ?::uuid",
                "update listing set state = 'REPAIRED' where id = ?::uuid",
                "update listing set state = 'EXPIRED' where id = ?::uuid",
                "update listing set state = 'ARCHIVED' where id = ?::uuid",
                "update listing set state = 'BASIS_REVOKED' where id = ?::uuid",
                // Its term is over, and the job that closes it is late.
                "update listing set valid_until = current_date - 2 where id = ?::uuid"
            })
    void noPublicAnswerTellsOfIt(String end) throws IOException {
        assertThat(mentions().keySet()).as("while it stands").containsAll(WHERE_IT_STOOD);

        sql.update(end, id);

        assertThat(mentions()).as("after: " + end).isEmpty();
    }

    /** Operations and formats whose answers tell of the entry, with the address that was asked. */
    private Map<String, String> mentions() throws IOException {
        var mentions = new LinkedHashMap<String, String>();
        var paths = description().path("paths").properties();
        assertThat(paths).hasSizeGreaterThan(10);
        for (var path : paths) {
            var operation = path.getValue().path("get");
            if (operation.isMissingNode() || !operation.path("security").isEmpty()) {
                continue;
            }
            for (var format : formats(operation)) {
                for (var address : addresses(path.getKey(), operation)) {
                    var answer = given().accept(format + ", application/problem+json")
                            .urlEncodingEnabled(false)
                            .get(address);
                    var body = answer.asString();
                    if (Stream.of(id, ground, document).anyMatch(body::contains) && answer.statusCode() < 400) {
                        mentions.put(path.getKey().replace(BASE, "") + " " + format, address);
                    }
                }
            }
        }
        return mentions;
    }

    private static List<String> formats(JsonNode operation) {
        var formats = new ArrayList<String>();
        operation.path("responses").path("200").path("content").fieldNames().forEachRemaining(formats::add);
        return formats.isEmpty() ? List.of("*/*") : formats;
    }

    /** Without parameters, with each that is known by itself, and with all of them. */
    private List<String> addresses(String path, JsonNode operation) {
        var known = values();
        var filled = path;
        var query = new ArrayList<String>();
        for (var parameter : operation.path("parameters")) {
            var name = parameter.path("name").asText();
            if (parameter.path("in").asText().equals("path")) {
                assertThat(known).as("a value for {%s} of %s", name, path).containsKey(name);
                filled = filled.replace("{" + name + "}", known.get(name));
            } else if (parameter.path("in").asText().equals("query") && known.containsKey(name)) {
                query.add(name + "=" + known.get(name));
            }
        }
        var addresses = new ArrayList<String>();
        addresses.add(filled);
        for (var one : query) {
            addresses.add(filled + "?" + one);
        }
        if (query.size() > 1) {
            addresses.add(filled + "?" + String.join("&", query));
        }
        return addresses;
    }

    private Map<String, String> values() {
        var values = new HashMap<String, String>();
        values.put("id", id);
        values.put("uscc", uscc);
        values.put("name", "%E7%A4%BA%E4%BE%8B");
        values.put("kind", "BLACK");
        values.put("limit", "200");
        values.put("region", "371102");
        values.put("validAt", MovedClock.today().toString());
        values.put("knownAt", whenItStood.toString());
        values.put("receipt", "TS-0");
        values.put("year", "2026");
        values.put("type", "cn.quality.credit.listing.published.v1");
        return values;
    }

    private static JsonNode description() throws IOException {
        return new ObjectMapper()
                .readTree(given().get("/q/openapi?format=json")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
    }
}
