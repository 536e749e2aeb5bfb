package cn.quality.indicator.sdmx;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** SDMX-ML 2.1 structure-specific data: a component is an attribute of XML. */
final class SpecificDataWriter extends MlDataWriter {

    private static final String SERIES = "Series";

    private @Nullable Series current;

    SpecificDataWriter(OutputStream out, DataQuery query, Catalogue catalogue, Message message) throws IOException {
        super(new Ml(out), query, catalogue, message);
    }

    /** Of the schema that follows from the structure. */
    private String namespace() {
        return query.flow().urn() + ":ObsLevelDim:" + (query.flat() ? "AllDimensions" : Component.TIME_PERIOD.name());
    }

    @Override
    void root() throws IOException {
        ml.root("mes:StructureSpecificData", "mes", "com", "ss", "xsi").namespace("ns1", namespace());
    }

    @Override
    void structure() throws IOException {
        ml.attribute("namespace", namespace());
    }

    @Override
    void dataSetAttributes(Optional<Instant> validFrom) throws IOException {
        ml.attribute("xsi:type", "ns1:DataSetType")
                .attribute("ss:dataScope", "DataStructure")
                .attribute("ss:structureRef", query.flow().name())
                .attribute("ss:action", "Information");
        if (validFrom.isPresent()) {
            ml.attribute("ss:validFromDate", validFrom.get().toString());
        }
    }

    @Override
    String seriesElement() {
        return SERIES;
    }

    @Override
    public void series(Series series) throws IOException {
        current = series;
        if (!query.flat()) {
            closeSeries();
            ml.start(SERIES);
            attributes(series);
        }
    }

    @Override
    public void observation(Observation observation) throws IOException {
        ml.start("Obs");
        if (query.flat()) {
            attributes(Objects.requireNonNull(current));
        }
        ml.attribute(Component.TIME_PERIOD.name(), observation.period().toString());
        var number = value(observation);
        if (number.isPresent()) {
            ml.attribute(Component.OBS_VALUE.name(), number.get());
        }
        for (var attribute : detail().ofObservation()) {
            ml.attribute(attribute.name(), observation.attribute(attribute));
        }
        ml.end();
    }

    private void attributes(Series series) throws IOException {
        for (var dimension : Component.KEY) {
            ml.attribute(dimension.name(), series.code(dimension));
        }
        for (var attribute : detail().ofSeries()) {
            ml.attribute(attribute.name(), attribute(attribute, series));
        }
    }
}
