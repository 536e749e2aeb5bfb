package cn.quality.credit.screening;

import cn.quality.credit.enterprise.NameNormaliser;
import cn.quality.credit.identifier.CodeDefect;
import cn.quality.credit.identifier.RegionCode;
import cn.quality.credit.identifier.UnifiedSocialCreditCode;
import cn.quality.credit.matching.Band;
import cn.quality.credit.matching.LegalName;
import cn.quality.credit.matching.NameMatcher;
import cn.quality.credit.matching.Party;
import cn.quality.credit.matching.Vocabulary;
import cn.quality.credit.owner.LookLog;
import cn.quality.credit.rules.ReferenceService;
import cn.quality.credit.rules.Region;
import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.decision.Decision;
import cn.quality.platform.decision.DecisionLog;
import cn.quality.platform.digest.Digests;
import cn.quality.platform.id.Ids;
import cn.quality.platform.identity.Actor;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Answers screenings, and writes a receipt for each. */
@ApplicationScoped
class ScreeningService {

    static final ProblemType NO_SUBJECTS =
            new ProblemType(422, "no-subjects", new Text("没有核查对象", "There is nobody to screen"));
    static final ProblemType TOO_MANY_SUBJECTS =
            new ProblemType(413, "too-many-subjects", new Text("核查对象过多", "Too many subjects"));

    private final ScreeningRepository repository;
    private final ReferenceService rules;
    private final LookLog looks;
    private final DecisionLog decisions;
    private final Actor actor;
    private final ObjectMapper json;
    private final Clock clock;

    ScreeningService(
            ScreeningRepository repository,
            ReferenceService rules,
            LookLog looks,
            DecisionLog decisions,
            Actor actor,
            ObjectMapper json,
            Clock clock) {
        this.repository = repository;
        this.rules = rules;
        this.looks = looks;
        this.decisions = decisions;
        this.actor = actor;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Answers for every subject.
     *
     * @throws Problem 422 {@code no-subjects}, 413 {@code too-many-subjects}, or 400 {@code invalid-argument} for
     *     subjects without code and name
     */
    @Transactional
    ScreeningAnswer screen(ScreeningRequest request) {
        requireSubjects(request.subjects());
        var words = vocabulary();
        var asked = request.subjects().stream()
                .map(subject -> Asked.of(subject, words))
                .toList();
        var now = clock.instant();
        var onFile = repository.byCodes(
                asked.stream().flatMap(one -> one.code().stream()).collect(Collectors.toSet()),
                LegalDates.today(clock));
        var results = new Answers(asked, onFile, words).all();
        var receipt = new ScreeningReceipt(
                Ids.next(),
                actor.id(),
                now,
                request.purpose(),
                onFile.listVersion(),
                results.size(),
                (int) results.stream()
                        .filter(result -> result.band() == Band.MATCH)
                        .count(),
                digest(request));
        repository.keep(receipt);
        looks.record(receipt.client(), receipt.purpose(), confirmed(results));
        decisions.append(
                new Decision("screen", "screening", receipt.id().toString(), receipt.purpose(), "", null, receipt));
        return new ScreeningAnswer(receipt.id(), receipt.listVersion(), now, results);
    }

    /** Codes of those about whom the asker was told. */
    private static Set<String> confirmed(List<ScreeningAnswer.Result> results) {
        return results.stream()
                .flatMap(result -> result.candidates().stream())
                .filter(candidate -> candidate.certainty() == ScreeningAnswer.Certainty.CONFIRMED)
                .map(ScreeningAnswer.Candidate::uscc)
                .collect(Collectors.toSet());
    }

    Optional<ScreeningReceipt> receipt(UUID id) {
        return repository.receipt(id);
    }

    private static void requireSubjects(List<ScreeningRequest.Subject> subjects) {
        if (subjects.isEmpty()) {
            throw new Problem(NO_SUBJECTS, new Text("请给出至少一个核查对象", "Give one subject at least"));
        }
        if (subjects.size() > ScreeningRequest.MOST) {
            throw new Problem(
                    TOO_MANY_SUBJECTS,
                    Text.of(
                            "一次最多核查%d个对象，收到%d个",
                            "One call takes %d subjects at most; %d came", ScreeningRequest.MOST, subjects.size()));
        }
        var nobody = IntStream.range(0, subjects.size())
                .filter(i -> !subjects.get(i).hasCode() && !subjects.get(i).isNamed())
                .toArray();
        if (nobody.length > 0) {
            var problem = new Problem(
                    ProblemTypes.INVALID_ARGUMENT,
                    new Text("部分对象既无代码也无名称", "Some subjects have neither a code nor a name"));
            for (int i : nobody) {
                problem.with("subjects[" + i + "]", "code-or-name", new Text("请给出代码或名称", "Give a code or a name"));
            }
            throw problem;
        }
    }

    /** Regions of all times: an old name keeps the region's old name. */
    private Vocabulary vocabulary() {
        return new Vocabulary(rules.all(Region.class).stream()
                .collect(Collectors.toMap(region -> new RegionCode(region.code()), Region::name)));
    }

    private String digest(ScreeningRequest request) {
        try {
            return Digests.sha256(json.writeValueAsBytes(request));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A subject, read.
     *
     * @param code absent when none was given or it is none
     * @param name absent when none was given or there is nothing in it to compare
     */
    private record Asked(
            ScreeningRequest.Subject subject,
            Optional<String> code,
            Optional<LegalName> name,
            String normalisedName,
            List<ScreeningAnswer.Defect> invalid) {

        static Asked of(ScreeningRequest.Subject subject, Vocabulary words) {
            var written = subject.uscc() == null ? "" : UnifiedSocialCreditCode.written(subject.uscc());
            var defects = written.isEmpty() ? List.<CodeDefect>of() : UnifiedSocialCreditCode.defectsOf(written);
            var normalised = subject.name() == null ? "" : NameNormaliser.normalise(subject.name());
            var invalid = defects.stream()
                    .map(defect -> new ScreeningAnswer.Defect("uscc", defect.code(), defect.text()))
                    .collect(Collectors.toList());
            if (subject.isNamed() && normalised.isEmpty()) {
                invalid.add(new ScreeningAnswer.Defect(
                        "name", "no-letters", new Text("名称中没有文字或数字", "The name has neither letters nor digits")));
            }
            return new Asked(
                    subject,
                    written.isEmpty() || !defects.isEmpty() ? Optional.empty() : Optional.of(written),
                    subject.name() == null || normalised.isEmpty()
                            ? Optional.empty()
                            : Optional.of(LegalName.parse(subject.name(), words)),
                    normalised,
                    List.copyOf(invalid));
        }

        /** Two valid codes are two enterprises, so whoever gives one is never matched by name. */
        boolean isByName() {
            return code.isEmpty() && name.isPresent();
        }

        Party party() {
            return new Party(
                    code.map(UnifiedSocialCreditCode::new).orElse(null),
                    name.orElse(null),
                    List.of(),
                    subject.region() == null ? null : new RegionCode(subject.region()));
        }
    }

    /** The answers of one call; the database is asked for all subjects at once. */
    private final class Answers {

        private final List<Asked> asked;
        private final ScreeningRepository.OnFile onFile;
        private final Vocabulary words;

        Answers(List<Asked> asked, ScreeningRepository.OnFile onFile, Vocabulary words) {
            this.asked = asked;
            this.onFile = onFile;
            this.words = words;
        }

        List<ScreeningAnswer.Result> all() {
            var byName = repository.byNames(asked.stream()
                    .filter(Asked::isByName)
                    .map(Asked::normalisedName)
                    .collect(Collectors.toSet()));
            var alike = repository.alike(asked.stream()
                    .filter(one -> one.isByName() && !byName.containsKey(one.normalisedName()))
                    .flatMap(one -> one.name().stream())
                    .collect(Collectors.toCollection(HashSet::new)));
            return asked.stream()
                    .map(one -> one.isByName()
                            ? result(
                                    one,
                                    possible(
                                            one,
                                            byName.getOrDefault(
                                                    one.normalisedName(),
                                                    alike.getOrDefault(
                                                            one.name().orElseThrow(), List.of()))))
                            : result(one, confirmed(one)))
                    .toList();
        }

        private List<ScreeningAnswer.Candidate> confirmed(Asked one) {
            return one
                    .code()
                    .flatMap(code -> Optional.ofNullable(onFile.byCode().get(code)))
                    .stream()
                    .map(found -> ScreeningAnswer.Candidate.confirmed(
                            found.enterprise().uscc(),
                            found.enterprise().name(),
                            NameMatcher.compare(one.party(), party(found.enterprise())),
                            found.listed()))
                    .toList();
        }

        private List<ScreeningAnswer.Candidate> possible(Asked one, List<ScreeningRepository.Known> found) {
            var party = one.party();
            return found.stream()
                    .map(known -> ScreeningAnswer.Candidate.possible(
                            known.uscc(), known.name(), NameMatcher.compare(party, party(known))))
                    .filter(candidate -> candidate.band() != Band.NONE)
                    .sorted(Comparator.comparing(ScreeningAnswer.Candidate::score)
                            .reversed()
                            .thenComparing(ScreeningAnswer.Candidate::uscc))
                    .limit(ScreeningAnswer.MOST_CANDIDATES)
                    .toList();
        }

        private Party party(ScreeningRepository.Known known) {
            return new Party(
                    new UnifiedSocialCreditCode(known.uscc()),
                    LegalName.parse(known.name(), words),
                    known.formerNames().stream()
                            .map(name -> LegalName.parse(name, words))
                            .toList(),
                    new RegionCode(known.region()));
        }

        private static ScreeningAnswer.Result result(Asked one, List<ScreeningAnswer.Candidate> candidates) {
            return new ScreeningAnswer.Result(
                    one.subject().ref(),
                    candidates.isEmpty() ? Band.NONE : candidates.getFirst().band(),
                    candidates,
                    one.invalid().isEmpty() ? null : one.invalid());
        }
    }
}
