package cn.quality.platform.problem;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A sentence for a person, in both languages the suite speaks. */
public record Text(String zh, String en) {

    private static final String[] NONE = {};
    private static final Set<String> SPOKEN = Set.of("zh", "en");
    private static final Pattern WEIGHT = Pattern.compile("[qQ]=([01])(?:\\.([0-9]{0,3}))?");
    private static final int FULL = 1000;

    /** Both sentences are {@link String#format} patterns over the same arguments. */
    public static Text of(String zh, String en, Object... args) {
        return args.length == 0
                ? new Text(zh, en)
                : new Text(String.format(Locale.ROOT, zh, args), String.format(Locale.ROOT, en, args));
    }

    /**
     * English for those who prefer it to Chinese, Chinese for everybody else.
     *
     * @param acceptLanguage the header as it came, with whatever a client may have put into it
     */
    public static Locale preferred(@Nullable String acceptLanguage) {
        var preferred = Locale.SIMPLIFIED_CHINESE;
        var most = 0;
        for (var range : acceptLanguage == null ? NONE : acceptLanguage.split(",", -1)) {
            var parts = range.strip().split(";", 2);
            var weight = parts.length == 1 ? FULL : weight(parts[1].strip());
            var language = Locale.of(parts[0].strip().split("-", 2)[0]);
            if (weight > most && SPOKEN.contains(language.getLanguage())) {
                most = weight;
                preferred = language.getLanguage().equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
            }
        }
        return preferred;
    }

    /** In thousandths (RFC 9110 §12.4.2); none when it cannot be read. */
    private static int weight(String parameter) {
        var written = WEIGHT.matcher(parameter);
        return !written.matches()
                ? 0
                : written.group(1).equals("1")
                        ? FULL
                        : Integer.parseInt((Objects.requireNonNullElse(written.group(2), "") + "000").substring(0, 3));
    }

    /** English in an English locale, Chinese in every other. */
    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? en : zh;
    }
}
