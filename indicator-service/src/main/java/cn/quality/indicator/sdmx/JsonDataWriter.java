package cn.quality.indicator.sdmx;

import cn.quality.indicator.observation.Period;
import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.problem.Text;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * SDMX-JSON 1.0 and 2.x. Codes are written as places in the lists of the message; the lists follow the data, because they are
 * complete only then. What is remembered meanwhile is each code and, for 1.0, each source once, never the data.
 */
final class JsonDataWriter implements DataWriter {

    private final JsonGenerator json;
    private final DataQuery query;
    private final Catalogue catalogue;
    private final Message message;
    private final Format format;
    private final boolean first;
    private final Map<Component, Map<String, Integer>> places = new EnumMap<>(Component.class);
    private final Map<String, Period> periods = new LinkedHashMap<>();
    private @Nullable Series current;
    private boolean inDataSet;
    private boolean inSeries;

    JsonDataWriter(OutputStream out, DataQuery query, Catalogue catalogue, Message message, Format format)
            throws IOException {
        this.json = JsonMessages.generator(out);
        this.query = query;
        this.catalogue = catalogue;
        this.message = message;
        this.format = format;
        this.first = format == Format.DATA_JSON_1;
    }

    @Override
    public void begin() throws IOException {
        json.writeStartObject();
        JsonMessages.meta(json, message, format);
        json.writeObjectFieldStart("data");
        json.writeArrayFieldStart("dataSets");
    }

    @Override
    public void dataSet(Optional<Instant> validFrom) throws IOException {
        closeDataSet();
        inDataSet = true;
        json.writeStartObject();
        if (!first) {
            json.writeNumberField("structure", 0);
        }
        json.writeStringField("action", "Information");
        if (validFrom.isPresent()) {
            json.writeStringField("validFrom", validFrom.get().toString());
        }
        links();
        json.writeObjectFieldStart(query.flat() ? "observations" : "series");
    }

    private void closeDataSet() throws IOException {
        closeSeries();
        if (inDataSet) {
            json.writeEndObject();
            json.writeEndObject();
            inDataSet = false;
        }
    }

    private void closeSeries() throws IOException {
        if (inSeries) {
            if (query.detail().observations()) {
                json.writeEndObject();
            }
            json.writeEndObject();
            inSeries = false;
        }
    }

    @Override
    public void series(Series series) throws IOException {
        current = series;
        if (query.flat()) {
            return;
        }
        closeSeries();
        inSeries = true;
        json.writeObjectFieldStart(key(series));
        json.writeArrayFieldStart("attributes");
        for (var attribute : query.detail().ofSeries()) {
            attribute(attribute, catalogue.attribute(attribute, series));
        }
        json.writeEndArray();
        if (query.detail().observations()) {
            json.writeObjectFieldStart("observations");
        }
    }

    @Override
    public void observation(Observation observation) throws IOException {
        var period = observation.period();
        periods.put(period.toString(), period);
        var place = Integer.toString(place(Component.TIME_PERIOD, period.toString()));
        var series = Objects.requireNonNull(current);
        json.writeArrayFieldStart(query.flat() ? key(series) + ":" + place : place);
        value(observation);
        if (query.flat()) {
            for (var attribute : query.detail().ofSeries()) {
                attribute(attribute, catalogue.attribute(attribute, series));
            }
        }
        for (var attribute : query.detail().ofObservation()) {
            attribute(attribute, observation.attribute(attribute));
        }
        json.writeEndArray();
    }

    private void value(Observation observation) throws IOException {
        if (query.detail().values() && observation.value() != null) {
            json.writeNumber(observation.value());
        } else if (query.detail().values() && format.writesNaN()) {
            json.writeString("NaN");
        } else if (query.detail().values() || first) {
            json.writeNull();
        }
    }

    /** Coded ones as a place; others as a place too in 1.0, and as they are in 2.x. */
    private void attribute(Component attribute, String value) throws IOException {
        if (first || attribute.codelist().isPresent()) {
            json.writeNumber(place(attribute, value));
        } else {
            json.writeString(value);
        }
    }

    private String key(Series series) {
        return Component.KEY.stream()
                .map(dimension -> Integer.toString(place(dimension, series.code(dimension))))
                .collect(Collectors.joining(":"));
    }

    private int place(Component component, String value) {
        var known = places.computeIfAbsent(component, one -> new LinkedHashMap<>());
        var place = known.putIfAbsent(value, known.size());
        return place == null ? known.size() - 1 : place;
    }

    @Override
    public void end() throws IOException {
        closeDataSet();
        json.writeEndArray();
        if (first) {
            json.writeFieldName("structure");
            structure();
        } else {
            json.writeArrayFieldStart("structures");
            structure();
            json.writeEndArray();
        }
        json.writeEndObject();
        json.writeArrayFieldStart("errors");
        json.writeEndArray();
        json.writeEndObject();
        json.flush();
    }

    private void structure() throws IOException {
        json.writeStartObject();
        links();
        JsonMessages.names(json, query.flow().label(), message);
        if (!first) {
            json.writeArrayFieldStart("dataSets");
            json.writeNumber(0);
            json.writeEndArray();
        }
        json.writeObjectFieldStart("dimensions");
        json.writeArrayFieldStart(query.flat() ? "observation" : "series");
        for (var dimension : Component.KEY) {
            dimension(dimension);
        }
        if (!query.flat()) {
            json.writeEndArray();
            json.writeArrayFieldStart("observation");
        }
        if (query.detail().observations()) {
            dimension(Component.TIME_PERIOD);
        }
        json.writeEndArray();
        json.writeEndObject();
        if (!first && query.detail().values()) {
            json.writeObjectFieldStart("measures");
            json.writeArrayFieldStart("observation");
            json.writeStartObject();
            json.writeStringField("id", Component.OBS_VALUE.name());
            JsonMessages.names(json, Component.OBS_VALUE.label(), message);
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeObjectFieldStart("attributes");
        attributes("series", query.flat() ? List.of() : query.detail().ofSeries());
        json.writeArrayFieldStart("observation");
        if (query.flat()) {
            for (var attribute : query.detail().ofSeries()) {
                describe(attribute);
            }
        }
        if (query.detail().observations()) {
            for (var attribute : query.detail().ofObservation()) {
                describe(attribute);
            }
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void attributes(String field, List<Component> attributes) throws IOException {
        json.writeArrayFieldStart(field);
        for (var attribute : attributes) {
            describe(attribute);
        }
        json.writeEndArray();
    }

    private void dimension(Component dimension) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", dimension.name());
        JsonMessages.names(json, dimension.label(), message);
        json.writeNumberField("keyPosition", dimension.ordinal());
        values(dimension);
        json.writeEndObject();
    }

    private void describe(Component attribute) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", attribute.name());
        JsonMessages.names(json, attribute.label(), message);
        JsonMessages.relationship(json, "relationship", attribute, first);
        if (first || attribute.codelist().isPresent()) {
            values(attribute);
        }
        json.writeEndObject();
    }

    /** The list the places refer to. */
    private void values(Component component) throws IOException {
        var used = places.getOrDefault(component, Map.of());
        if (used.isEmpty() && !first) {
            return; // an empty list is not valid there
        }
        var names = Optional.ofNullable(catalogue.codelists().get(component))
                .map(Codelist::codes)
                .orElse(Map.of());
        json.writeArrayFieldStart("values");
        for (var value : used.keySet()) {
            json.writeStartObject();
            if (component == Component.TIME_PERIOD) {
                period(Objects.requireNonNull(periods.get(value)));
            } else if (component.codelist().isPresent()) {
                json.writeStringField("id", value);
                JsonMessages.names(json, names.getOrDefault(value, new Text(value, value)), message);
            } else {
                json.writeStringField("name", value);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void period(Period period) throws IOException {
        json.writeStringField("id", period.toString());
        json.writeStringField("name", period.toString());
        json.writeStringField("start", moment(period.first(), 0));
        json.writeStringField("end", moment(period.after(), 1));
    }

    private static String moment(LocalDate day, int secondsBefore) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                day.atStartOfDay(LegalDates.ZONE).minusSeconds(secondsBefore));
    }

    private void links() throws IOException {
        json.writeArrayFieldStart("links");
        json.writeStartObject();
        json.writeStringField("urn", query.flow().urn());
        json.writeStringField("rel", "dataflow");
        json.writeEndObject();
        json.writeEndArray();
    }
}
