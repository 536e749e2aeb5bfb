package cn.quality.credit.screening;

import cn.quality.credit.matching.ComparedEnterprise;
import cn.quality.credit.matching.LegalName;
import cn.quality.credit.matching.Vocabulary;
import cn.quality.credit.matching.WrittenName;
import cn.quality.platform.identifiers.NameNormaliser;
import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A subject, read.
 *
 * @param code absent when none was given or it has not the form of one; one that does not check counts only when it is on
 *     file
 * @param name absent when none was given or there is nothing in it to compare
 * @param formerName given with the name
 * @param region absent when none was given or it was not understood
 * @param invalid why the code or the name cannot be used
 */
record ParsedSubject(
        Optional<UnifiedSocialCreditCode> code,
        Optional<AskedName> name,
        Optional<AskedName> formerName,
        Optional<RegionCode> region,
        List<ScreeningAnswer.Defect> invalid,
        List<ScreeningAnswer.Note> notes) {

    /** @param normalised as the register has its names for comparison */
    record AskedName(String normalised, LegalName parts) {

        static Optional<AskedName> of(String text, Vocabulary words) {
            var normalised = NameNormaliser.normalise(text);
            return normalised.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new AskedName(normalised, LegalName.parse(text, words)));
        }
    }

    static ParsedSubject of(ScreeningRequest.Subject subject, Vocabulary words) {
        var unusable = subject.defects();
        if (!unusable.isEmpty()) {
            return new ParsedSubject(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), unusable, List.of());
        }
        var invalid = new ArrayList<ScreeningAnswer.Defect>();
        var written = WrittenName.of(subject.name() == null ? "" : subject.name());
        var code = written.code();
        if (subject.uscc() != null && subject.hasCode()) {
            UnifiedSocialCreditCode.defectsOf(subject.uscc())
                    .forEach(defect -> invalid.add(new ScreeningAnswer.Defect("uscc", defect.code(), defect.text())));
            code = read(subject.uscc());
        }
        var name = AskedName.of(written.name(), words);
        if (subject.isNamed() && name.isEmpty() && code.isEmpty()) {
            invalid.add(new ScreeningAnswer.Defect(
                    "name", "no-letters", new Text("名称中没有文字或数字", "The name has neither letters nor digits")));
        }
        var region = Optional.ofNullable(subject.region()).map(String::strip).filter(text -> !text.isEmpty());
        var place = region.flatMap(
                text -> RegionCode.isValid(text) ? Optional.of(new RegionCode(text)) : words.region(text));
        return new ParsedSubject(
                code,
                name,
                written.formerName().flatMap(former -> AskedName.of(former, words)),
                place,
                List.copyOf(invalid),
                region.isPresent() && place.isEmpty() ? List.of(ScreeningAnswer.Note.REGION_IGNORED) : List.of());
    }

    private static Optional<UnifiedSocialCreditCode> read(String typed) {
        try {
            return Optional.of(UnifiedSocialCreditCode.read(typed));
        } catch (Problem notOne) {
            return Optional.empty();
        }
    }

    /** The code, if it is one for everybody, on file or not. */
    Optional<UnifiedSocialCreditCode> regularCode() {
        return code.filter(one -> !one.isIrregular());
    }

    /** Names to look for, the present one first. */
    Stream<AskedName> names() {
        return Stream.concat(name.stream(), formerName.stream());
    }

    ComparedEnterprise compared() {
        return new ComparedEnterprise(
                code.orElse(null),
                name.map(AskedName::parts).orElse(null),
                formerName.map(AskedName::parts).stream().toList(),
                region.orElse(null));
    }
}
