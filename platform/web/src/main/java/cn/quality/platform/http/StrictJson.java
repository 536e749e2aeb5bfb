package cn.quality.platform.http;

import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.PropertyBindingException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import jakarta.inject.Singleton;
import java.io.DataInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.Serial;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * JSON as clients send it, read to the letter: what is not understood is refused and named, so that a misspelled field is
 * not taken for an absent one. Only what clients send is read so: events stay open for fields that a producer adds, and the
 * database holds what this suite has written itself.
 */
@Singleton
public class StrictJson {

    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9_999;
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant AFTER_LAST =
            Instant.parse("9999-12-31T23:59:59Z").plusSeconds(1);

    private final ObjectMapper mapper;

    StrictJson(ObjectMapper lenient, Clock clock) {
        mapper = lenient.copyWith(new StrictFactory(lenient.getFactory()));
        mapper.enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_IGNORED_PROPERTIES,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        for (var notText : List.of(LogicalType.Integer, LogicalType.Float, LogicalType.Boolean)) {
            mapper.coercionConfigFor(notText)
                    .setCoercion(CoercionInputShape.String, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
        }
        mapper.coercionConfigFor(LogicalType.Boolean).setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
        mapper.registerModule(new SimpleModule("strict").setDeserializerModifier(new Modifier(clock)));
    }

    /** For bodies, lines and parameters that hold an object of this type. */
    public ObjectReader readerFor(Class<?> type) {
        return mapper.readerFor(type);
    }

    /** For values of a generic type. */
    public ObjectReader readerFor(TypeReference<?> type) {
        return mapper.readerFor(type);
    }

    ObjectMapper mapper() {
        return mapper;
    }

    /** What is wrong with JSON that can be read as such, if that is why the reading has failed. */
    public static Optional<Problem> refusal(JsonProcessingException failure) {
        return inChain(failure, Problem.class)
                .or(() -> inChain(failure, PropertyBindingException.class).map(StrictJson::unknown))
                .or(() -> inChain(failure, MismatchedInputException.class)
                        .filter(e -> !e.getPath().isEmpty() && e.getTargetType() != null)
                        .map(e -> wrong(path(e), e.getTargetType(), given(e))))
                .or(() -> inChain(failure, InputCoercionException.class)
                        .map(e -> wrong(
                                inChain(failure, JsonMappingException.class)
                                        .map(StrictJson::path)
                                        .orElse(""),
                                e.getTargetType(),
                                null)));
    }

    private static @Nullable Object given(MismatchedInputException e) {
        return e instanceof InvalidFormatException format ? format.getValue() : null;
    }

    private static Problem wrong(String field, Class<?> type, @Nullable Object value) {
        var violation = WrongValue.ofField(field, type, value);
        return new Problem(ProblemTypes.INVALID_ARGUMENT, ProblemMapper.SOME_FIELDS)
                .with(violation.field(), violation.code(), violation.message());
    }

    private static Problem unknown(PropertyBindingException e) {
        var known = Objects.requireNonNullElse(e.getKnownPropertyIds(), List.of()).stream()
                .map(String::valueOf)
                .toList();
        return new Problem(ProblemTypes.INVALID_ARGUMENT, ProblemMapper.SOME_FIELDS)
                .with(
                        path(e),
                        "unknown-field",
                        NearestName.suggestion(
                                new Text("没有这个字段", "There is no such field"), e.getPropertyName(), known));
    }

    /** Where in the request, as {@code lines[1].text}. */
    static String path(JsonMappingException e) {
        var path = new StringBuilder();
        for (var step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }

    static <T extends Throwable> Optional<T> inChain(Throwable cause, Class<T> type) {
        return Stream.<@Nullable Throwable>iterate(cause, t -> t != null, t -> t == null ? null : t.getCause())
                .limit(20)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    private static final class Modifier extends BeanDeserializerModifier {

        @Serial
        private static final long serialVersionUID = 1L;

        private final transient Clock clock;

        Modifier(Clock clock) {
            this.clock = clock;
        }

        @Override
        public JsonDeserializer<?> modifyDeserializer(
                DeserializationConfig config, BeanDescription type, JsonDeserializer<?> deserializer) {
            if (type.getBeanClass() == LocalDate.class) {
                return new PlausibleDate(new OfText(deserializer), clock);
            }
            if (TemporalAccessor.class.isAssignableFrom(type.getBeanClass())) {
                return new OfText(deserializer);
            }
            return type.getBeanClass().isPrimitive() ? new NotNull(deserializer) : deserializer;
        }
    }

    /** A primitive may be absent, but not null; Jackson's own feature refuses both. */
    private static final class NotNull extends DelegatingDeserializer {

        @Serial
        private static final long serialVersionUID = 1L;

        NotNull(JsonDeserializer<?> of) {
            super(of);
        }

        @Override
        protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> of) {
            return new NotNull(of);
        }

        @Override
        public @Nullable Object getNullValue(DeserializationContext context) throws JsonMappingException {
            return context.reportInputMismatch(this, "null for a primitive");
        }

        @Override
        public Object getAbsentValue(DeserializationContext context) throws JsonMappingException {
            return getDelegatee().getNullValue(context);
        }
    }

    /**
     * Jackson also reads a date from a list of numbers, or from one that counts days or seconds; and years that no database
     * stores and nobody means.
     */
    private static final class OfText extends DelegatingDeserializer {

        @Serial
        private static final long serialVersionUID = 1L;

        OfText(JsonDeserializer<?> of) {
            super(of);
        }

        @Override
        protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> of) {
            return new OfText(of);
        }

        @Override
        public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return context.handleUnexpectedToken(handledType(), parser);
            }
            var value = super.deserialize(parser, context);
            return hasYearOfFourDigits(value)
                    ? value
                    : context.handleWeirdStringValue(handledType(), parser.getText(), "a year of four digits");
        }

        private static boolean hasYearOfFourDigits(@Nullable Object value) {
            return switch (value) {
                // The first and the last are in years that no date with a zone can name.
                case Instant moment -> !moment.isBefore(FIRST) && moment.isBefore(AFTER_LAST);
                case TemporalAccessor date
                when date.isSupported(ChronoField.YEAR) ->
                    date.get(ChronoField.YEAR) >= FIRST_YEAR && date.get(ChronoField.YEAR) <= LAST_YEAR;
                case null, default -> true;
            };
        }
    }

    /** A date in the year 0026 or 20260 is a slip of the keyboard, and beyond the years that a database can hold it is a fault. */
    private static final class PlausibleDate extends DelegatingDeserializer {

        @Serial
        private static final long serialVersionUID = 1L;

        private final transient Clock clock;

        PlausibleDate(JsonDeserializer<?> of, Clock clock) {
            super(of);
            this.clock = clock;
        }

        @Override
        protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> of) {
            return new PlausibleDate(of, clock);
        }

        @Override
        public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var read = super.deserialize(parser, context);
            if (read instanceof LocalDate day
                    && (day.getYear() < LegalDates.FIRST_YEAR || day.getYear() > LegalDates.lastYear(clock))) {
                var problem = new Problem(ProblemTypes.INVALID_ARGUMENT, ProblemMapper.SOME_FIELDS)
                        .with(
                                StrictJsonParser.path(parser.getParsingContext()),
                                "year",
                                Text.of(
                                        "年份应在 %d 年至 %d 年之间",
                                        "The year must be from %d to %d",
                                        LegalDates.FIRST_YEAR,
                                        LegalDates.lastYear(clock)));
                throw new JsonParseException(parser, problem.getMessage(), problem);
            }
            return read;
        }
    }

    /** Has each of its parsers checked, whatever it reads from. */
    private static final class StrictFactory extends JsonFactory {

        @Serial
        private static final long serialVersionUID = 1L;

        StrictFactory(JsonFactory like) {
            super(like, null);
        }

        @Override
        public JsonFactory copy() {
            return new StrictFactory(this);
        }

        @Override
        protected JsonParser _createParser(InputStream in, IOContext context) throws IOException {
            return new StrictJsonParser(super._createParser(in, context));
        }

        @Override
        protected JsonParser _createParser(Reader in, IOContext context) throws IOException {
            return new StrictJsonParser(super._createParser(in, context));
        }

        @Override
        protected JsonParser _createParser(char[] in, int from, int length, IOContext context, boolean recyclable)
                throws IOException {
            return new StrictJsonParser(super._createParser(in, from, length, context, recyclable));
        }

        @Override
        protected JsonParser _createParser(byte[] in, int from, int length, IOContext context) throws IOException {
            return new StrictJsonParser(super._createParser(in, from, length, context));
        }

        @Override
        protected JsonParser _createParser(DataInput in, IOContext context) throws IOException {
            return new StrictJsonParser(super._createParser(in, context));
        }
    }
}
