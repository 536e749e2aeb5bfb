package cn.quality.credit.screening;

import cn.quality.credit.matching.Band;
import cn.quality.credit.matching.ComparedEnterprise;
import cn.quality.credit.matching.LegalName;
import cn.quality.credit.matching.NameMatcher;
import cn.quality.credit.matching.Vocabulary;
import cn.quality.credit.rules.ReferenceService;
import cn.quality.credit.rules.Region;
import cn.quality.platform.identifiers.Bigrams;
import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Says whom subjects may mean: by its code for certain, by its name possibly. The database is asked for all of them at
 * once; equal names are looked for first, and only who has none is compared with those that are alike.
 */
@ApplicationScoped
class Screener {

    /** Alike names that are taken apart and scored: those that have most of the asked name's character pairs. */
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
                .byCodes(asked.stream()
                        .flatMap(one -> one.code().stream())
                        .map(UnifiedSocialCreditCode::value)
                        .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(ScreeningRepository.Known::uscc, Function.identity()));
        var byName = repository.byNames(asked.stream()
                .filter(one -> one.name().isPresent())
                .collect(Collectors.toMap(
                        ParsedSubject::normalisedName,
                        one -> Vocabulary.spellings(one.normalisedName()),
                        (one, same) -> one)));
        var alike = repository.alike(asked.stream()
                .filter(one -> !byName.containsKey(one.normalisedName()))
                .flatMap(one -> one.name().stream())
                .collect(Collectors.toSet()));
        return asked.stream()
                .map(one -> new MatchResult(candidates(one, byCode, byName, alike, words), one.invalid()))
                .toList();
    }

    private static List<MatchResult.Candidate> candidates(
            ParsedSubject one,
            Map<String, ScreeningRepository.Known> byCode,
            Map<String, List<ScreeningRepository.Known>> byName,
            Map<LegalName, List<ScreeningRepository.Known>> alike,
            Vocabulary words) {
        if (one.code().isPresent()) {
            return one.code().map(code -> byCode.get(code.value())).stream()
                    .map(known -> new MatchResult.Candidate(
                            known.uscc(),
                            known.name(),
                            NameMatcher.compare(one.compared(), ofCode(known.uscc())),
                            ScreeningAnswer.Certainty.CONFIRMED))
                    .toList();
        }
        var name = one.name();
        if (name.isEmpty()) {
            return List.of();
        }
        var party = one.compared();
        var same = byName.get(one.normalisedName());
        var found = same != null ? same : likest(name.get(), alike.getOrDefault(name.get(), List.of()));
        return found.stream()
                .map(known -> new MatchResult.Candidate(
                        known.uscc(),
                        known.name(),
                        NameMatcher.compare(party, compared(known, words)),
                        ScreeningAnswer.Certainty.POSSIBLE))
                .filter(candidate -> candidate.similarity().band() != Band.NONE)
                .sorted(Comparator.comparing((MatchResult.Candidate candidate) ->
                                candidate.similarity().score())
                        .reversed()
                        .thenComparing(MatchResult.Candidate::uscc))
                .limit(MatchResult.MOST_CANDIDATES)
                .toList();
    }

    /** A cheap order before the exact one: how many of the asked pairs a name has, the shorter name first. */
    private static List<ScreeningRepository.Known> likest(LegalName asked, List<ScreeningRepository.Known> alike) {
        if (alike.size() <= SCORED) {
            return alike;
        }
        var pairs = Bigrams.of(asked.written());
        return alike.stream()
                .map(known -> Map.entry(shared(pairs, known), known))
                .sorted(Map.Entry.<Long, ScreeningRepository.Known>comparingByKey()
                        .reversed()
                        .thenComparing(entry -> entry.getValue().name().length()))
                .limit(SCORED)
                .map(Map.Entry::getValue)
                .toList();
    }

    private static long shared(Set<String> pairs, ScreeningRepository.Known known) {
        return pairs.stream().filter(known.normalisedName()::contains).count();
    }

    /** Where codes speak, a name adds nothing. */
    private static ComparedEnterprise ofCode(String uscc) {
        return new ComparedEnterprise(new UnifiedSocialCreditCode(uscc), null, List.of(), null);
    }

    private static ComparedEnterprise compared(ScreeningRepository.Known known, Vocabulary words) {
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
