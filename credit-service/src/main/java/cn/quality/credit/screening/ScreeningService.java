package cn.quality.credit.screening;

import cn.quality.credit.matching.Band;
import cn.quality.credit.owner.AccessRecord;
import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.decision.Decision;
import cn.quality.platform.decision.DecisionLog;
import cn.quality.platform.digest.Digests;
import cn.quality.platform.id.Ids;
import cn.quality.platform.identity.CurrentActor;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
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
    private final Screener screener;
    private final AccessRecord looks;
    private final DecisionLog decisions;
    private final CurrentActor actor;
    private final ObjectMapper json;
    private final Clock clock;

    ScreeningService(
            ScreeningRepository repository,
            Screener screener,
            AccessRecord looks,
            DecisionLog decisions,
            CurrentActor actor,
            ObjectMapper json,
            Clock clock) {
        this.repository = repository;
        this.screener = screener;
        this.looks = looks;
        this.decisions = decisions;
        this.actor = actor;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Answers for every subject, those that cannot be used included.
     *
     * @throws Problem 422 {@code no-subjects}, 413 {@code too-many-subjects}
     */
    @Transactional
    ScreeningAnswer screen(ScreeningRequest request) {
        requireSubjects(request.subjects());
        var findings = screener.find(request.subjects());
        var now = clock.instant();
        var told = findings.stream()
                .flatMap(finding -> finding.candidates().stream())
                .filter(MatchResult.Candidate::isConfirmed)
                .map(MatchResult.Candidate::uscc)
                .collect(Collectors.toSet());
        var entries = repository.entries(told, LegalDates.on(now), Optional.empty());
        var results = IntStream.range(0, findings.size())
                .mapToObj(
                        i -> ScreeningAnswer.Result.of(request.subjects().get(i).mark(), findings.get(i), entries))
                .toList();
        var receipt = new ScreeningReceipt(
                Ids.next(),
                actor.id(),
                now,
                request.purpose(),
                entries.listVersion(),
                results.size(),
                (int) results.stream()
                        .filter(result -> result.band() == Band.MATCH)
                        .count(),
                digest(request));
        repository.keep(receipt);
        looks.record(receipt.client(), receipt.purpose(), told);
        decisions.append(
                new Decision("screen", "screening", receipt.id().toString(), receipt.purpose(), "", null, receipt));
        return new ScreeningAnswer(receipt.id(), receipt.listVersion(), now, results);
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
    }

    private String digest(ScreeningRequest request) {
        try {
            return Digests.sha256(json.writeValueAsBytes(request));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
