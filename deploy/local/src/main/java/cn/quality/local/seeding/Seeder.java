package cn.quality.local.seeding;

import cn.quality.local.seeding.SeedFiles.Element;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Seeds a running suite through its public API, in an order in which everything finds what it refers to: reference data,
 * enterprises with their records, list entries, declarations, group standards, TBT notices.
 */
public final class Seeder {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Requests at once: two cores are kept busy, and no service is crowded out. */
    private static final int IN_FLIGHT = 4;

    private static final int IN_ORDER = 1;

    /** The enterprise has declared this standard before. */
    private static final String ALREADY_DECLARED = "already-declared";

    /** States of an entry that an earlier run left on its way. */
    private static final Set<String> UNPUBLISHED = Set.of(
            "DRAFT",
            "REVIEW",
            "PUBLIC_NOTICE",
            "LEGAL_REVIEW",
            "NOTICE_SERVED",
            "DEFENCE_RECEIVED",
            "UPPER_CONSENT",
            "DECIDED",
            "SERVED");

    private final SeedConfig config;
    private final ObjectMapper json;
    private final SeedFiles files;
    private final Progress.Display display;
    private final Tally tally = new Tally();
    private final LocalDate today = LocalDate.now(SHANGHAI);

    public Seeder(SeedConfig config) {
        this.config = config;
        this.json = json();
        this.files = new SeedFiles(config.seeds(), json);
        this.display = Progress.Display.of(config.quiet());
    }

    /**
     * Sends everything; what is there already stays as it is.
     *
     * @return what was added, what was there, what was refused
     * @throws SeedException when a seed file is missing or broken, or a part of the suite does not answer for two minutes
     */
    public SeedReport run() {
        try (var http = HttpClient.newBuilder().connectTimeout(CONNECT).build()) {
            var patience = new Patience(http, PATIENCE);
            var api = new Api(patience, new Tokens(patience, config.tokens(), json, Clock.systemUTC()), json);
            creditReference(api);
            indicators(api);
            observations(api);
            standards(api);
            registries(api);
            enterprises(api);
            listEntries(api);
            declarations(api);
            groupStandards(api);
            tbtNotices(api);
        }
        return tally.report();
    }

    private void creditReference(Api api) {
        put(api, "regions", files.array("credit/regions.json"), IN_ORDER, config::credit, "code");
        put(api, "industries", files.array("credit/industries.json"), IN_FLIGHT, config::credit, "edition");
        put(api, "exchange-templates", files.array("credit/exchange-templates.json"), IN_FLIGHT, config::credit, "id");
        put(api, "legal-bases", files.array("credit/legal-bases.json"), IN_FLIGHT, config::credit, "code");
        put(api, "rule-packs", files.array("credit/rule-packs.json"), IN_FLIGHT, config::credit, "id");
        put(api, "calendars", files.array("credit/calendars.json"), IN_FLIGHT, config::credit, "year");
        put(
                api,
                "complaint-routes",
                files.array("credit/complaint-routes.json"),
                IN_FLIGHT,
                config::credit,
                "region",
                "field");
    }

    private void indicators(Api api) {
        put(api, "plans", files.plans(), IN_FLIGHT, config::indicators, "id");
        // The city first: the others name it.
        put(api, "areas", files.array("indicators/areas.json"), IN_ORDER, config::indicators, "code");
        put(api, "indicators", files.array("indicators/indicators.json"), IN_FLIGHT, config::indicators, "code");
        put(
                api,
                "indicators",
                files.array("indicators/indicators-of-other-plans.json"),
                IN_FLIGHT,
                config::indicators,
                "code");
        // In order: a definition follows the one before it.
        put(
                api,
                "definitions",
                files.array("indicators/definitions.json"),
                IN_ORDER,
                config::indicators,
                "indicator",
                "version");
        put(
                api,
                "formulas",
                files.array("indicators/formulas.json"),
                IN_FLIGHT,
                config::indicators,
                "indicator",
                "validFrom");
        put(api, "targets", files.array("indicators/targets.json"), IN_FLIGHT, config::indicators, "id");
        put(api, "conflicts", files.array("indicators/conflicts.json"), IN_FLIGHT, config::indicators, "id");
        put(api, "schemes", files.array("indicators/schemes.json"), IN_FLIGHT, config::indicators, "id");
    }

    /** One person records the figures, another publishes them; what is public already is there. */
    private void observations(Api api) {
        var file = "indicators/observations.json";
        var figures = json.createArrayNode();
        files.array(file).forEach(figure -> figures.add(figure.body()));
        var recorded = api.post(
                Account.SEEDER,
                config.indicators("observations"),
                json.createObjectNode().set("observations", figures),
                Map.of());
        if (!recorded.isGood()) {
            tally.settle(file, recorded);
            return;
        }
        var published = api.post(
                Account.PUBLISHER,
                config.indicators("observations/publications"),
                json.createObjectNode()
                        .put("basis", "规划公开数据")
                        .set("indicators", json.valueToTree(figures.findValuesAsText("indicator"))),
                Map.of());
        if (published.problem().equals("nothing-to-publish")) {
            tally.kept();
        } else {
            tally.settle(file, published);
        }
    }

    private void standards(Api api) {
        var uri = config.standards("standards");
        each(
                "standards",
                files.lines("standards/standards.ndjson"),
                IN_FLIGHT,
                element -> tally.settle(element.place(), api.post(Account.SEEDER, uri, element.body(), Map.of())));
        // The vocabulary first: requirements are written in it.
        put(
                api,
                "characteristics",
                files.array("standards/characteristics.json"),
                IN_FLIGHT,
                config::standards,
                "code");
        put(api, "requirements", files.array("standards/requirements.json"), IN_FLIGHT, config::standards);
    }

    private void registries(Api api) {
        put(api, "registries", files.array("standards/registry-kinds.json"), IN_FLIGHT, config::standards, "code");
        each(
                "registry entries",
                files.array("standards/registry-entries.json"),
                IN_FLIGHT,
                element -> registryEntry(api, element));
    }

    /** Proposed by one person, entered by another. Each act has a key, so an earlier run is taken up where it stopped. */
    private void registryEntry(Api api, Element element) {
        var entry = element.body();
        var key = "seed-registry-" + entry.path("key").asText();
        var proposed = api.post(
                Account.CASE_HANDLER,
                config.standards("registries/" + entry.path("kind").asText() + "/cases"),
                entry.path("proposal"),
                Map.of("Idempotency-Key", key));
        if (!proposed.isGood()) {
            tally.settle(element.place(), proposed);
        } else if (!proposed.body().path("state").asText().equals("PROPOSED")) {
            tally.kept();
        } else {
            tally.settle(
                    element.place(),
                    api.post(
                            Account.CASE_APPROVER,
                            config.standards("registry-cases/"
                                    + proposed.body().path("id").asText() + "/entry"),
                            entry.path("entry"),
                            Map.of("If-Match", proposed.etag(), "Idempotency-Key", key + "-entry")));
        }
    }

    private void put(
            Api api, String name, List<Element> elements, int inFlight, Function<String, URI> service, String... keys) {
        each(name, elements, inFlight, element -> {
            var uri = service.apply(name
                    + Stream.of(keys)
                            .map(key -> "/" + element.body().path(key).asText())
                            .collect(Collectors.joining()));
            tally.settle(element.place(), api.put(Account.SEEDER, uri, element.body()));
        });
    }

    private Stream<ArchiveRecord> records(Enterprise enterprise, long index) {
        return Stream.concat(
                ArchiveRecords.of(enterprise, index).stream(),
                ArchiveRecords.sampledIn(enterprise, index, today).stream());
    }

    private void enterprises(Api api) {
        try (var progress = display.step("enterprises", config.scale())) {
            Parallel.each(Chunk.upTo(config.scale()), IN_FLIGHT, chunk -> {
                batch(
                        api,
                        "enterprises",
                        Enterprises.between(chunk.first(), chunk.end()).toList(),
                        enterprise -> enterprise.source().recordNumber());
                batch(
                        api,
                        "records",
                        LongStream.range(chunk.first(), chunk.end())
                                .boxed()
                                .flatMap(i -> records(Enterprises.at(i), i))
                                .toList(),
                        record -> record.source().recordNumber());
                progress.advance(chunk.size());
            });
        }
    }

    /** Sends the items in one call, each on a line, and settles each by the line that answers it. */
    private <T> void batch(Api api, String name, List<T> items, Function<T, String> label) {
        var uri = config.credit(name + "/batch");
        var answer = api.batch(Account.SEEDER, uri, lines(items));
        if (!answer.isGood()) {
            throw new SeedException("%s refuses the batch from %s on: %s %s"
                    .formatted(uri, label.apply(items.getFirst()), answer.problem(), answer.reason()));
        }
        var answers = answer.text().lines().toList();
        if (answers.size() != items.size()) {
            throw new SeedException("%s answered %d of %d lines from %s on; run seeding again to finish it"
                    .formatted(uri, answers.size(), items.size(), label.apply(items.getFirst())));
        }
        IntStream.range(0, items.size())
                .forEach(i ->
                        settle(name + " line " + (i + 1) + " " + label.apply(items.get(i)), parsed(answers.get(i))));
    }

    private void settle(String item, JsonNode line) {
        switch (line.path("outcome").asText()) {
            case "ACCEPTED" -> tally.added();
            case "DUPLICATE" -> tally.kept();
            default -> {
                var first = line.path("problems").path(0);
                tally.rejected(
                        item,
                        first.path("code").asText("unknown"),
                        (first.path("field").asText("") + " "
                                        + first.path("message").asText())
                                .strip());
            }
        }
    }

    private void listEntries(Api api) {
        each("list entries", ListEntries.upTo(config.scale()).toList(), IN_FLIGHT, entry -> listEntry(api, entry));
    }

    /**
     * Drafted by one person, decided by another, published by a third. Each act has a key, so what an earlier run had begun
     * is taken up where it stopped.
     */
    private void listEntry(Api api, ListEntry entry) {
        var answer = api.post(
                Account.CASE_HANDLER, config.credit("listings"), entry, Map.of("Idempotency-Key", entry.key()));
        if (answer.isGood() && !UNPUBLISHED.contains(answer.body().path("state").asText())) {
            tally.kept();
            return;
        }
        var id = answer.body().path("id").asText();
        for (var steps = entry.steps().iterator(); answer.isGood() && steps.hasNext(); ) {
            var step = steps.next();
            answer = api.post(
                    step.by(),
                    config.credit("listings/" + id + "/" + step.path()),
                    step.content(),
                    Map.of("If-Match", answer.etag(), "Idempotency-Key", entry.key() + "-" + step.path()));
        }
        if (answer.isGood()) {
            tally.added();
        } else {
            tally.rejected(entry.key(), answer.problem(), answer.reason());
        }
    }

    private void declarations(Api api) {
        each("declarations", Declarations.all(), IN_ORDER, declaration -> {
            var answer = api.post(Account.ENTERPRISE, config.standards("declarations"), declaration, Map.of());
            if (answer.problem().equals(ALREADY_DECLARED)) {
                tally.kept();
            } else {
                tally.settle("declaration " + declaration.standard().number(), answer);
            }
        });
    }

    private void groupStandards(Api api) {
        var groups = new GroupStandards(api, config, tally);
        each("group standards", files.array("standards/group-standards.json"), IN_ORDER, groups::send);
    }

    private void tbtNotices(Api api) {
        var file = "standards/tbt-notices.ndjson";
        var notices = files.lines(file).stream().map(Element::body).toList();
        var answer = api.lines(Account.SEEDER, config.standards("tbt-notices"), lines(notices));
        if (!answer.isGood()) {
            tally.settle(file, answer);
            return;
        }
        var loaded = answer.body();
        var refused = loaded.path("refused");
        refused.forEach(line -> tally.rejected(
                file + " line " + line.path("line").asText(),
                line.path("code").asText(),
                line.path("flaws").toString()));
        int added = loaded.path("created").asInt();
        IntStream.range(0, notices.size() - refused.size()).forEach(i -> {
            if (i < added) {
                tally.added();
            } else {
                tally.kept();
            }
        });
    }

    private <T> void each(String name, List<T> things, int inFlight, Consumer<T> act) {
        try (var progress = display.step(name, things.size())) {
            Parallel.each(things.stream(), inFlight, thing -> {
                act.accept(thing);
                progress.advance(1);
            });
        }
    }

    private String lines(List<?> items) {
        var lines = new StringBuilder();
        for (var item : items) {
            try {
                lines.append(json.writeValueAsString(item)).append('\n');
            } catch (JsonProcessingException e) {
                throw new SeedException("Cannot be written as JSON: " + item, e);
            }
        }
        return lines.toString();
    }

    private JsonNode parsed(String line) {
        try {
            return json.readTree(line);
        } catch (IOException e) {
            throw new SeedException("Not an answer to a line: " + line, e);
        }
    }

    private static ObjectMapper json() {
        return new ObjectMapper()
                .registerModule(new SimpleModule().addSerializer(LocalDate.class, ToStringSerializer.instance))
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                // Decimals are sent as they stand in the files: 12.50 says more than 12.5.
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);
    }
}
