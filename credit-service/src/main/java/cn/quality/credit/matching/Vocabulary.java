package cn.quality.credit.matching;

import cn.quality.platform.identifiers.NameNormaliser;
import cn.quality.platform.identifiers.RegionCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
 * The words company names are made of. Forms, branches and industries come with the program ({@code name-words.txt});
 * regions are given, because they change with the map.
 */
public final class Vocabulary {

    private static final List<Word> WORDS = load();
    private static final List<Word> FORMS = of("FORM");
    private static final List<Word> BRANCHES = of("BRANCH");
    private static final List<Word> INDUSTRIES = of("INDUSTRY");
    private static final List<Word> NOTES = of("NOTE");

    /** 日照市 is written 日照 in most names; what is left must still be two characters, or 莒县 would take every 莒. */
    private static final Pattern RANK = Pattern.compile("(?<=..)(省|自治区|市|区|县)$");

    private final Map<String, Set<RegionCode>> regions = new HashMap<>();
    private final int longestRegion;

    private record Word(String kind, String text, String meaning) {}

    /** @param names of each region, as the law writes them */
    public Vocabulary(Map<RegionCode, String> names) {
        names.forEach((code, name) -> {
            var full = NameNormaliser.normalise(name);
            Stream.of(full, RANK.matcher(full).replaceFirst(""))
                    .filter(word -> word.length() > 1)
                    .forEach(word ->
                            regions.computeIfAbsent(word, w -> new HashSet<>()).add(code));
        });
        longestRegion = regions.keySet().stream().mapToInt(String::length).max().orElse(0);
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
        return lengths(text)
                .map(length -> text.substring(0, length))
                .filter(regions::containsKey)
                .findFirst();
    }

    /** The longest region a text ends with, leaving two characters at least. */
    Optional<String> regionAtEnd(String text) {
        return lengths(text)
                .map(length -> text.substring(text.length() - length))
                .filter(regions::containsKey)
                .findFirst();
    }

    /** The regions with this name; none when it is no region's. */
    Set<RegionCode> regionsNamed(String name) {
        return Set.copyOf(regions.getOrDefault(name, Set.of()));
    }

    private Stream<Integer> lengths(String text) {
        return Stream.iterate(Math.min(longestRegion, text.length() - 2), length -> length > 1, length -> length - 1);
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
        try (InputStream words = Vocabulary.class.getResourceAsStream("/matching/name-words.txt")) {
            if (words == null) {
                throw new IllegalStateException("matching/name-words.txt is missing");
            }
            return new String(words.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", -1))
                    .map(parts -> new Word(parts[0], parts[1], parts[parts.length - 1]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
