package cn.quality.indicator.sdmx;

import cn.quality.platform.problem.Text;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * SDMX-CSV 1.0 and 2.x: a line for each observation, UTF-8 without a byte-order mark. Cells are what they are: this is read by
 * programs that know SDMX, for spreadsheets there is the export of the API.
 */
final class CsvDataWriter implements DataWriter {

    private final CsvWriter csv;
    private final DataQuery query;
    private final Format format;
    private final Catalogue catalogue;
    private final Map<Component, Codelist> codelists;
    private final Message message;
    private final boolean labels;
    private @Nullable Series current;
    private final boolean keysAlone;
    private String validFrom = "";

    /** @param labels whether codes are followed by their names */
    CsvDataWriter(
            OutputStream out, DataQuery query, Catalogue catalogue, Message message, Format format, boolean labels) {
        this.csv = CsvWriter.builder().build(out, StandardCharsets.UTF_8);
        this.query = query;
        this.catalogue = catalogue;
        this.codelists = catalogue.codelists();
        this.message = message;
        this.format = format;
        this.labels = labels;
        this.keysAlone = !query.detail().observations();
    }

    private boolean first() {
        return format == Format.DATA_CSV_1;
    }

    @Override
    public void begin() throws IOException {
        var header = new ArrayList<>(first() ? List.of("DATAFLOW") : List.of("STRUCTURE", "STRUCTURE_ID", "ACTION"));
        Component.KEY.forEach(dimension -> header.add(header(dimension)));
        if (!keysAlone) {
            header.add(header(Component.TIME_PERIOD));
            header.add(header(Component.OBS_VALUE));
        }
        query.detail().attributes().stream()
                .filter(attribute -> !keysAlone || Component.OF_SERIES.contains(attribute))
                .forEach(attribute -> header.add(header(attribute)));
        if (query.vintage().history()) {
            header.add("VALID_FROM");
        }
        write(header);
    }

    private String header(Component component) {
        return labels ? component.name() + ": " + component.label().in(message.locale()) : component.name();
    }

    @Override
    public void dataSet(Optional<Instant> from) {
        validFrom = from.map(Instant::toString).orElse("");
    }

    @Override
    public void series(Series series) throws IOException {
        current = series;
        if (keysAlone) {
            var line = key(series);
            query.detail().ofSeries().forEach(attribute -> line.add(catalogue.attribute(attribute, series)));
            end(line);
        }
    }

    @Override
    public void observation(Observation observation) throws IOException {
        var series = Objects.requireNonNull(current);
        var line = key(series);
        line.add(observation.period().toString());
        line.add(value(observation));
        query.detail().ofSeries().forEach(attribute -> line.add(catalogue.attribute(attribute, series)));
        query.detail()
                .ofObservation()
                .forEach(attribute -> line.add(labelled(attribute, observation.attribute(attribute))));
        end(line);
    }

    private String value(Observation observation) {
        if (!query.detail().values()) {
            return "";
        }
        return observation.value() == null
                ? format.writesNaN() ? "NaN" : ""
                : observation.value().toPlainString();
    }

    private List<String> key(Series series) {
        var flow = query.flow().reference();
        var named = labels ? flow + ": " + query.flow().label().in(message.locale()) : flow;
        var line = new ArrayList<>(first() ? List.of(named) : List.of("dataflow", named, "I"));
        Component.KEY.forEach(dimension -> line.add(labelled(dimension, series.code(dimension))));
        return line;
    }

    private String labelled(Component component, String code) {
        return labels
                ? Optional.ofNullable(codelists.get(component))
                        .map(list -> list.codes().get(code))
                        .map((Text name) -> code + ": " + name.in(message.locale()))
                        .orElse(code)
                : code;
    }

    private void end(List<String> line) throws IOException {
        if (query.vintage().history()) {
            line.add(validFrom);
        }
        write(line);
    }

    private void write(List<String> line) throws IOException {
        try {
            csv.writeRecord(line);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void end() throws IOException {
        csv.flush();
    }
}
