package cn.quality.platform.identifiers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds numbers of persons in a text, for two policies that err on different sides. To <em>refuse</em> a text, a number
 * must be beyond doubt ({@link #beyondDoubt}); to <em>redact</em> one, it is enough that it may be a number of a person
 * ({@link #suspected}). What is beyond doubt is also suspected, and stays so when everything suspected has been replaced.
 *
 * <p>The work grows with the length of the text and no faster, whatever is in it: texts come from anybody.
 */
final class PersonalDataDetector {

    /** A mobile phone number's length. */
    private static final int SHORTEST_NUMBER = 11;

    /** A bank card number's length. */
    private static final int LONGEST_NUMBER = 19;

    /** Between two digits of one number there are so many separators at the most. */
    private static final int WIDEST_GAP = 2;

    private static final String GAP = "[\\s.·•_\\-‐-―−]";

    private static final String AREA = "(?:010|02[0-9]|0[3-9][0-9]{2})";

    private static final String LANDLINE_BODY =
            "[(]?" + AREA + "(?:[)]" + GAP + "?|" + GAP + "{1,2})[2-8](?:" + GAP + "?[0-9]){6,7}";

    /** 0633-8781234, (0633) 8781234, 010 8781 2345; not as a part of a longer number. */
    private static final Pattern LANDLINE =
            Pattern.compile("(?<![0-9A-Za-z\\-])" + LANDLINE_BODY + "(?![0-9A-Za-z]|" + GAP + "?[0-9])");

    private static final Pattern LABELLED_LANDLINE =
            Pattern.compile("(?:电话|座机|联系方式|联系人|(?i:tel|phone))\\D{0,6}" + AREA + "[2-8][0-9]{6,7}(?![0-9])");

    /** What follows an amount. */
    private static final Pattern UNIT = Pattern.compile("(?:\\.[0-9])?\\s?(?:元|万|亿|吨|千克|公斤|件|只|箱|台|%)");

    private static final String COUNTRY = "[(]?(?:[+]|00)86[)]?" + GAP + "{0,2}";

    /** Each repetition is bounded, so each takes a bounded number of steps from each place of a text. */
    private static final List<Pattern> DOUBTFUL = Stream.of(
                    // an identity number by its birthday, to the end of the digits it stands in
                    "[0-9]{6}(?:19|20)[0-9]{9}(?:[0-9]++|[Xx])",
                    "[1-8][0-9]{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}(?![0-9])",
                    "(?:" + COUNTRY + "|86)?1[3-9][0-9]" + GAP + "?[0-9]{4}" + GAP + "?[0-9]{4}(?![0-9])",
                    LANDLINE_BODY + "(?![0-9])",
                    "(?:" + COUNTRY + ")?[(]?0[0-9]{2,3}(?:[)]" + GAP + "?|" + GAP + "{1,2})[0-9]{7,8}(?![0-9])",
                    "(?:" + COUNTRY + ")?" + AREA + "[2-8][0-9]{6,7}(?![0-9])",
                    COUNTRY + "(?:10|2[0-9]|[3-9][0-9]{2})" + GAP + "{0,2}[2-8][0-9]{6,7}(?![0-9])",
                    "(?<![A-Z])[0-9]{16}(?:[0-9]{3})?(?![0-9A-Z])",
                    "(?<![A-Z])[3-69][0-9]{3}(?:" + GAP + "[0-9]{4}){3}(?:" + GAP + "?[0-9]{3})?(?![0-9A-Z])")
            .map(form -> Pattern.compile("(?<![0-9])(?:" + form + ")"))
            .toList();

    private final String text;

    /** @param text folded, see {@link FoldedText} */
    PersonalDataDetector(String text) {
        this.text = text;
    }

    /** Where something stands in the text, from the first character to before the last. */
    record Span(int start, int end) {}

    /** What a number at a place is. */
    record Found(PersonalData kind, Span span) {}

    /** The first number of a person that cannot be anything else, if there is one. */
    Optional<PersonalData> beyondDoubt() {
        return chains(true)
                .flatMap(chain -> chain.numbers(true))
                .findFirst()
                .map(Found::kind)
                .or(() -> Stream.of(LANDLINE, LABELLED_LANDLINE)
                                .anyMatch(form -> form.matcher(text).find())
                        ? Optional.of(PersonalData.LANDLINE_PHONE)
                        : Optional.empty());
    }

    /** All that may be a number of a person, and e-mail addresses; spans may overlap. */
    Stream<Span> suspected() {
        var certain = chains(false).flatMap(chain -> chain.numbers(false)).map(Found::span);
        var doubtful = DOUBTFUL.stream()
                .flatMap(form -> form.matcher(text).results())
                .map(match -> new Span(match.start(), match.end()));
        return Stream.of(certain, doubtful, mailAddresses()).flatMap(spans -> spans);
    }

    /**
     * The chains of digits with few separators between them, and the X an identity number may end with.
     *
     * @param wholeWords whether an X counts only where no letter or digit follows
     */
    private Stream<Chain> chains(boolean wholeWords) {
        return Stream.iterate(
                        chainFrom(0, wholeWords),
                        Optional::isPresent,
                        chain -> chain.flatMap(last -> chainFrom(last.end(), wholeWords)))
                .flatMap(Optional::stream);
    }

    private Optional<Chain> chainFrom(int from, boolean wholeWords) {
        int start = from;
        while (start < text.length() && !isDigit(start)) {
            start++;
        }
        if (start == text.length()) {
            return Optional.empty();
        }
        var groups = new ArrayList<Span>();
        int end = endOfDigits(start);
        groups.add(new Span(start, end));
        for (int next = afterGap(end); isDigit(next); next = afterGap(end)) {
            end = endOfDigits(next);
            groups.add(new Span(next, end));
        }
        int sign = afterGap(end);
        if (sign < text.length()
                && (text.charAt(sign) == 'X' || text.charAt(sign) == 'x')
                && !(wholeWords && isLetterOrDigit(sign + 1))) {
            groups.add(new Span(sign, sign + 1));
        }
        return Optional.of(new Chain(List.copyOf(groups)));
    }

    private int endOfDigits(int from) {
        int end = from;
        while (isDigit(end)) {
            end++;
        }
        return end;
    }

    private int afterGap(int from) {
        int next = from;
        while (next < text.length() && next - from < WIDEST_GAP && isSeparator(text.charAt(next))) {
            next++;
        }
        return next;
    }

    /** What {@link #GAP} says, without a matcher for each character. */
    private static boolean isSeparator(char c) {
        return " \t\n\u000B\f\r.·•_-−".indexOf(c) >= 0 || (c >= '‐' && c <= '―');
    }

    private boolean isDigit(int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private boolean isLetterOrDigit(int at) {
        return isDigit(at) || (at < text.length() && isLatinLetter(text.charAt(at)));
    }

    private static boolean isLatinLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** An inner class: what a chain means depends on the text around it. */
    private final class Chain {

        private final List<Span> groups;

        Chain(List<Span> groups) {
            this.groups = groups;
        }

        int end() {
            return groups.getLast().end();
        }

        /**
         * The numbers of persons the chain may be read as, the longest first of those that begin at one place: it is the
         * likeliest.
         *
         * @param parted whether a number is only what lies between white space, joined over all separators. Parts between
         *     dashes alone are none then, or every date beside a batch number would make up a phone number.
         */
        Stream<Found> numbers(boolean parted) {
            boolean amount =
                    parted && UNIT.matcher(text).region(end(), text.length()).lookingAt();
            return IntStream.range(0, groups.size())
                    .filter(first -> !parted || isBlank(first))
                    .boxed()
                    .flatMap(first -> from(first, last -> last == groups.size() ? !amount : !parted || isBlank(last)));
        }

        private Stream<Found> from(int first, IntPredicate mayEnd) {
            var digits = new StringBuilder(LONGEST_NUMBER);
            var found = new ArrayList<Found>();
            for (int last = first; last < groups.size(); last++) {
                var group = groups.get(last);
                if (digits.length() + group.end() - group.start() > LONGEST_NUMBER) {
                    break;
                }
                digits.append(text, group.start(), group.end());
                if (digits.length() >= SHORTEST_NUMBER && mayEnd.test(last + 1) && isOneNumber(first, last + 1)) {
                    var span = new Span(groups.get(first).start(), group.end());
                    PersonalData.ofNumber(digits.toString()).ifPresent(kind -> found.addFirst(new Found(kind, span)));
                }
            }
            return found.stream();
        }

        /** What dots part as well as other signs is none: that is how standards are numbered (GB 4806.7-2023). */
        private boolean isOneNumber(int first, int last) {
            int dotted = 0;
            int others = 0;
            for (int group = first + 1; group < last; group++) {
                int start = groups.get(group - 1).end();
                int end = groups.get(group).start();
                int dot = text.indexOf('.', start, end);
                dotted += dot < 0 ? 0 : 1;
                others += dot < 0 && start < end ? 1 : 0;
            }
            return dotted == 0 || others == 0;
        }

        /** Whether nothing but white space stands before a group. */
        private boolean isBlank(int group) {
            return group == 0
                    || text.substring(
                                    groups.get(group - 1).end(),
                                    groups.get(group).start())
                            .isBlank();
        }
    }

    /** From each @ outwards, so that every character is looked at twice at the most. */
    private Stream<Span> mailAddresses() {
        return text.chars().anyMatch(c -> c == '@')
                ? IntStream.range(0, text.length())
                        .filter(at -> text.charAt(at) == '@')
                        .mapToObj(this::mailAddress)
                        .flatMap(Optional::stream)
                : Stream.empty();
    }

    private Optional<Span> mailAddress(int at) {
        int start = at;
        while (start > 0 && isOfAddress(text.charAt(start - 1), "._%+-")) {
            start--;
        }
        int stop = at + 1;
        while (stop < text.length() && isOfAddress(text.charAt(stop), ".-")) {
            stop++;
        }
        int end = endOfDomain(at + 1, stop);
        return start < at && end > at ? Optional.of(new Span(start, end)) : Optional.empty();
    }

    /** After the letters that follow the last dot with two of them; -1 when there is none, or nothing before it. */
    private int endOfDomain(int start, int stop) {
        int letters = 0;
        int end = stop;
        for (int at = stop - 1; at > start; at--) {
            if (text.charAt(at) == '.' && letters >= 2) {
                return end;
            }
            boolean letter = isLatinLetter(text.charAt(at));
            letters = letter ? letters + 1 : 0;
            end = letter ? end : at;
        }
        return -1;
    }

    private boolean isOfAddress(char c, String signs) {
        return isLatinLetter(c) || (c >= '0' && c <= '9') || signs.indexOf(c) >= 0;
    }
}
