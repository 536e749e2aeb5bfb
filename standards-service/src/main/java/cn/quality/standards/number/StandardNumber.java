package cn.quality.standards.number;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;
import cn.quality.standards.input.Flaws;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The number of a standard: of one edition, {@code GB/T 19001-2016}, of an amendment to it, or undated, {@code GB/T 19001},
 * which means the edition in force on the day asked.
 *
 * <p>Equality is that of the {@link #canonical()} key. A double number (GB/T 20000.2, identical adoption) is the number
 * of its national half; {@link #adopted()} holds the other half. An amendment is known by its ordinal: the year in
 * {@code XG1-2014} is not part of the key, because {@code 第1号修改单} does not state it. Nor is a revision mark, {@code
 * GB 50016-2014(2018年版)}: the standard keeps its number, and is cited without the mark as often as with it.
 */
public final class StandardNumber {

    public static final ProblemType INVALID =
            new ProblemType(422, "invalid-standard-number", Text.of("标准编号有误", "Invalid standard number"));

    private final Level level;
    private final @Nullable Nature nature;
    private final Parts parts;
    private final Keys keys;
    private final String original;
    private final Confidence confidence;
    private final @Nullable Adopted adopted;

    StandardNumber(
            Level level,
            @Nullable Nature nature,
            Parts parts,
            Keys keys,
            String original,
            Confidence confidence,
            @Nullable Adopted adopted) {
        this.level = level;
        this.nature = nature;
        this.parts = parts;
        this.keys = keys;
        this.original = original;
        this.confidence = confidence;
        this.adopted = adopted;
    }

    /**
     * What a number is made of, as far as it was recognised.
     *
     * @param prefix code of the issuer with the mark of recommendation: {@code GB/T}, {@code DB3711}, {@code T/CAS}, {@code
     *     ISO/IEC}
     * @param serial 19001; with the letter that belongs to it, 9001C
     * @param part 10 of 2423.10, 1 of 60335-1
     * @param volume after a slash that begins no amendment: 1 of F80/1
     * @param revision year of a revision that kept the number: 2018 of GB 50016-2014(2018年版)
     */
    public record Parts(
            String prefix,
            @Nullable String serial,
            @Nullable String part,
            @Nullable String volume,
            @Nullable Integer year,
            @Nullable Integer revision,
            List<Supplement> supplements) {}

    /**
     * Keys to compare and store by, each in the one spelling.
     *
     * @param number of exactly this
     * @param edition the same without amendments and corrigenda
     * @param undated the same without the year
     * @param family the same without the mark of recommendation: GB and GB/T count their serials together
     */
    record Keys(String number, String edition, String undated, String family) {}

    /** The other half of a number that states an adoption. */
    public record Adopted(StandardNumber number, AdoptionDegree degree) {}

    /** What reading a text gave: the number, or everything that is wrong with the text. */
    public sealed interface Reading {
        record Read(StandardNumber number) implements Reading {}

        record Misread(List<Flaw> flaws) implements Reading {}
    }

    /**
     * One thing wrong with a text.
     *
     * @param position of the character where something else was expected, counted from 1; one more than there are at the end
     * @param reason what was expected
     */
    public record Flaw(String code, int position, Text reason) {

        public Text message() {
            return new Text("第 " + position + " 个字符处：" + reason.zh(), "at character " + position + ": " + reason.en());
        }
    }

    /** The number in a text, dated or not. */
    public static Reading read(String text) {
        return new NumberReader(text).read();
    }

    /** The number of an edition: an undated one is flawed. An enterprise's habits are not ours to judge. */
    public static Reading readEdition(String text) {
        return new NumberReader(text).readEdition();
    }

    /** The numbers in a running text, Chinese or English, in their order. */
    public static List<FoundNumber> numbersIn(String text) {
        return NumberFinder.in(text);
    }

    /**
     * The number of an edition written in {@code text}.
     *
     * @throws Problem 422 {@code invalid-standard-number} with a violation for each flaw
     */
    public static StandardNumber of(String text) {
        return orRefuse(text, readEdition(text));
    }

    /** The same for a number that may be undated. */
    public static StandardNumber reference(String text) {
        return orRefuse(text, read(text));
    }

    private static StandardNumber orRefuse(String text, Reading reading) {
        return switch (reading) {
            case Reading.Read(var number) -> number;
            case Reading.Misread(var flaws) -> throw invalid(text, flaws);
        };
    }

    /** The refusal of a text with what is wrong with it. */
    public static Problem invalid(String text, List<Flaw> flaws) {
        var problem = new Problem(INVALID, Text.of("“%s” 不是标准编号", "“%s” is not a standard number", text));
        flaws.forEach(flaw -> problem.with("number", flaw.code(), flaw.message()));
        return problem;
    }

    /** The number of an edition in one field of a body; empty when its flaws were noted. */
    public static Optional<StandardNumber> of(@Nullable String text, String field, Flaws flaws) {
        return noted(readEdition(text == null ? "" : text), field, flaws);
    }

    /** The same for a number that may be undated. */
    public static Optional<StandardNumber> reference(@Nullable String text, String field, Flaws flaws) {
        return noted(read(text == null ? "" : text), field, flaws);
    }

    private static Optional<StandardNumber> noted(Reading reading, String field, Flaws flaws) {
        return switch (reading) {
            case Reading.Read(var number) -> {
                flaws.refusePersonalData(number.original(), field);
                yield Optional.of(number);
            }
            case Reading.Misread(var found) -> {
                found.forEach(flaw -> flaws.add(INVALID, field, flaw.code(), flaw.message()));
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

    public Parts parts() {
        return parts;
    }

    /** The one key of this standard: upper case, ASCII dash, one space before the serial. */
    public String canonical() {
        return keys.number();
    }

    /** Key of the edition this is, or that this amends. */
    public String edition() {
        return keys.edition();
    }

    /** Key of all editions: {@code GB/T 19001}. The number itself when it names none. */
    public String undated() {
        return keys.undated();
    }

    /** Key of all editions whether mandatory or recommended: {@code GB 19001} for GB/T 19001-2016. */
    public String family() {
        return keys.family();
    }

    /** Serial and part without what stands before them: what a number mistyped in its prefix or year still has. */
    public String designation() {
        return undated().substring(undated().lastIndexOf(' ') + 1);
    }

    /** Whether it names one edition; an enterprise's number does, whatever it looks like. */
    public boolean dated() {
        return parts.year() != null || level == Level.ENTERPRISE;
    }

    /** Whether it is that of an amendment or corrigendum published apart from its edition. */
    public boolean supplements() {
        return parts.supplements().stream().anyMatch(supplement -> !supplement.consolidated());
    }

    /** The spelling as it was given, without surrounding blanks. */
    public String original() {
        return original;
    }

    public Confidence confidence() {
        return confidence;
    }

    /** The international standard that the number says it adopts. */
    public Optional<Adopted> adopted() {
        return Optional.ofNullable(adopted);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StandardNumber that && canonical().equals(that.canonical());
    }

    @Override
    public int hashCode() {
        return canonical().hashCode();
    }

    @Override
    public String toString() {
        return canonical();
    }
}
