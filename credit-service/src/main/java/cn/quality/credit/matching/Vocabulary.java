package cn.quality.credit.matching;

import cn.quality.platform.identifiers.NameNormaliser;
import cn.quality.platform.identifiers.RegionCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words company names are made of. Forms, branches and industries come with the program ({@code name-words.txt}), and so
 * do the provinces and prefectures ({@code places.txt}); the regions of the register are given, because they change with the
 * map.
 */
public final class Vocabulary {

    /** What every company may be called for short. */
    private static final String COMPANY = "公司";

    private static final List<Word> WORDS = load();
    private static final List<Word> FORMS = of("FORM");
    private static final List<Word> BRANCHES = of("BRANCH");
    private static final List<Word> INDUSTRIES = of("INDUSTRY");
    private static final List<Word> NOTES = of("NOTE");
    private static final List<Word> ZONES = of("ZONE");

    /** 日照市 is written 日照 in most names; what is left must still be two characters, or 莒县 would take every 莒. */
    private static final Pattern RANK = Pattern.compile("(?<=..)(省|自治区|市|区|县)$");

    /** Provinces and prefectures. */
    private static final Map<String, Set<RegionCode>> PLACES = places();

    private static final int LONGEST_PLACE =
            PLACES.keySet().stream().mapToInt(String::length).max().orElse(0);

    private final Map<String, Set<RegionCode>> regions = new HashMap<>();
    private final int longestRegion;

    private record Word(String kind, String text, String meaning) {}

    /** @param names of each region, as the law writes them */
    public Vocabulary(Map<RegionCode, String> names) {
        names.forEach((code, name) -> {
            var full = NameNormaliser.normalise(name);
            add(regions, full, code);
            zoneNames(full).forEach(zone -> {
                add(regions, zone, code);
                // 日照高新区 is written 日照市高新区 as well: what stands behind the city's name is a name, too.
                names.forEach((outer, city) -> {
                    var prefix = RANK.matcher(NameNormaliser.normalise(city)).replaceFirst("");
                    if (!outer.equals(code) && outer.covers(code) && zone.startsWith(prefix)) {
                        add(regions, zone.substring(prefix.length()), code);
                    }
                });
            });
        });
        longestRegion = Math.max(
                LONGEST_PLACE,
                regions.keySet().stream().mapToInt(String::length).max().orElse(0));
    }

    private static void add(Map<String, Set<RegionCode>> regions, String name, RegionCode code) {
        Stream.of(name, RANK.matcher(name).replaceFirst(""))
                .filter(word -> word.length() > 1)
                .forEach(word ->
                        regions.computeIfAbsent(word, w -> new HashSet<>()).add(code));
    }

    /** The names of a function zone, long and short; none when it is none. */
    private static Set<String> zoneNames(String full) {
        return Stream.concat(
                        ZONES.stream()
                                .filter(zone -> full.endsWith(zone.text()))
                                .map(zone -> full),
                        ZONES.stream()
                                .filter(zone -> full.endsWith(zone.text()))
                                .map(zone -> full.substring(
                                                0, full.length() - zone.text().length())
                                        + zone.meaning().replace("-", "")))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The text with every legal form written in the one way that stands for it: 有限责任公司 is 有限公司. */
    static String withOneSpelling(String normalised) {
        var text = normalised;
        for (var form : FORMS) {
            if (!form.meaning().equals(form.text())) {
                text = text.replace(form.text(), form.meaning());
            }
        }
        return text;
    }

    /** A normalised name with its legal form in every spelling a register may have used. */
    public static Set<String> spellings(String normalised) {
        var one = withOneSpelling(normalised);
        return Stream.concat(
                        Stream.of(normalised, one),
                        FORMS.stream()
                                .filter(form -> one.endsWith(form.meaning()))
                                .map(form -> one.substring(
                                                0, one.length() - form.meaning().length())
                                        + form.text()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The legal form at the end of a text, the longest there is; empty when none is or nothing would be left. */
    static String formAtEnd(String text) {
        return atEnd(text, FORMS, 1);
    }

    static boolean isForm(String text) {
        return FORMS.stream().anyMatch(form -> form.text().equals(text));
    }

    /** Whether two legal forms exclude each other. A name without one, or with 公司 alone, may be short for another. */
    static boolean formsDiffer(String one, String other) {
        return !one.isEmpty()
                && !other.isEmpty()
                && !one.equals(other)
                && !(one.equals(COMPANY) && other.endsWith(COMPANY))
                && !(other.equals(COMPANY) && one.endsWith(COMPANY));
    }

    static boolean isNote(String text) {
        return NOTES.stream().anyMatch(note -> note.text().equals(text));
    }

    static String branchAtEnd(String text) {
        return atEnd(text, BRANCHES, 1);
    }

    static String industryAtEnd(String text) {
        return atEnd(text, INDUSTRIES, 2);
    }

    /** Where the last whole legal form inside the text ends; 0 when there is none. Short ones (厂, 店) may be part of a word. */
    static int endOfInnerForm(String text) {
        return FORMS.stream()
                .map(Word::text)
                .filter(form -> form.length() >= 4 && text.lastIndexOf(form) > 0)
                .mapToInt(form -> text.lastIndexOf(form) + form.length())
                .max()
                .orElse(0);
    }

    /** The longest region a text begins with, leaving two characters at least. */
    Optional<String> regionAtStart(String text) {
        return regionAtStart(text, text.length() - 2);
    }

    private Optional<String> regionAtStart(String text, int most) {
        return lengths(most)
                .map(length -> text.substring(0, length))
                .filter(this::isRegion)
                .findFirst();
    }

    /** The longest region a text ends with, leaving two characters at least. */
    Optional<String> regionAtEnd(String text) {
        return lengths(text.length() - 2)
                .map(length -> text.substring(text.length() - length))
                .filter(this::isRegion)
                .findFirst();
    }

    /** The regions with this name; none when it is no region's. */
    Set<RegionCode> regionsNamed(String name) {
        var here = regions.getOrDefault(name, Set.of());
        var everywhere = PLACES.getOrDefault(name, Set.of());
        return Stream.concat(here.stream(), everywhere.stream()).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The region that a text names as people write it: 东港区, 日照市东港区. None when the text is something else or says
     * more than one.
     */
    public Optional<RegionCode> region(String text) {
        var rest = NameNormaliser.normalise(text);
        Set<RegionCode> found = Set.of();
        while (!rest.isEmpty()) {
            var next = regionAtStart(rest, rest.length());
            var codes = next.map(this::regionsNamed).orElse(Set.of());
            if (codes.isEmpty() || !(found.isEmpty() || agree(found, codes))) {
                return Optional.empty();
            }
            found = within(found, codes);
            rest = rest.substring(next.get().length());
        }
        // 吉林 is a province and a city in it.
        var all = found;
        return all.stream().filter(one -> all.stream().allMatch(one::covers)).findFirst();
    }

    private static Set<RegionCode> within(Set<RegionCode> outer, Set<RegionCode> codes) {
        return outer.isEmpty()
                ? codes
                : codes.stream().filter(code -> agree(outer, Set.of(code))).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a region of one side is one of the other or lies in it. */
    static boolean agree(Collection<RegionCode> some, Collection<RegionCode> others) {
        return some.stream().anyMatch(one -> others.stream().anyMatch(other -> one.covers(other) || other.covers(one)));
    }

    private boolean isRegion(String word) {
        return regions.containsKey(word) || PLACES.containsKey(word);
    }

    private Stream<Integer> lengths(int most) {
        return Stream.iterate(Math.min(longestRegion, most), length -> length > 1, length -> length - 1);
    }

    private static String atEnd(String text, List<Word> words, int left) {
        return words.stream()
                .map(Word::text)
                .filter(word -> text.endsWith(word) && text.length() - word.length() >= left)
                .findFirst()
                .orElse("");
    }

    /** Longest first. */
    private static List<Word> of(String kind) {
        return WORDS.stream()
                .filter(word -> word.kind().equals(kind))
                .sorted(Comparator.comparing((Word word) -> -word.text().length())
                        .thenComparing(Word::text))
                .toList();
    }

    private static List<Word> load() {
        return lines("name-words.txt")
                .map(parts -> new Word(parts[0], parts[1], parts[parts.length - 1]))
                .toList();
    }

    private static Map<String, Set<RegionCode>> places() {
        var places = new HashMap<String, Set<RegionCode>>();
        lines("places.txt")
                .forEach(parts -> Stream.of(parts)
                        .skip(1)
                        .forEach(name -> add(places, NameNormaliser.normalise(name), new RegionCode(parts[0]))));
        return Map.copyOf(places);
    }

    private static Stream<String[]> lines(String file) {
        try (InputStream words = Vocabulary.class.getResourceAsStream("/matching/" + file)) {
            if (words == null) {
                throw new IllegalStateException("matching/" + file + " is missing");
            }
            return new String(words.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", -1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
