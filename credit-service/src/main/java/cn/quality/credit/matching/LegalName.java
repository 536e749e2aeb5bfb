package cn.quality.credit.matching;

import cn.quality.platform.identifiers.NameNormaliser;
import cn.quality.platform.identifiers.RegionCode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A company name taken apart: region + brand + industry + legal form, and what names the branch when it is one.
 *
 * @param canonical the whole name in the one form for comparison: normalised, numbers in digits, one spelling per form
 * @param regions those of the most particular region in the name (two when two regions share its name); none if not named
 * @param written brand and industry with their numbers as written: what the index of names knows
 * @param core brand and industry, numbers in digits
 * @param brand 字号: the core without its line of business
 * @param form legal form in its one spelling; empty when none was recognised
 * @param branch what names the branch, its kind included (东港分公司); empty for a name that is not a branch's
 * @param numerals numbers of the core, in their order
 */
public record LegalName(
        String canonical,
        Set<RegionCode> regions,
        String written,
        String core,
        String brand,
        String form,
        String branch,
        List<String> numerals) {

    private static final Pattern OPENING = Pattern.compile("[\\[{【〔〖「『《〈<﹝]");
    private static final Pattern CLOSING = Pattern.compile("[\\]}】〕〗」』》〉>﹞]");
    private static final Pattern BRACKETED = Pattern.compile("\\(([^()]*)\\)");

    /** What the content of a bracket is there for. */
    private enum BracketRole {
        REGION,
        FORM,
        NOTE,
        PART_OF_THE_NAME
    }

    /** Takes a name apart. Nothing is refused: what is not recognised is part of the core. */
    public static LegalName parse(String name, Vocabulary words) {
        return new Reading(words).of(name);
    }

    /** Slips of writing between brand and industry and the part of another name that comes nearest to them. */
    public int slipsIn(String normalisedName) {
        return SlipDistance.ofPart(written, normalisedName);
    }

    /** Whether there is nothing to compare: the text had neither letters nor digits. */
    public boolean isEmpty() {
        return canonical.isEmpty();
    }

    /** One name being read. */
    private static final class Reading {

        private final Vocabulary words;
        private final List<String> places = new ArrayList<>();
        private String bracketForm = "";

        Reading(Vocabulary words) {
            this.words = words;
        }

        LegalName of(String name) {
            var plain = withoutRoleBrackets(name);
            var text = Vocabulary.withOneSpelling(NameNormaliser.normalise(plain.text()));
            var branch = branchOf(text);
            var main = branch.isEmpty() ? text : text.substring(0, text.length() - branch.length());
            var form = Vocabulary.formAtEnd(main);
            var rest = withoutRegions(main.substring(0, main.length() - form.length()));
            var core = Numerals.inDigits(rest);
            return new LegalName(
                    canonical(plain.named()),
                    places.isEmpty() ? Set.of() : words.regionsNamed(places.getLast()),
                    rest,
                    core,
                    brandOf(core),
                    form + bracketForm,
                    canonical(branch),
                    Numerals.in(core));
        }

        /**
         * @param text what the name consists of besides its brackets with a role
         * @param named the whole name, without what a register noted behind it
         */
        private record Plain(String text, String named) {}

        private Plain withoutRoleBrackets(String name) {
            var unified = Normalizer.normalize(name, Normalizer.Form.NFKC);
            unified = CLOSING.matcher(OPENING.matcher(unified).replaceAll("(")).replaceAll(")");
            var text = new StringBuilder();
            var named = new StringBuilder();
            int end = 0;
            for (var brackets = BRACKETED.matcher(unified); brackets.find(); end = brackets.end()) {
                var before = unified.substring(end, brackets.start());
                var content = Vocabulary.withOneSpelling(NameNormaliser.normalise(brackets.group(1)));
                var role = role(content);
                text.append(before).append(role == BracketRole.PART_OF_THE_NAME ? content : "");
                named.append(before).append(role == BracketRole.NOTE ? "" : content);
                if (role == BracketRole.REGION) {
                    places.add(content);
                } else if (role == BracketRole.FORM) {
                    bracketForm = content;
                }
            }
            var tail = unified.substring(end);
            text.append(tail);
            // A name that is nothing but a bracket is a name all the same.
            return NameNormaliser.normalise(text.toString()).isEmpty()
                    ? new Plain(unified, unified)
                    : new Plain(text.toString(), named + tail);
        }

        private BracketRole role(String content) {
            if (!words.regionsNamed(content).isEmpty()) {
                return BracketRole.REGION;
            }
            if (Vocabulary.isForm(content)) {
                return BracketRole.FORM;
            }
            return Vocabulary.isNote(content) ? BracketRole.NOTE : BracketRole.PART_OF_THE_NAME;
        }

        /** What stands behind the parent's legal form; without a form, the region before the ending and the ending. */
        private String branchOf(String text) {
            var ending = Vocabulary.branchAtEnd(text);
            if (ending.isEmpty()) {
                return "";
            }
            var head = text.substring(0, text.length() - ending.length());
            int parent = Vocabulary.endOfInnerForm(head);
            return parent > 0 ? text.substring(parent) : words.regionAtEnd(head).orElse("") + ending;
        }

        private String withoutRegions(String text) {
            var inBrackets = List.copyOf(places);
            places.clear();
            var rest = text;
            Set<RegionCode> before = Set.of();
            for (var region = words.regionAtStart(rest); region.isPresent(); region = words.regionAtStart(rest)) {
                var codes = words.regionsNamed(region.get());
                // 日照市东港区 is one place; in 日照青岛 the second is a brand.
                if (!before.isEmpty() && !Vocabulary.agree(before, codes)) {
                    break;
                }
                before = codes;
                places.add(region.get());
                rest = rest.substring(region.get().length());
            }
            places.addAll(inBrackets);
            return rest;
        }

        private static String brandOf(String core) {
            var brand = core;
            for (var last = Vocabulary.industryAtEnd(brand); !last.isEmpty(); last = Vocabulary.industryAtEnd(brand)) {
                brand = brand.substring(0, brand.length() - last.length());
            }
            return brand;
        }

        private static String canonical(String text) {
            return Numerals.inDigits(Vocabulary.withOneSpelling(NameNormaliser.normalise(text)));
        }
    }
}
