package cn.quality.standards.number;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;
import cn.quality.standards.input.Flaws;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The number of one edition of a standard, such as {@code GB/T 19001-2016}, or of an amendment to it.
 *
 * <p>Equality is that of the {@link #canonical()} key. A double number (GB/T 20000.2, identical adoption) is the number
 * of its national half; {@link #identicalTo()} holds the other half. An amendment is known by its ordinal: the year in
 * {@code XG1-2014} is not part of the key, because {@code 第1号修改单} does not state it.
 */
public final class StandardNumber {

    public static final ProblemType INVALID =
            new ProblemType(400, "invalid-standard-number", Text.of("标准编号有误", "Invalid standard number"));

    private final Level level;
    private final @Nullable Nature nature;
    private final String canonical;
    private final String original;
    private final Confidence confidence;
    private final @Nullable StandardNumber identicalTo;

    StandardNumber(
            Level level,
            @Nullable Nature nature,
            String canonical,
            String original,
            Confidence confidence,
            @Nullable StandardNumber identicalTo) {
        this.level = level;
        this.nature = nature;
        this.canonical = canonical;
        this.original = original;
        this.confidence = confidence;
        this.identicalTo = identicalTo;
    }

    /** What reading a text gave: the number, or everything that is wrong with the text. */
    public sealed interface Reading {
        record Read(StandardNumber number) implements Reading {}

        record Misread(List<Flaw> flaws) implements Reading {}
    }

    /** One thing wrong with a text: a stable code and the reason in words. */
    public record Flaw(String code, Text reason) {}

    public static Reading read(String text) {
        return new NumberReader(text).read();
    }

    /**
     * The number written in {@code text}.
     *
     * @throws Problem 400 {@code invalid-standard-number} with a violation for each flaw
     */
    public static StandardNumber of(String text) {
        return switch (read(text)) {
            case Reading.Read(var number) -> number;
            case Reading.Misread(var flaws) -> {
                var problem = new Problem(INVALID, Text.of("“%s” 不是标准编号", "“%s” is not a standard number", text));
                flaws.forEach(flaw -> problem.with("number", flaw.code(), flaw.reason()));
                throw problem;
            }
        };
    }

    /** The number in one field of a body; empty when its flaws were noted. */
    public static Optional<StandardNumber> of(@Nullable String text, String field, Flaws flaws) {
        return switch (read(text == null ? "" : text)) {
            case Reading.Read(var number) -> {
                flaws.refusePersonalData(number.original(), field);
                yield Optional.of(number);
            }
            case Reading.Misread(var found) -> {
                found.forEach(flaw -> flaws.add(INVALID, field, flaw.code(), flaw.reason()));
                yield Optional.empty();
            }
        };
    }

    public Level level() {
        return level;
    }

    /** What the number itself says of its force; empty where it says nothing. */
    public Optional<Nature> nature() {
        return Optional.ofNullable(nature);
    }

    /** The one key of this standard: upper case, ASCII dash, one space before the serial. */
    public String canonical() {
        return canonical;
    }

    /** The spelling as it was given, without surrounding blanks. */
    public String original() {
        return original;
    }

    public Confidence confidence() {
        return confidence;
    }

    /** The international half of a double number. */
    public Optional<StandardNumber> identicalTo() {
        return Optional.ofNullable(identicalTo);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StandardNumber that && canonical.equals(that.canonical);
    }

    @Override
    public int hashCode() {
        return canonical.hashCode();
    }

    @Override
    public String toString() {
        return canonical;
    }
}
