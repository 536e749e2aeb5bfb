package cn.quality.standards.currency;

import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.decision.Decision;
import cn.quality.platform.decision.DecisionLog;
import cn.quality.platform.idempotency.Idempotency;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import cn.quality.standards.catalogue.StandardLookup;
import cn.quality.standards.currency.CurrencyCheck.State;
import cn.quality.standards.currency.CurrencyCheckRepository.Claim;
import cn.quality.standards.file.StoredFiles;
import cn.quality.standards.number.StandardNumber;
import cn.quality.standards.number.StandardNumber.Reading;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes lists in, checks them chunk by chunk, and issues certificates. */
@ApplicationScoped
class CurrencyCheckService {

    static final ProblemType TOO_MANY_CHECKS =
            new ProblemType(429, "too-many-checks", Text.of("未完成的任务过多", "Too many unfinished checks"));
    static final ProblemType NOT_DONE = new ProblemType(409, "check-not-done", Text.of("任务没有结果", "No result yet"));
    static final ProblemType GONE = new ProblemType(410, "result-gone", Text.of("结果已删除", "The result is gone"));

    private static final String OWNER = "currency-certificate";
    private static final SecureRandom RANDOM = new SecureRandom();
    /** Without the letters that are taken for digits. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final CurrencyCheckRepository checks;
    private final StandardLookup catalogue;
    private final StoredFiles files;
    private final Certificates certificates;
    private final Rows rows;
    private final Idempotency idempotency;
    private final DecisionLog decisions;
    private final CurrencyConfig config;
    private final Clock clock;

    CurrencyCheckService(
            CurrencyCheckRepository checks,
            StandardLookup catalogue,
            StoredFiles files,
            Certificates certificates,
            Rows rows,
            Idempotency idempotency,
            DecisionLog decisions,
            CurrencyConfig config,
            Clock clock) {
        this.checks = checks;
        this.catalogue = catalogue;
        this.files = files;
        this.certificates = certificates;
        this.rows = rows;
        this.idempotency = idempotency;
        this.decisions = decisions;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Takes a list in.
     *
     * @param client login; absent for anybody
     * @param key of a client with a login: once per key, whatever happens to the answer
     * @throws Problem 429 {@code too-many-checks}
     */
    @Transactional
    UUID submit(Optional<String> client, Optional<String> key, Submission list) {
        return idempotency.once(
                "currency-check", key.filter(given -> client.isPresent()), list.digest(), () -> start(client, list));
    }

    private UUID start(Optional<String> client, Submission list) {
        int unfinished = checks.unfinished(client.orElse(null));
        if (unfinished >= config.unfinished()) {
            throw new Problem(
                            TOO_MANY_CHECKS,
                            Text.of(
                                    "已有 %d 个未完成的任务，请稍后再试",
                                    "there are %d unfinished checks; try again later", unfinished))
                    .retryAfter(10);
        }
        // The identifier opens the list to whoever has it, so it is all chance and no time.
        var id = UUID.randomUUID();
        var now = clock.instant();
        var day = LegalDates.today(clock);
        checks.add(
                id,
                certificateNumber(day),
                client.orElse(null),
                day,
                now,
                list.numbers(),
                list.skipped(),
                list.digest());
        for (int i = 0; i < list.chunks().size(); i++) {
            checks.addChunk(id, i, list.chunks().get(i), now);
        }
        log("submit", id, "");
        return id;
    }

    private static String certificateNumber(LocalDate day) {
        var number = new StringBuilder("CX")
                .append(day.format(DateTimeFormatter.BASIC_ISO_DATE))
                .append('-');
        RANDOM.ints(10, 0, ALPHABET.length()).forEach(i -> number.append(ALPHABET.charAt(i)));
        return number.toString();
    }

    /** @throws Problem 404 */
    CurrencyCheck find(UUID id) {
        return checks.find(id)
                .orElseThrow(() -> new Problem(
                        ProblemTypes.NOT_FOUND, Text.of("没有编号为 %s 的查新任务", "there is no currency check %s", id)));
    }

    /** A certificate that was earned. @throws Problem 404 */
    CurrencyCheck byCertificate(String number) {
        return checks.byCertificate(number)
                .filter(check -> check.resultDigest() != null)
                .orElseThrow(() -> new Problem(
                        ProblemTypes.NOT_FOUND,
                        Text.of("本平台没有出具过编号为 %s 的查新证明", "no certificate %s was issued here", number)));
    }

    /**
     * Checks the numbers of one chunk, if one waits. The last chunk finishes its check.
     *
     * @param holding takes the chunk before it is worked on, to report a fault once the transaction is undone
     * @return whether there was one
     */
    @Transactional
    boolean work(Consumer<Claim> holding) {
        var claim = checks.claim(clock.instant());
        claim.ifPresent(held -> {
            holding.accept(held);
            work(held);
        });
        return claim.isPresent();
    }

    private void work(Claim claim) {
        var results = checked(rows.read(claim.entries(), ListedNumber.class), claim.day());
        var counts = new EnumMap<Verdict, Integer>(Verdict.class);
        results.forEach(result -> counts.merge(result.verdict(), 1, Integer::sum));
        if (checks.keep(claim, rows.packed(results), counts)) {
            checks.finish(claim.check(), digestOfResult(claim.check()), clock.instant());
            log("finish", claim.check(), "");
        }
    }

    List<CheckedNumber> checked(List<ListedNumber> listed, LocalDate day) {
        var numbers = new HashMap<String, StandardNumber>();
        for (var one : listed) {
            if (StandardNumber.read(one.written()) instanceof Reading.Read(var number)) {
                numbers.put(one.written(), number);
            }
        }
        var known = catalogue.currency(numbers.values(), day);
        return listed.stream()
                .map(one -> Optional.ofNullable(numbers.get(one.written()))
                        .flatMap(number -> Optional.ofNullable(known.get(number))
                                .map(currency -> CheckedNumber.of(one, number, currency)))
                        .orElseGet(() -> CheckedNumber.unreadable(one)))
                .toList();
    }

    private String digestOfResult(UUID check) {
        var digest = sha256();
        chunks(check).forEach(packed -> digest.update(rows.lines(packed)));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** A chunk is read at a time, each in a statement of its own, so that a slow reader keeps nobody waiting. */
    private Stream<byte[]> chunks(UUID check) {
        return Stream.iterate(0, number -> number + 1)
                .map(number -> checks.result(check, number))
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream);
    }

    /** Lets a fault pass, or gives up. */
    @Transactional
    void fault(Claim claim) {
        var now = clock.instant();
        int attempts = claim.attempts() + 1;
        if (attempts < config.attempts()) {
            checks.postpone(
                    claim.check(), claim.number(), now.plus(config.retry().multipliedBy(attempts)));
            return;
        }
        var reason = "自第 %1$d 个编号起未能完成 (numbers from %1$d on could not be checked)"
                .formatted(claim.number() * Submission.CHUNK + 1);
        checks.lock(claim.check())
                .filter(check -> check.state() == State.WAITING)
                .ifPresent(check -> {
                    checks.fail(check.id(), reason, now);
                    log("fail", check.id(), reason);
                });
    }

    /** Deletes the results whose time is over. */
    @Transactional
    void forgetOld() {
        checks.doneBefore(clock.instant().minus(config.keepResults())).forEach(checks::forget);
    }

    /** Writes the result as lines of JSON; these bytes have the digest of the certificate. */
    void writeLines(CurrencyCheck check, OutputStream out) {
        chunks(check.id()).forEach(packed -> {
            try {
                out.write(rows.lines(packed));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    void tell(CurrencyCheck check, Consumer<? super CheckedNumber> reader) {
        chunks(check.id())
                .forEach(packed -> rows.read(packed, CheckedNumber.class).forEach(reader));
    }

    /**
     * A check whose result may be returned.
     *
     * @throws Problem 409 {@code check-not-done} or 410 {@code result-gone}
     */
    CurrencyCheck requireResult(UUID id) {
        var check = find(id);
        return switch (check.state()) {
            case DONE -> check;
            case FORGOTTEN ->
                throw new Problem(
                        GONE,
                        Text.of("结果已删除，证明仍可验证", "the result has been deleted; the certificate is still verified"));
            case WAITING, FAILED ->
                throw new Problem(
                        NOT_DONE, Text.of("任务状态为 %s，没有结果可取", "the check is %s and has no result", check.state()));
        };
    }

    /** The certificate, made when it is first asked for and the same ever after. */
    @Transactional
    StoredFiles.Stored certificate(UUID id) throws IOException {
        requireResult(id);
        var check = checks.lock(id).orElseThrow();
        if (check.pdf().isPresent()) {
            return check.pdf().get();
        }
        var pdf = certificates.write(check, reader -> tell(check, reader));
        var measured = StoredFiles.measured(new ByteArrayInputStream(pdf));
        files.store(OWNER, measured, new ByteArrayInputStream(pdf));
        checks.issued(id, measured);
        return measured;
    }

    void writeCertificate(StoredFiles.Stored pdf, OutputStream out) throws IOException {
        files.write(OWNER, pdf, out);
    }

    CurrencyCheckView view(CurrencyCheck check) {
        return new CurrencyCheckView(
                check.id(),
                check.certificate(),
                check.day(),
                check.askedAt(),
                check.state(),
                check.numbers(),
                check.skipped(),
                check.done(),
                check.counts(),
                check.requestDigest(),
                check.resultDigest(),
                check.finishedAt(),
                check.state() == State.DONE ? retainedUntil(check.finishedAt()) : null,
                check.failure());
    }

    private @Nullable Instant retainedUntil(@Nullable Instant finished) {
        return finished == null ? null : finished.plus(config.keepResults());
    }

    private void log(String act, UUID check, String reason) {
        decisions.append(new Decision(
                "currency-check." + act,
                "currency-check",
                check.toString(),
                reason,
                "",
                null,
                checks.find(check).orElseThrow()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
