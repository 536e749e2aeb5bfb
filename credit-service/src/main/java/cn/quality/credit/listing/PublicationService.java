package cn.quality.credit.listing;

import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.http.Preconditions;
import cn.quality.platform.idempotency.Idempotency;
import cn.quality.platform.identifiers.PublicTexts;
import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.identity.Caller;
import cn.quality.platform.paging.Cursor;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Puts entries on the public list, in numbered batches; an entry published alone is a batch of one. */
@ApplicationScoped
class PublicationService {

    static final ProblemType OTHER_LIST =
            new ProblemType(422, "other-list", new Text("条目不属于该榜", "An entry of the other list"));
    private static final ProblemType TWICE =
            new ProblemType(422, "twice", new Text("条目重复", "An entry that comes twice"));
    private static final ProblemType UNFIT_ENTRIES =
            new ProblemType(422, "unfit-entries", new Text("有条目不能发布", "Entries that may not be published"));

    private static final String DISPLACED = "企业被列入黑榜，红榜条目同时撤下";

    private final ListingRepository listings;
    private final BatchRepository batches;
    private final ListingActExecutor acts;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Clock clock;

    PublicationService(
            ListingRepository listings,
            BatchRepository batches,
            ListingActExecutor acts,
            Idempotency idempotency,
            Caller caller,
            Clock clock) {
        this.listings = listings;
        this.batches = batches;
        this.acts = acts;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    /** An entry alone: compared when the same key comes again. */
    private record Alone(UUID listing, String announcement) {}

    @Transactional
    ListingView publish(UUID id, @Nullable String announcement, Preconditions preconditions) {
        var words = announcement == null ? "" : announcement;
        return acts.perform(
                ListingAct.PUBLISH,
                id,
                new Alone(id, words),
                preconditions,
                (entry, now) -> put(open(entry.kind(), words), entry, now));
    }

    /**
     * Publishes a batch whole or not at all.
     *
     * @throws Problem 422 {@code unfit-entries}: each entry that may not be published, and why
     */
    @Transactional
    PublicationBatch.View publish(NewBatch batch, Optional<String> key) {
        var id = idempotency.once("listing.publish-batch", key, batch, () -> {
            acts.lockLists(ListingAct.PUBLISH);
            requireFit(batch);
            var opened = open(batch.kind(), batch.announcement());
            batch.entries().stream()
                    .sorted(Comparator.comparing(NewBatch.Item::id))
                    .forEach(item -> acts.perform(
                            ListingAct.PUBLISH,
                            item.id(),
                            item,
                            Preconditions.upon(item.version()),
                            (entry, now) -> put(opened, entry, now)));
            return opened.id();
        });
        return batches.findById(id).view();
    }

    @Transactional
    Page<PublicationBatch.View> batches(Optional<ListKind> kind, PageRequest page) {
        var rows =
                batches.newest(kind, page).stream().map(PublicationBatch::view).toList();
        return Page.of(rows, page, row -> Cursor.of(row.id()));
    }

    private PublicationBatch open(ListKind kind, String announcement) {
        var region = caller.actor().region().map(RegionCode::value).orElse("-");
        var now = clock.instant();
        var batch = PublicationBatch.after(
                batches.last(kind, region, LegalDates.on(now).getYear()), kind, region, announcement, now);
        batches.persistAndFlush(batch);
        return batch;
    }

    /** Publishes one entry; an enterprise that comes onto the black list leaves the red one in the same moment. */
    private ListingEvent put(PublicationBatch batch, Listing entry, DecisionContext now) {
        if (entry.kind() == ListKind.BLACK) {
            listings.displayed(entry.uscc(), ListKind.RED, now.today())
                    .forEach(honour -> acts.inConsequence(
                            ListingAct.WITHDRAW,
                            honour,
                            now,
                            (red, then) -> red.makeWayFor(entry.id(), DISPLACED, then)));
        }
        return entry.publish(batch.id(), batch.announcement(), now);
    }

    /** Of two hundred entries one is unfit: whoever sent them has to know which. */
    private void requireFit(NewBatch batch) {
        PublicTexts.refusal(Map.of("announcement", batch.announcement())).ifPresent(refusal -> {
            throw refusal;
        });
        var refusals = new TreeMap<Integer, Problem>();
        var seen = new HashSet<UUID>();
        IntStream.range(0, batch.entries().size())
                .boxed()
                .sorted(Comparator.comparing(i -> batch.entries().get(i).id()))
                .forEach(i -> {
                    var item = batch.entries().get(i);
                    (seen.add(item.id())
                                    ? acts.refusalToPublish(item.id(), batch.kind(), item.version())
                                    : Optional.of(new Problem(TWICE, new Text("同一条目出现两次", "The entry comes twice"))))
                            .ifPresent(refusal -> refusals.put(i, refusal));
                });
        if (!refusals.isEmpty()) {
            var problem = new Problem(
                    UNFIT_ENTRIES,
                    Text.of(
                            "本批 %d 个条目中有 %d 个不能发布，整批均未发布",
                            "Of the %d entries %d may not be published, so none was",
                            batch.entries().size(),
                            refusals.size()));
            refusals.forEach((i, refusal) -> problem.with(
                    "entries[%d]".formatted(i),
                    refusal.type().code(),
                    named(batch.entries().get(i), refusal)));
            throw problem;
        }
    }

    private static Text named(NewBatch.Item item, Problem refusal) {
        return new Text(
                item.id() + "：" + refusal.detail().zh(),
                item.id() + ": " + refusal.detail().en());
    }
}
