package cn.quality.indicator.sdmx;

import cn.quality.indicator.catalogue.Figure;
import cn.quality.indicator.catalogue.Qualifier;
import cn.quality.indicator.observation.Frequency;
import cn.quality.indicator.observation.ObservationStatus;
import cn.quality.indicator.observation.Period;
import cn.quality.indicator.sdmx.SdmxRepository.Version;
import cn.quality.platform.problem.Text;
import cn.quality.testing.Golden;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same data in every format, as committed files; each is what the official schemas say. */
class MessageGoldenTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "golden", "sdmx");

    private static final Message MESSAGE =
            new Message(new Version(7, Instant.parse("2021-02-03T04:05:06.789Z")), Locale.ENGLISH);

    private static final Catalogue CATALOGUE = new Catalogue(
            Map.of(
                    "PRD_SUPERV_PASS",
                    new Catalogue.Entry(
                            new Text("“工业” & <产品> 合格率", "Pass rate of “industrial” & <other> products"),
                            "%",
                            1,
                            new Figure(2015, new BigDecimal("93.20"), Qualifier.EQ, "93.20%"),
                            null)),
            Map.of("371100", "日照市"),
            Optional.of("371100"));

    private static final Series ACTUAL =
            new Series(Frequency.A, "371100", "PRD_SUPERV_PASS", SeriesKind.ACTUAL, List.of(1));
    private static final Series BASELINE =
            new Series(Frequency.A, "371100", "PRD_SUPERV_PASS", SeriesKind.BASELINE, List.of());

    @ParameterizedTest
    @CsvSource({
        "generic.xml,      GENERIC_ML,    TIME_PERIOD",
        "generic-flat.xml, GENERIC_ML,    AllDimensions",
        "specific.xml,     SPECIFIC_ML,   TIME_PERIOD",
        "specific-flat.xml, SPECIFIC_ML,  AllDimensions",
        "data-1.0.json,    DATA_JSON_1,   TIME_PERIOD",
        "data-1.0-flat.json, DATA_JSON_1, AllDimensions",
        "data-2.0.json,    DATA_JSON_2,   TIME_PERIOD",
        "data-2.0-flat.json, DATA_JSON_2, AllDimensions",
        "data-2.1.json,    DATA_JSON_2_1, TIME_PERIOD",
        "data-1.0.csv,     DATA_CSV_1,    TIME_PERIOD",
        "data-2.0.csv,     DATA_CSV_2,    TIME_PERIOD",
        "data-2.1.csv,     DATA_CSV_2_1,  TIME_PERIOD",
    })
    void data(String file, Format format, String dimension) throws IOException {
        var query = DataRequests.dataOfV2(
                Address.parse("/data/dataflow/RZ/DF_QUALITY/1.0.0/A", "dimensionAtObservation=" + dimension));
        var out = new ByteArrayOutputStream();
        var writer = writer(out, query, format);
        writer.begin();
        writer.dataSet(Optional.empty());
        writer.series(ACTUAL);
        writer.observation(observed(2018, "95.50", Qualifier.EQ));
        writer.observation(
                Observation.reported(Period.year(2019), null, null, null, ObservationStatus.M, "未报 “示例” & <通报>"));
        writer.observation(observed(2020, "97", Qualifier.GE));
        writer.series(BASELINE);
        writer.observation(CATALOGUE.planned(BASELINE).getFirst());
        writer.end();
        compare(file, format, out);
    }

    @ParameterizedTest
    @CsvSource({"history.xml, SPECIFIC_ML", "history-1.0.json, DATA_JSON_1", "history-2.0.csv, DATA_CSV_2"})
    void history(String file, Format format) throws IOException {
        var query = DataRequests.dataOfV2(Address.parse("/data", "includeHistory=true"));
        var out = new ByteArrayOutputStream();
        var writer = writer(out, query, format);
        writer.begin();
        writer.dataSet(Optional.of(Instant.parse("2019-01-20T02:00:00Z")));
        writer.series(ACTUAL);
        writer.observation(observed(2018, "93.4", Qualifier.EQ));
        writer.dataSet(Optional.of(Instant.parse("2019-03-02T01:00:00.5Z")));
        writer.series(ACTUAL);
        writer.observation(observed(2018, "93.2", Qualifier.EQ));
        writer.end();
        compare(file, format, out);
    }

    @ParameterizedTest
    @CsvSource({
        "structures.xml,      STRUCTURE_ML",
        "structures-1.0.json, STRUCTURE_JSON_1",
        "structures-2.0.json, STRUCTURE_JSON_2",
    })
    void structures(String file, Format format) throws IOException {
        var query = StructureRequests.parse(Address.parse("/datastructure", "references=all"), 0);
        var out = new ByteArrayOutputStream();
        write(out, Structures.of(query, CATALOGUE.codelists()), format);
        compare(file, format, out);
    }

    @ParameterizedTest
    @CsvSource({
        "availability.xml,      STRUCTURE_ML",
        "availability-1.0.json, STRUCTURE_JSON_1",
        "availability-2.0.json, STRUCTURE_JSON_2",
    })
    void availability(String file, Format format) throws IOException {
        var query =
                DataRequests.availabilityOfV1(Address.parse("/availableconstraint/DF_QUALITY", "references=codelist"));
        var counter = new AvailabilityCounter();
        counter.series(ACTUAL);
        counter.observation(observed(2018, "95.50", Qualifier.EQ));
        counter.observation(observed(2020, "97", Qualifier.GE));
        var out = new ByteArrayOutputStream();
        write(
                out,
                Structures.of(counter.counted(query).orElseThrow(), query.references(), CATALOGUE.codelists()),
                format);
        compare(file, format, out);
    }

    private static Observation observed(int year, String value, Qualifier qualifier) {
        return Observation.reported(
                Period.year(year), new BigDecimal(value), qualifier, null, ObservationStatus.A, "年度监督抽查通报");
    }

    private static DataWriter writer(OutputStream out, DataQuery query, Format format) throws IOException {
        return SdmxEndpoint.writer(
                out, query, CATALOGUE, MESSAGE, new Negotiation.Agreed(format, format.mediaType(), false));
    }

    private static void write(OutputStream out, Structures structures, Format format) throws IOException {
        if (format == Format.STRUCTURE_ML) {
            new MlStructureWriter(out).write(structures, MESSAGE);
        } else {
            new JsonStructureWriter(out, MESSAGE, format).write(structures);
        }
    }

    private static void compare(String file, Format format, ByteArrayOutputStream out) throws IOException {
        var written = out.toString(StandardCharsets.UTF_8);
        Schemas.requireValid(format.mediaType(), written);
        Golden.isCommitted(FOLDER.resolve(file), written);
    }
}
