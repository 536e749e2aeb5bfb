package cn.quality.credit.screening;

import cn.quality.credit.matching.Band;
import cn.quality.credit.matching.ComparedEnterprise;
import cn.quality.credit.matching.LegalName;
import cn.quality.credit.matching.NameMatcher;
import cn.quality.credit.matching.Vocabulary;
import cn.quality.credit.rules.ReferenceService;
import cn.quality.credit.rules.Region;
import cn.quality.credit.screening.ParsedSubject.AskedName;
import cn.quality.credit.screening.ScreeningRepository.Known;
import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Says whom subjects may mean: by its code for certain, by its name possibly. The database is asked for all of them at
 * once; equal names are looked for first, and only who has none is compared with those that are alike.
 */
@ApplicationScoped
class Screener {

    /** Alike names that are taken apart and scored: those nearest to the asked one. */
    private static final int SCORED = 30;

    private final ScreeningRepository repository;
    private final ReferenceService rules;

    Screener(ScreeningRepository repository, ReferenceService rules) {
        this.repository = repository;
        this.rules = rules;
    }

    /** One finding for each subject, in their order. */
    List<MatchResult> find(List<ScreeningRequest.Subject> subjects) {
        var words = vocabulary();
        var asked = subjects.stream()
                .map(subject -> ParsedSubject.of(subject, words))
                .toList();
        var byCode = repository
                .byCodes(
                        asked.stream()
                                .flatMap(one -> one.code().stream())
                                .map(UnifiedSocialCreditCode::value)
                                .collect(Collectors.toSet()),
                        asked.stream()
                                .anyMatch(one ->
                                        one.code().isPresent() && one.name().isPresent()))
                .stream()
                .collect(Collectors.toMap(Known::uscc, Function.identity()));
        var open = asked.stream()
                .filter(one -> one.code()
                        .map(code -> !byCode.containsKey(code.value()))
                        .orElse(true))
                .toList();
        var byName = repository.byNames(open.stream()
                .flatMap(ParsedSubject::names)
                .collect(Collectors.toMap(
                        AskedName::normalised, name -> Vocabulary.spellings(name.normalised()), (one, same) -> one)));
        var alike = repository.alike(open.stream()
                // Two valid codes are two enterprises: a name like it says nothing then.
                .filter(one -> one.regularCode().isEmpty())
                .filter(one -> one.names().noneMatch(name -> byName.containsKey(name.normalised())))
                .flatMap(one -> one.name().stream())
                .map(AskedName::parts)
                .collect(Collectors.toSet()));
        return asked.stream()
                .map(one -> one.code()
                        .map(code -> byCode.get(code.value()))
                        .map(known -> confirmed(one, known, words))
                        .orElseGet(() -> possible(one, byName, alike, words)))
                .toList();
    }

    /** The code counts, whatever the name; a name that is not the enterprise's lowers the score, so that somebody looks. */
    private static MatchResult confirmed(ParsedSubject one, Known known, Vocabulary words) {
        var notes = new ArrayList<>(one.notes());
        boolean irregular = one.regularCode().isEmpty();
        if (irregular) {
            notes.add(ScreeningAnswer.Note.IRREGULAR_CODE);
        }
        var party = one.name().isPresent() ? compared(known, words) : ofCode(known.uscc());
        return new MatchResult(
                true,
                List.of(new MatchResult.Candidate(
                        known.uscc(),
                        known.name(),
                        NameMatcher.compare(one.compared(), party),
                        ScreeningAnswer.Certainty.CONFIRMED)),
                irregular
                        ? one.invalid().stream()
                                .filter(defect -> !defect.field().equals("uscc"))
                                .toList()
                        : one.invalid(),
                notes);
    }

    private static MatchResult possible(
            ParsedSubject one, Map<String, List<Known>> byName, Map<LegalName, List<Known>> alike, Vocabulary words) {
        boolean coded = one.regularCode().isPresent();
        var same = one.names()
                .flatMap(name -> byName.getOrDefault(name.normalised(), List.of()).stream())
                .distinct()
                .toList();
        var found = !same.isEmpty() || coded
                ? same
                : one.name().stream()
                        .flatMap(name -> nearest(name.parts(), alike.getOrDefault(name.parts(), List.of())).stream())
                        .toList();
        var party = coded ? one.compared() : one.compared().withoutCode();
        var candidates = found.stream()
                .map(known -> new MatchResult.Candidate(
                        known.uscc(),
                        known.name(),
                        NameMatcher.compare(party, compared(known, words)),
                        ScreeningAnswer.Certainty.POSSIBLE))
                .filter(candidate -> coded || candidate.similarity().band() != Band.NONE)
                .sorted(Comparator.comparing((MatchResult.Candidate candidate) ->
                                candidate.similarity().score())
                        .reversed()
                        .thenComparing(MatchResult.Candidate::uscc))
                .limit(MatchResult.MOST_CANDIDATES)
                .toList();
        var notes = new ArrayList<>(one.notes());
        if (coded) {
            notes.add(ScreeningAnswer.Note.CODE_NOT_ON_FILE);
            if (!candidates.isEmpty()) {
                notes.add(ScreeningAnswer.Note.NAME_UNDER_ANOTHER_CODE);
            }
        }
        return new MatchResult(coded || one.name().isPresent(), candidates, one.invalid(), notes);
    }

    /** A cheap order before the exact one: the slips between what is asked and the part of a name nearest to it. */
    private static List<Known> nearest(LegalName asked, List<Known> alike) {
        if (alike.size() <= SCORED) {
            return alike;
        }
        return alike.stream()
                .map(known -> Map.entry(asked.slipsIn(known.normalisedName()), known))
                .sorted(Map.Entry.<Integer, Known>comparingByKey()
                        .thenComparing(entry -> entry.getValue().name().length()))
                .limit(SCORED)
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Where codes speak alone. */
    private static ComparedEnterprise ofCode(String uscc) {
        return new ComparedEnterprise(new UnifiedSocialCreditCode(uscc), null, List.of(), null);
    }

    private static ComparedEnterprise compared(Known known, Vocabulary words) {
        return new ComparedEnterprise(
                new UnifiedSocialCreditCode(known.uscc()),
                LegalName.parse(known.name(), words),
                known.formerNames().stream()
                        .map(name -> LegalName.parse(name, words))
                        .toList(),
                new RegionCode(known.region()));
    }

    /** Regions of all times: an old name keeps the region's old name. */
    private Vocabulary vocabulary() {
        return new Vocabulary(rules.all(Region.class).stream()
                .collect(Collectors.toMap(region -> new RegionCode(region.code()), Region::name)));
    }
}
