package cn.quality.indicator.sdmx;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** SDMX-ML 2.1 generic data: readable without knowing the structure. */
final class GenericDataWriter extends MlDataWriter {

    private static final String SERIES = "gen:Series";

    private @Nullable Series current;

    GenericDataWriter(OutputStream out, DataQuery query, Catalogue catalogue, Message message) throws IOException {
        super(new Ml(out), query, catalogue, message);
    }

    @Override
    void root() throws IOException {
        ml.root("mes:GenericData", "mes", "com", "gen");
    }

    @Override
    void structure() {}

    @Override
    void dataSetAttributes(Optional<Instant> validFrom) throws IOException {
        ml.attribute("structureRef", query.flow().name()).attribute("action", "Information");
        if (validFrom.isPresent()) {
            ml.attribute("validFromDate", validFrom.get().toString());
        }
    }

    @Override
    String seriesElement() {
        return SERIES;
    }

    @Override
    public void series(Series series) throws IOException {
        current = series;
        if (query.flat()) {
            return;
        }
        closeSeries();
        ml.start(SERIES);
        values("gen:SeriesKey", Component.KEY, series::code);
        values("gen:Attributes", detail().ofSeries(), attribute -> attribute(attribute, series));
    }

    @Override
    public void observation(Observation observation) throws IOException {
        var period = observation.period().toString();
        ml.start("gen:Obs");
        if (query.flat()) {
            var series = Objects.requireNonNull(current);
            ml.start("gen:ObsKey");
            for (var dimension : Component.KEY) {
                value(dimension, series.code(dimension));
            }
            value(Component.TIME_PERIOD, period);
            ml.end();
        } else {
            ml.start("gen:ObsDimension").attribute("value", period).end();
        }
        var number = value(observation);
        if (number.isPresent()) {
            ml.start("gen:ObsValue").attribute("value", number.get()).end();
        }
        attributes(observation);
        ml.end();
    }

    private void attributes(Observation observation) throws IOException {
        if (query.flat() && !detail().ofSeries().isEmpty()) {
            var series = Objects.requireNonNull(current);
            ml.start("gen:Attributes");
            for (var attribute : detail().ofSeries()) {
                value(attribute, attribute(attribute, series));
            }
            for (var attribute : detail().ofObservation()) {
                value(attribute, observation.attribute(attribute));
            }
            ml.end();
        } else {
            values("gen:Attributes", detail().ofObservation(), observation::attribute);
        }
    }

    private void values(String element, List<Component> components, Function<Component, String> value)
            throws IOException {
        if (components.isEmpty()) {
            return;
        }
        ml.start(element);
        for (var component : components) {
            value(component, value.apply(component));
        }
        ml.end();
    }

    private void value(Component component, String value) throws IOException {
        ml.start("gen:Value")
                .attribute("id", component.name())
                .attribute("value", value)
                .end();
    }
}
