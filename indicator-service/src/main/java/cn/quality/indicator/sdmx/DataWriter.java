package cn.quality.indicator.sdmx;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** Writes a message of data, as the data come. */
interface DataWriter {

    /** Begins the message. */
    void begin() throws IOException;

    /** Begins a data set, and ends the one before. */
    void dataSet(Optional<Instant> validFrom) throws IOException;

    /** Begins a series, and ends the one before. */
    void series(Series series) throws IOException;

    void observation(Observation observation) throws IOException;

    /** Ends the message. */
    void end() throws IOException;
}
