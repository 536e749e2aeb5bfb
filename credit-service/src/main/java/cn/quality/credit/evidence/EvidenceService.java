package cn.quality.credit.evidence;

import cn.quality.platform.decision.Decision;
import cn.quality.platform.decision.DecisionLog;
import cn.quality.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps evidence and gives it out. Who may see a file is for the caller to decide. */
@ApplicationScoped
public class EvidenceService {

    private final EvidenceRepository evidence;
    private final EvidenceStore store;
    private final EvidenceConfig config;
    private final DecisionLog decisions;
    private final Clock clock;
    private final TransactionSynchronizationRegistry transactions;

    EvidenceService(
            EvidenceRepository evidence,
            EvidenceStore store,
            EvidenceConfig config,
            DecisionLog decisions,
            Clock clock,
            TransactionSynchronizationRegistry transactions) {
        this.evidence = evidence;
        this.store = store;
        this.config = config;
        this.decisions = decisions;
        this.clock = clock;
        this.transactions = transactions;
    }

    /**
     * A file to store.
     *
     * @param region whose offices may read it over HTTP; null when another feature serves it
     * @param mediaType what the sender says it is; null when they say nothing
     */
    record Upload(
            String owner,
            @Nullable String region,
            String fileName,
            @Nullable String mediaType) {}

    /** @param isNew false when the owner had brought this very file before */
    record Kept(EvidenceView evidence, boolean isNew) {}

    /** A file with who may see it. */
    record Held(
            EvidenceView evidence, String owner, @Nullable String region) {}

    /**
     * Keeps a file of another feature, which alone gives it out again. Inside a transaction the file stays with its commit
     * and goes with its rollback; a long upload is better taken in before the transaction begins.
     *
     * @param owner whose file it is; {@link #require} asks for the same
     * @param fileName as it came; a folder in it and unseen characters are dropped
     * @throws Problem 400 {@code invalid-argument} without a name; 413 {@code payload-too-large}, {@code image-too-large};
     *     415 {@code unsupported-file}, {@code content-mismatch}; 422 {@code empty-file}
     */
    public EvidenceView keep(String owner, String fileName, InputStream content) {
        return keep(new Upload(owner, null, fileName, null), content).evidence();
    }

    /** Not a transaction itself: while a slow line brings the file, no connection to the database is held. */
    Kept keep(Upload upload, InputStream content) {
        var name = FileName.of(upload.fileName());
        try (var arrival = store.receive(content, config.maxSize().asLongValue())) {
            inspect(name, upload, arrival);
            return record(upload, name, arrival);
        }
    }

    private void inspect(FileName name, Upload upload, EvidenceStore.Arrival arrival) {
        var kind = name.kind();
        if (arrival.size() == 0) {
            throw EvidenceProblems.empty();
        }
        if (upload.mediaType() != null && !upload.mediaType().equals(kind.mediaType())) {
            throw EvidenceProblems.mismatch(name, upload.mediaType());
        }
        try (var head = arrival.open();
                var whole = arrival.open()) {
            if (!FileStructure.begins(kind, head)) {
                throw EvidenceProblems.mismatch(name, kind.mediaType());
            }
            FileStructure.examine(kind, whole, arrival.size())
                    .filter(picture -> picture.pixels() > config.maxPixels())
                    .ifPresent(picture -> {
                        throw EvidenceProblems.tooManyPixels(picture, config.maxPixels());
                    });
        } catch (FileStructure.Malformed e) {
            throw EvidenceProblems.broken(kind);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Transactional
    Kept record(Upload upload, FileName name, EvidenceStore.Arrival arrival) {
        evidence.hold(arrival.sha256());
        var before = evidence.same(upload.owner(), arrival.sha256(), name.value());
        if (before.isPresent()) {
            return new Kept(before.get().view(), false);
        }
        after(Status.STATUS_ROLLEDBACK, () -> forget(arrival.sha256()));
        arrival.place();
        var kept = new Evidence(upload.owner(), upload.region(), name, arrival, clock.instant());
        evidence.persist(kept);
        decisions.append(new Decision(
                "keep-evidence", "evidence", kept.id.toString(), name.kind().mediaType(), "", null, kept.view()));
        return new Kept(kept.view(), true);
    }

    /** Removes content that no row needs: put in place by a transaction that rolled back, or forgotten by one. */
    @Transactional
    void forget(String sha256) {
        evidence.hold(sha256);
        if (!evidence.needs(sha256)) {
            store.remove(sha256);
        }
    }

    /**
     * Forgets all files of another feature's owner: their retention is over. Content that no other owner stores is removed
     * once the transaction has been committed; a crash in between leaves bytes that no row leads to.
     */
    @Transactional
    public void forgetAllOf(String owner) {
        for (var file : evidence.of(owner)) {
            evidence.delete(file);
            after(Status.STATUS_COMMITTED, () -> forget(file.sha256));
        }
    }

    private void after(int outcome, Runnable act) {
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == outcome) {
                    // This thread still has the transaction that ended; the act needs one of its own.
                    Thread.startVirtualThread(act);
                }
            }
        });
    }

    /**
     * The files with these ids, in their order, all of them of this owner.
     *
     * @throws Problem 422 {@code unknown-evidence} naming the first that is not
     */
    @Transactional
    public List<EvidenceView> require(Collection<UUID> ids, String owner) {
        return ids.stream()
                .map(id -> evidence.findByIdOptional(id)
                        .filter(found -> found.owner.equals(owner))
                        .map(Evidence::view)
                        .orElseThrow(() -> EvidenceProblems.unknown(id)))
                .toList();
    }

    /**
     * Those of these files that this owner has brought: looked up once for many items, which are then checked one by one
     * without a transaction that the refusal of one would end for all.
     */
    @Transactional
    public BroughtFiles brought(Collection<UUID> ids, String owner) {
        return new BroughtFiles(ids.isEmpty() ? Set.of() : evidence.brought(ids, owner));
    }

    @Transactional
    Optional<Held> find(UUID id) {
        return evidence.findByIdOptional(id).map(found -> new Held(found.view(), found.owner, found.region));
    }

    /** @param stream the bytes; the caller closes it */
    public record Content(EvidenceView evidence, InputStream stream) {}

    /**
     * A file with its content.
     *
     * @throws Problem 404 {@code not-found}
     */
    @Transactional
    public Content open(UUID id) {
        var found = evidence.findByIdOptional(id).orElseThrow(() -> EvidenceProblems.notFound(id));
        return new Content(found.view(), store.open(found.sha256));
    }
}
