package cn.quality.indicator.sdmx;

import cn.quality.indicator.sdmx.DataQuery.Detail;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** What both kinds of data messages of SDMX-ML 2.1 share: the header, data sets, and how series follow each other. */
abstract class MlDataWriter implements DataWriter {

    private static final String DATA_SET = "mes:DataSet";

    protected final Ml ml;
    protected final DataQuery query;
    protected final Catalogue catalogue;
    private final Message message;

    MlDataWriter(Ml ml, DataQuery query, Catalogue catalogue, Message message) {
        this.ml = ml;
        this.query = query;
        this.catalogue = catalogue;
        this.message = message;
    }

    /** Begins the root element. */
    abstract void root() throws IOException;

    /** Says which structure the data have, in an element of the header. */
    abstract void structure() throws IOException;

    /** Attributes of a data set. */
    abstract void dataSetAttributes(Optional<Instant> validFrom) throws IOException;

    abstract String seriesElement();

    @Override
    public final void begin() throws IOException {
        root();
        ml.header(message);
        ml.start("mes:Structure").attribute("structureID", query.flow().name());
        structure();
        ml.attribute("dimensionAtObservation", query.flat() ? "AllDimensions" : Component.TIME_PERIOD.name());
        ml.start("com:StructureUsage")
                .start("Ref")
                .attribute("agencyID", Dataflow.AGENCY)
                .attribute("id", query.flow().name())
                .attribute("version", Dataflow.VERSION)
                .end()
                .end();
        ml.end().element("mes:DataSetAction", "Information").end();
    }

    @Override
    public final void dataSet(Optional<Instant> validFrom) throws IOException {
        closeSeries();
        if (ml.isIn(DATA_SET)) {
            ml.end();
        }
        ml.start(DATA_SET);
        dataSetAttributes(validFrom);
    }

    @Override
    public void end() throws IOException {
        ml.finish();
    }

    protected final void closeSeries() throws IOException {
        if (ml.isIn(seriesElement())) {
            ml.end();
        }
    }

    protected final Detail detail() {
        return query.detail();
    }

    /** The value of an attribute of a series. */
    protected final String attribute(Component attribute, Series series) {
        return catalogue.attribute(attribute, series);
    }

    /** The value, if it is told and there is one. */
    protected final Optional<String> value(Observation observation) {
        return query.detail().values()
                ? Optional.ofNullable(observation.value()).map(BigDecimal::toPlainString)
                : Optional.empty();
    }
}
