package cn.quality.standards.input;

import cn.quality.platform.identifiers.PersonalData;
import cn.quality.platform.identifiers.PublicTexts;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Everything wrong with one body. Where all flaws are of one kind the problem carries that kind's code. Whatever is read here
 * becomes public, so no text of it holds personal data.
 */
public final class Flaws {

    private record Flaw(String field, String code, Text reason) {}

    private final List<Flaw> found = new ArrayList<>();
    private final Set<ProblemType> kinds = new LinkedHashSet<>();

    public void add(String field, String code, Text reason) {
        add(ProblemTypes.INVALID_ARGUMENT, field, code, reason);
    }

    public void add(ProblemType kind, String field, String code, Text reason) {
        kinds.add(kind);
        found.add(new Flaw(field, code, reason));
    }

    public boolean none() {
        return found.isEmpty();
    }

    /** How many there are by now, to ask only about what is not flawed already. */
    public int count() {
        return found.size();
    }

    /** A required text of at most {@code longest} characters, stripped; empty when flawed. */
    public String text(@Nullable String value, String field, int longest) {
        var text = optionalText(value, field, longest);
        if (text == null) {
            missing(field);
            return "";
        }
        return text;
    }

    /** An optional text, stripped; blank counts as absent. */
    public @Nullable String optionalText(@Nullable String value, String field, int longest) {
        var text = privateText(value, field, longest);
        if (text != null) {
            refusePersonalData(text, field);
        }
        return text;
    }

    /** The same of a text that never becomes public, and so may say who somebody is. */
    public @Nullable String privateText(@Nullable String value, String field, int longest) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (value.length() > longest) {
            add(field, "too-long", Text.of("不得超过 %d 个字符", "at most %d characters", longest));
        }
        if (value.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')) {
            add(field, "characters", Text.of("含有控制字符", "control characters are not allowed"));
        }
        return value.strip();
    }

    /** Notes a number that points to a person, in a text that everybody will read. */
    public void refusePersonalData(String text, String field) {
        PersonalData.in(text).ifPresent(found -> add(PublicTexts.PERSONAL_DATA, field, "personal-data", found.title()));
    }

    /** Notes a required field that is not there. */
    public void missing(String field) {
        add(field, "required", Text.of("必填", "is required"));
    }

    /** Notes a text that is no day. */
    public void requireDay(String text, String field) {
        try {
            LocalDate.parse(text);
        } catch (DateTimeException e) {
            add(field, "format", Text.of("应为日期，如 2017-03-23", "a day, as 2017-03-23"));
        }
    }

    /** An optional list without its nulls, bounded in length. */
    public <T> List<T> list(@Nullable List<@Nullable T> values, String field, int most) {
        if (values == null) {
            return List.of();
        }
        if (values.size() > most) {
            add(field, "too-many", Text.of("不得超过 %d 项", "at most %d items", most));
            return List.of();
        }
        var present = new ArrayList<T>(values.size());
        for (int i = 0; i < values.size(); i++) {
            var value = values.get(i);
            if (value == null) {
                missing(field + "[" + i + "]");
            } else {
                present.add(value);
            }
        }
        return present;
    }

    /**
     * Ends the reading.
     *
     * @throws Problem 400 with a violation per flaw, when there is any
     */
    public void refuseIfAny() {
        if (none()) {
            return;
        }
        var kind = kinds.size() == 1 ? kinds.iterator().next() : ProblemTypes.INVALID_ARGUMENT;
        var problem = new Problem(kind, Text.of("请求内容有 %d 处错误", "the body has %d flaw(s)", found.size()));
        found.forEach(flaw -> problem.with(flaw.field(), flaw.code(), flaw.reason()));
        throw problem;
    }

    /** The body itself. @throws Problem 400 {@code bad-request} when the request has none */
    public static <T> T body(@Nullable T body) {
        if (body == null) {
            throw new Problem(ProblemTypes.BAD_REQUEST, Text.of("缺少请求内容", "the request has no body"));
        }
        return body;
    }

    /** A query parameter that is a day. @throws Problem 400 {@code invalid-argument} */
    public static Optional<LocalDate> day(@Nullable String value, String field) {
        return parsed(value, field, LocalDate::parse, Text.of("应为日期，如 2017-03-23", "a day, as 2017-03-23"));
    }

    /** A query parameter that is a moment. @throws Problem 400 {@code invalid-argument} */
    public static Optional<Instant> moment(@Nullable String value, String field) {
        return parsed(
                value,
                field,
                Instant::parse,
                Text.of("应为时刻，如 2026-03-01T00:00:00Z", "a moment, as 2026-03-01T00:00:00Z"));
    }

    private static <T> Optional<T> parsed(
            @Nullable String value, String field, Function<String, T> parser, Text expected) {
        if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(parser.apply(value));
        } catch (DateTimeException e) {
            throw new Problem(
                            ProblemTypes.INVALID_ARGUMENT,
                            Text.of("参数 %s 的取值 “%s” 无效", "parameter %s cannot be “%s”", field, value))
                    .with(field, "format", expected);
        }
    }

    /** A query parameter that names one of an enum's values. @throws Problem 400 {@code invalid-argument} */
    public static <E extends Enum<E>> @Nullable E choice(@Nullable String value, String field, Class<E> choices) {
        if (value == null || value.isBlank()) {
            return null;
        }
        for (E choice : choices.getEnumConstants()) {
            if (choice.name().equals(value)) {
                return choice;
            }
        }
        throw new Problem(
                        ProblemTypes.INVALID_ARGUMENT,
                        Text.of("参数 %s 的取值 “%s” 无效", "parameter %s cannot be “%s”", field, value))
                .with(field, "choice", Text.of("可取 %s", "one of %s", List.of(choices.getEnumConstants())));
    }
}
