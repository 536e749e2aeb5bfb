package cn.quality.standards.tbt;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Markets that notify: countries by ISO 3166-1 alpha-2, and the European Union, which has a code there too. */
final class Market {

    private static final Set<String> ALL = Stream.concat(Arrays.stream(Locale.getISOCountries()), Stream.of("EU"))
            .collect(Collectors.toUnmodifiableSet());

    private Market() {}

    static boolean isOne(String code) {
        return ALL.contains(code);
    }
}
