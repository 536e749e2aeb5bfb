package cn.quality.indicator.sdmx;

import cn.quality.indicator.sdmx.Negotiation.Agreed;
import cn.quality.indicator.sdmx.ResponseStream.ClientLeft;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import cn.quality.platform.sql.SqlFailure;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Where requests of SDMX arrive: reads the address, agrees on a format, answers, and refuses in the words of the protocol. */
@Singleton
class SdmxEndpoint {

    private static final Logger LOG = Logger.getLogger(SdmxEndpoint.class);

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final String LIFETIME = "public, max-age=30, stale-while-revalidate=300";
    private static final String VARIES = "Accept, Accept-Language";

    private final SdmxRepository stored;
    private final DataReader data;
    private final Clock clock;

    SdmxEndpoint(SdmxRepository stored, DataReader data, Clock clock) {
        this.stored = stored;
        this.data = data;
        this.clock = clock;
    }

    void register(@Observes Router router) {
        router.route("/sdmx/v1/*").blockingHandler(request -> answer(request, Generation.V1), false);
        router.route("/sdmx/v2/*").blockingHandler(request -> answer(request, Generation.V2), false);
    }

    /** A request, with what its headers say. */
    private record Asked(RoutingContext context, Generation generation, Locale locale) {

        @Nullable
        String header(CharSequence name) {
            return context.request().getHeader(name);
        }

        String path() {
            var uri = context.request().uri();
            var path = uri.split("\\?", 2)[0];
            // "/sdmx/v1" has as many characters as "/sdmx/v2"
            return path.substring(Math.min(path.length(), "/sdmx/v1".length()));
        }

        String query() {
            var parts = context.request().uri().split("\\?", 2);
            return parts.length == 1 ? "" : parts[1];
        }
    }

    private void answer(RoutingContext context, Generation generation) {
        var asked = new Asked(
                context, generation, Text.preferred(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
        Optional<String> format = Optional.empty();
        try {
            if (!READS.contains(context.request().method())) {
                throw new Problem(ProblemTypes.METHOD_NOT_ALLOWED, new Text("仅支持读取", "Only reading is offered"))
                        .withHeader("Allow", "GET, HEAD");
            }
            var address = Address.parse(asked.path(), asked.query());
            format = address.parameter("format");
            route(asked, address);
        } catch (ClientLeft e) {
            // nobody is there to be told
        } catch (Problem refusal) {
            refuse(asked, format, refusal);
        } catch (IOException | RuntimeException e) {
            LOG.errorf(e, "%s %s", context.request().method(), context.normalizedPath());
            refuse(asked, format, fault(e));
        }
    }

    private void route(Asked asked, Address address) throws IOException {
        var first = address.segment(0).orElse("");
        boolean second = asked.generation() == Generation.V2;
        switch (first) {
            case "data" ->
                data(asked, address, second ? DataRequests.dataOfV2(address) : DataRequests.dataOfV1(address));
            case "availability" -> {
                requireResource(second, first);
                availability(asked, address, DataRequests.availabilityOfV2(address));
            }
            case "availableconstraint" -> {
                requireResource(!second, first);
                availability(asked, address, DataRequests.availabilityOfV1(address));
            }
            case "metadata", "schema", "registration" -> throw Refusals.notBuilt(first);
            case "structure" -> structures(asked, address, StructureRequests.parse(address, second ? 1 : 0));
            default -> {
                requireResource(!second && !first.isEmpty(), first);
                structures(asked, address, StructureRequests.parse(address, 0));
            }
        }
    }

    private void data(Asked asked, Address address, DataQuery query) throws IOException {
        var agreed = agree(asked, address, asked.generation().data());
        var version = stored.version();
        if (begin(asked, agreed, version)) {
            return;
        }
        var catalogue = stored.catalogue();
        query.selection().requireKnown(catalogue.codelists(), (dimension, code) -> unknown(asked, dimension, code));
        var stream = new ResponseStream(asked.context().response());
        var message = new Message(version, asked.locale());
        var writer = new Begun(writer(stream, query, catalogue, message, agreed));
        data.read(query, catalogue, writer, stream::requireReader);
        if (writer.isEmpty()) {
            nothing(asked);
        } else {
            writer.end();
            stream.finish();
        }
    }

    private static void requireResource(boolean known, String name) {
        if (!known) {
            throw Refusals.syntax("没有资源 %s", "There is no resource %s", name);
        }
    }

    private void availability(Asked asked, Address address, AvailabilityQuery query) throws IOException {
        var agreed = agree(asked, address, asked.generation().structures());
        var version = stored.version();
        if (begin(asked, agreed, version)) {
            return;
        }
        var catalogue = stored.catalogue();
        var codelists = catalogue.codelists();
        query.data().selection().requireKnown(codelists, (dimension, code) -> unknown(asked, dimension, code));
        var stream = new ResponseStream(asked.context().response());
        var counter = new AvailabilityCounter();
        data.count(query.data(), catalogue, counter, stream::requireReader);
        var counted = counter.counted(query);
        if (counted.isEmpty()) {
            nothing(asked);
        } else {
            write(Structures.of(counted.get(), query.references(), codelists), asked, agreed, version, stream);
        }
    }

    private void structures(Asked asked, Address address, StructureQuery query) throws IOException {
        var agreed = agree(asked, address, asked.generation().structures());
        var version = stored.version();
        if (begin(asked, agreed, version)) {
            return;
        }
        var found = Structures.of(query, stored.catalogue().codelists());
        if (found.isEmpty()) {
            throw Refusals.noResults("没有符合条件的结构", "There are no structures that fit");
        }
        write(found, asked, agreed, version, new ResponseStream(asked.context().response()));
    }

    private static void write(
            Structures structures, Asked asked, Agreed agreed, SdmxRepository.Version version, ResponseStream stream)
            throws IOException {
        var message = new Message(version, asked.locale());
        if (agreed.format() == Format.STRUCTURE_ML) {
            new MlStructureWriter(stream).write(structures, message);
        } else {
            new JsonStructureWriter(stream, message, agreed.format()).write(structures);
        }
        stream.finish();
    }

    static DataWriter writer(OutputStream out, DataQuery query, Catalogue catalogue, Message message, Agreed agreed)
            throws IOException {
        return switch (agreed.format()) {
            case GENERIC_ML -> new GenericDataWriter(out, query, catalogue, message);
            case SPECIFIC_ML -> new SpecificDataWriter(out, query, catalogue, message);
            case DATA_CSV_1, DATA_CSV_2, DATA_CSV_2_1 ->
                new CsvDataWriter(out, query, catalogue, message, agreed.format(), agreed.labels());
            case DATA_JSON_1, DATA_JSON_2, DATA_JSON_2_1 ->
                new JsonDataWriter(out, query, catalogue, message, agreed.format());
            default -> throw new IllegalArgumentException(agreed.format() + " is no format of data");
        };
    }

    /** The first generation calls it not found, the second semantically wrong; both name the dimension. */
    private static Problem unknown(Asked asked, Component dimension, String code) {
        var zh = "维度 %s 中没有代码 %s";
        var en = "The dimension %s has no code %s";
        return asked.generation() == Generation.V1
                ? Refusals.noResults(zh, en, dimension, code)
                : Refusals.semantic(zh, en, dimension, code);
    }

    /** No data is an answer to the second generation, and an error to the first. */
    private static void nothing(Asked asked) {
        if (asked.generation() == Generation.V1) {
            throw Refusals.noResults("没有符合条件的数据", "There are no data that fit");
        }
        asked.context().response().setStatusCode(204).end();
    }

    private static Agreed agree(Asked asked, Address address, List<Format> offered) {
        return Negotiation.agree(offered, address.parameter("format").orElse(null), asked.header(HttpHeaders.ACCEPT));
    }

    /**
     * Writes the headers of a success, of which a refusal takes back what does not hold for it.
     *
     * @return whether that was all, because the client has this answer already or wants no body
     */
    private boolean begin(Asked asked, Agreed agreed, SdmxRepository.Version version) {
        var response = asked.context().response();
        var tag = "\"%d-%s-%s\""
                .formatted(
                        version.number(),
                        agreed.format().name().toLowerCase(Locale.ROOT),
                        asked.locale().getLanguage());
        response.putHeader(HttpHeaders.ETAG, tag)
                .putHeader(HttpHeaders.CACHE_CONTROL, LIFETIME)
                .putHeader(HttpHeaders.VARY, VARIES);
        var conditions = new Conditions(version.at());
        conditions
                .lastModified(clock.instant())
                .ifPresent(moment -> response.putHeader(HttpHeaders.LAST_MODIFIED, moment));
        if (conditions.hold(
                tag, asked.header(HttpHeaders.IF_NONE_MATCH), asked.header(HttpHeaders.IF_MODIFIED_SINCE))) {
            response.setStatusCode(304).end();
            return true;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, agreed.contentType() + charset(agreed))
                .putHeader("Content-Language", asked.locale().getLanguage())
                .putHeader("X-Content-Type-Options", "nosniff");
        return false;
    }

    private static String charset(Agreed agreed) {
        return agreed.format().syntax() == Format.Syntax.JSON ? "" : ";charset=UTF-8";
    }

    private static Problem fault(Exception e) {
        return SqlFailure.isTransient(e)
                ? new Problem(ProblemTypes.UNAVAILABLE, new Text("服务暂不可用，请稍后再试", "Unavailable, try again shortly"))
                : new Problem(ProblemTypes.INTERNAL, new Text("系统内部错误", "Internal error"));
    }

    private static void refuse(Asked asked, Optional<String> format, Problem refusal) {
        var response = asked.context().response();
        if (response.headWritten()) {
            asked.context().request().connection().close(); // too late for words: what is missing shows
            return;
        }
        var message = new ErrorMessage(
                refusal,
                Negotiation.ofErrors(asked.generation(), format.orElse(null), asked.header(HttpHeaders.ACCEPT)),
                asked.generation(),
                asked.locale());
        response.headers().remove(HttpHeaders.ETAG).remove(HttpHeaders.LAST_MODIFIED);
        refusal.headers().forEach(response::putHeader);
        response.setStatusCode(refusal.type().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, message.contentType())
                .putHeader("Content-Language", asked.locale().getLanguage())
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.VARY, VARIES)
                .end(Buffer.buffer(message.bytes()));
    }

    /** Begins its message with the first data set, so that a message without data is never begun. */
    private static final class Begun implements DataWriter {

        private final DataWriter message;
        private boolean empty = true;

        Begun(DataWriter message) {
            this.message = message;
        }

        boolean isEmpty() {
            return empty;
        }

        @Override
        public void begin() {}

        @Override
        public void dataSet(Optional<Instant> validFrom) throws IOException {
            if (empty) {
                message.begin();
                empty = false;
            }
            message.dataSet(validFrom);
        }

        @Override
        public void series(Series series) throws IOException {
            message.series(series);
        }

        @Override
        public void observation(Observation observation) throws IOException {
            message.observation(observation);
        }

        @Override
        public void end() throws IOException {
            message.end();
        }
    }
}
