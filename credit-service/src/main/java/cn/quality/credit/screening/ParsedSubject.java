package cn.quality.credit.screening;

import cn.quality.credit.matching.ComparedEnterprise;
import cn.quality.credit.matching.LegalName;
import cn.quality.credit.matching.Vocabulary;
import cn.quality.platform.identifiers.CodeDefect;
import cn.quality.platform.identifiers.NameNormaliser;
import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import cn.quality.platform.problem.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A subject, read.
 *
 * @param code absent when none was given or it is none
 * @param name absent when none was given, when there is nothing in it to compare, or when the code settles it
 */
record ParsedSubject(
        ScreeningRequest.Subject subject,
        Optional<UnifiedSocialCreditCode> code,
        Optional<LegalName> name,
        String normalisedName,
        List<ScreeningAnswer.Defect> invalid) {

    static ParsedSubject of(ScreeningRequest.Subject subject, Vocabulary words) {
        var written = subject.uscc() == null ? "" : UnifiedSocialCreditCode.written(subject.uscc());
        var defects = written.isEmpty() ? List.<CodeDefect>of() : UnifiedSocialCreditCode.defectsOf(written);
        var code = written.isEmpty() || !defects.isEmpty()
                ? Optional.<UnifiedSocialCreditCode>empty()
                : Optional.of(new UnifiedSocialCreditCode(written));
        var normalised = subject.name() == null ? "" : NameNormaliser.normalise(subject.name());
        var invalid = defects.stream()
                .map(defect -> new ScreeningAnswer.Defect("uscc", defect.code(), defect.text()))
                .collect(Collectors.toList());
        if (subject.isNamed() && normalised.isEmpty()) {
            invalid.add(new ScreeningAnswer.Defect(
                    "name", "no-letters", new Text("名称中没有文字或数字", "The name has neither letters nor digits")));
        }
        // Two valid codes are two enterprises, so a subject with one is never matched by name.
        var name = subject.name() == null || normalised.isEmpty() || code.isPresent()
                ? Optional.<LegalName>empty()
                : Optional.of(LegalName.parse(subject.name(), words));
        return new ParsedSubject(subject, code, name, normalised, List.copyOf(invalid));
    }

    ComparedEnterprise compared() {
        return new ComparedEnterprise(
                code.orElse(null),
                name.orElse(null),
                List.of(),
                subject.region() == null ? null : new RegionCode(subject.region()));
    }
}
