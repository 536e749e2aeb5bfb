package cn.quality.standards.registry;

import cn.quality.platform.problem.Text;
import cn.quality.standards.catalogue.Certainty;
import cn.quality.standards.input.Flaws;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a registry is: what its entries say, who gets in, and why they leave.
 *
 * @param effectiveFrom first day on which entries are judged by it
 * @param entryRule the rule in words; what of it a machine can judge is in the fields
 * @param validityYears how long an entry holds before it is reviewed; absent where the rules set no term
 * @param source where the rules are from
 */
@Schema(name = "RegistryKind")
record RegistryKind(
        @Schema(required = true, examples = "GOOD_PRACTICE") String code,

        @Schema(required = true, examples = "标准化良好行为企业") String nameZh,

        @Schema(required = true, examples = "Enterprises of good standardization practice")
        String nameEn,

        @Schema(required = true) Subject subject,

        @Schema(required = true, examples = "2016-01-01") LocalDate effectiveFrom,

        @Schema(required = true) List<Field> fields,

        @Schema(required = true) Wording entryRule,

        @Schema(examples = "3") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        Integer validityYears,

        @Schema(required = true) List<ExitGround> exitGrounds,

        @Schema(required = true, examples = "标准化良好行为评价规则") String source,

        @Schema(required = true) Certainty certainty) {

    /** Whom entries are about. */
    enum Subject {
        /** Has a credit code, and may be harmed by what is said of it. */
        ENTERPRISE,
        ORGANIZATION,
        /** Has agreed to be listed, and may end that. */
        PERSON,
        /** A project, a committee, a base. */
        OTHER
    }

    enum FieldType {
        TEXT,
        CHOICE,
        INTEGER,
        DATE
    }

    /** The same in both languages. */
    @Schema(name = "Wording")
    record Wording(
            @Schema(required = true) String zh,
            @Schema(required = true) String en) {}

    @Schema(name = "RegistryChoice")
    record Choice(
            @Schema(required = true, examples = "AAA") String code,

            @Schema(required = true, examples = "AAA 级") String zh,

            @Schema(required = true, examples = "grade AAA") String en) {}

    /**
     * A field of the entries of a kind.
     *
     * @param choices of a {@code CHOICE}; they are counted
     * @param minimum of an {@code INTEGER}: an entry with less does not get in
     */
    @Schema(name = "RegistryField")
    record Field(
            @Schema(required = true, examples = "grade") String name,

            @Schema(required = true, examples = "等级") String zh,

            @Schema(required = true, examples = "Grade") String en,

            @Schema(required = true) FieldType type,

            @Schema(required = true) boolean required,

            @Schema(required = true) List<Choice> choices,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Integer minimum) {

        private static final int LONGEST_TEXT = 300;
        private static final String INTEGER = "0|[1-9]\\d{0,8}";

        /** The value in its normal form; noted as a flaw when it is none. */
        private Optional<String> read(@Nullable String value, String field, Flaws flaws) {
            var text = flaws.optionalText(value, field, LONGEST_TEXT);
            if (text == null) {
                if (required) {
                    flaws.missing(field);
                }
                return Optional.empty();
            }
            switch (type) {
                case TEXT -> {}
                case CHOICE -> {
                    var codes = choices.stream().map(Choice::code).toList();
                    if (!codes.contains(text)) {
                        flaws.add(
                                field,
                                "choice",
                                new Text("可取 " + String.join("、", codes), "one of " + String.join(", ", codes)));
                    }
                }
                case INTEGER -> {
                    if (!text.matches(INTEGER)) {
                        flaws.add(field, "format", Text.of("应为整数", "a whole number"));
                    } else if (minimum != null && Integer.parseInt(text) < minimum) {
                        flaws.add(field, "entry-rule", Text.of("不得少于 %d", "at least %d to be entered", minimum));
                    }
                }
                case DATE -> flaws.requireDay(text, field);
            }
            return Optional.of(text);
        }
    }

    /**
     * Why an entry may leave.
     *
     * @param adverse whether it says something to the disadvantage of whom the entry is about
     * @param noticeDays days that must lie between the notice and leaving, for an answer; absent where there need be no notice
     */
    @Schema(name = "RegistryExitGround")
    record ExitGround(
            @Schema(required = true, examples = "EXPIRED") String code,

            @Schema(required = true, examples = "有效期满未续") String zh,

            @Schema(required = true, examples = "Not renewed")
            String en,

            @Schema(required = true) boolean adverse,

            @Schema(examples = "15") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Integer noticeDays) {}

    /** The values of an entry, by the name of their field, as the rule of entry takes them; flaws are noted. */
    SortedMap<String, String> read(Map<String, String> values, String prefix, Flaws flaws) {
        var read = new TreeMap<String, String>();
        for (var field : fields) {
            field.read(values.get(field.name()), prefix + "." + field.name(), flaws)
                    .ifPresent(value -> read.put(field.name(), value));
        }
        var known = fields.stream().map(Field::name).toList();
        values.keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .forEach(name -> flaws.add(
                        prefix + "." + name,
                        "unknown-field",
                        new Text("可用 " + String.join("、", known), "known are " + String.join(", ", known))));
        return read;
    }

    Optional<ExitGround> exitGround(String ground) {
        return exitGrounds.stream().filter(one -> one.code().equals(ground)).findFirst();
    }

    /** The last day of the validity that begins on a day. */
    Optional<LocalDate> validUntil(LocalDate from) {
        return Optional.ofNullable(validityYears)
                .map(years -> from.plusYears(years).minusDays(1));
    }

    /** Names of the fields that are counted. */
    List<String> counted() {
        return fields.stream()
                .filter(field -> field.type() == FieldType.CHOICE)
                .map(Field::name)
                .toList();
    }
}
