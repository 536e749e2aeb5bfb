package cn.quality.credit.screening;

import cn.quality.credit.matching.Band;
import cn.quality.platform.identifiers.NameNormaliser;
import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the enterprises that the rows of a table mean, by the same matcher as a screening. It tells codes and names, which
 * everybody may look up, and nothing of the lists: so anybody may ask, and no receipt is written.
 */
@ApplicationScoped
class ReconciliationService {

    /** Queries of one call; OpenRefine sends ten. */
    static final int MOST = 50;

    private static final String CONFIRM = "仅为可能，请以统一社会信用代码确认 (possible only: confirm with the code)";

    private final Screener screener;
    private final ScreeningRepository repository;

    ReconciliationService(Screener screener, ScreeningRepository repository) {
        this.screener = screener;
        this.repository = repository;
    }

    /**
     * An answer for each query, under its key. A query that cannot be used, or is about something else than enterprises, has
     * no candidates.
     *
     * @throws Problem 413 {@code too-many-subjects}
     */
    @Transactional
    Map<String, Reconciliation.Answer> answer(Map<String, Reconciliation.Query> queries) {
        if (queries.size() > MOST) {
            throw new Problem(
                    ScreeningService.TOO_MANY_SUBJECTS,
                    Text.of("一次最多%d个查询", "One call takes %d queries at most", MOST));
        }
        var answers = new HashMap<String, Reconciliation.Answer>();
        queries.keySet().forEach(key -> answers.put(key, new Reconciliation.Answer(List.of())));
        var usable = queries.entrySet().stream()
                .filter(query -> query.getValue().isForEnterprises())
                .toList();
        var findings = screener.find(
                        usable.stream().map(query -> subject(query.getValue())).toList())
                .iterator();
        usable.forEach(query -> answers.put(query.getKey(), answer(findings.next(), query.getValue())));
        return answers;
    }

    /**
     * Enterprises whose names or codes begin like this, present names alone; from two characters on.
     *
     * @param skipped as many as the caller has seen already
     */
    List<Reconciliation.Suggestion> suggest(String prefix, int skipped, int most) {
        var normalised = NameNormaliser.normalise(prefix);
        return normalised.length() < 2
                ? List.of()
                : repository.beginningWith(normalised, UnifiedSocialCreditCode.written(prefix), skipped, most).stream()
                        .map(known -> new Reconciliation.Suggestion(
                                known.uscc(), known.name(), List.of(Reconciliation.ENTERPRISE)))
                        .toList();
    }

    /** A code may also stand where a name is expected. */
    private static ScreeningRequest.Subject subject(Reconciliation.Query query) {
        return new ScreeningRequest.Subject(
                null,
                query.property("uscc").orElse(null),
                query.query(),
                query.property("region").orElse(null));
    }

    private static Reconciliation.Answer answer(MatchResult finding, Reconciliation.Query query) {
        boolean unique = finding.candidates().stream()
                        .filter(candidate -> candidate.similarity().band() == Band.MATCH)
                        .count()
                == 1;
        int limit = query.limit() == null ? MatchResult.MOST_CANDIDATES : Math.max(query.limit(), 1);
        return new Reconciliation.Answer(finding.candidates().stream()
                .limit(limit)
                .map(candidate -> candidate(candidate, unique))
                .toList());
    }

    private static Reconciliation.Candidate candidate(MatchResult.Candidate found, boolean unique) {
        return new Reconciliation.Candidate(
                found.uscc(),
                found.name(),
                found.isConfirmed() ? null : CONFIRM,
                List.of(Reconciliation.ENTERPRISE),
                found.similarity().score().movePointRight(2).setScale(2, RoundingMode.DOWN),
                unique && found.similarity().band() == Band.MATCH,
                found.similarity().reasons().stream()
                        .map(reason -> new Reconciliation.Feature(reason.code(), reason.points()))
                        .toList());
    }
}
