package cn.quality.credit.listing;

import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.http.Preconditions;
import cn.quality.platform.idempotency.Idempotency;
import cn.quality.platform.identifiers.RegionCode;
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
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts entries on the public list, in numbered batches; an entry published alone is a batch of one. */
@ApplicationScoped
class PublicationService {

    static final ProblemType OTHER_LIST =
            new ProblemType(422, "other-list", new Text("条目不属于该榜", "An entry of the other list"));

    private static final String DISPLACED = "企业被列入黑榜，红榜条目同时撤下";

    private final ListingRepository listings;
    private final BatchRepository batches;
    private final Proceedings proceedings;
    private final Idempotency idempotency;
    private final Clock clock;

    PublicationService(
            ListingRepository listings,
            BatchRepository batches,
            Proceedings proceedings,
            Idempotency idempotency,
            Clock clock) {
        this.listings = listings;
        this.batches = batches;
        this.proceedings = proceedings;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /** An entry alone and its guard: compared when the same key comes again. */
    private record Alone(UUID listing, String announcement) {}

    @Transactional
    ListingView publish(UUID id, @Nullable String announcement, Guard guard) {
        var words = announcement == null ? "" : announcement;
        idempotency.once(ListingAct.PUBLISH.logged(), guard.idempotencyKey(), new Alone(id, words), () -> {
            var lists = proceedings.lists(ListingAct.PUBLISH);
            var kind = listings.findByIdOptional(id).map(Listing::kind).orElseThrow(Proceedings::unknown);
            put(open(kind, words), id, guard, lists);
            return id;
        });
        return proceedings.view(id);
    }

    /**
     * Publishes a batch whole or not at all.
     *
     * @throws Problem why the first entry that may not be published may not
     */
    @Transactional
    PublicationBatch.View publish(NewBatch batch, Optional<String> key) {
        var id = idempotency.once("listing.publish-batch", key, batch, () -> {
            var lists = proceedings.lists(ListingAct.PUBLISH);
            var opened = open(batch.kind(), batch.announcement());
            batch.entries().stream()
                    .sorted(Comparator.comparing(NewBatch.Item::id))
                    .forEach(item -> {
                        requireKind(item.id(), batch.kind());
                        put(opened, item.id(), new Guard(quoted(item.version()), null), lists);
                    });
            return opened.id();
        });
        return batches.findById(id).view();
    }

    @Transactional
    Page<PublicationBatch.View> batches(Optional<ListingKind> kind, PageRequest page) {
        var rows =
                batches.newest(kind, page).stream().map(PublicationBatch::view).toList();
        return Page.of(rows, page, row -> Cursor.of(row.id()));
    }

    private PublicationBatch open(ListingKind kind, String announcement) {
        var region = proceedings.region().map(RegionCode::value).orElse("-");
        var now = clock.instant();
        var batch = PublicationBatch.after(
                batches.last(kind, region, LegalDates.on(now).getYear()), kind, region, announcement, now);
        batches.persistAndFlush(batch);
        return batch;
    }

    /** Publishes one entry; an enterprise that comes onto the black list leaves the red one in the same moment. */
    private void put(PublicationBatch batch, UUID id, Guard guard, Optional<ListVersion> lists) {
        proceedings.perform(
                ListingAct.PUBLISH,
                id,
                guard,
                (entry, now) -> {
                    if (entry.kind() == ListingKind.BLACK) {
                        listings.displayed(entry.uscc(), ListingKind.RED, now.today())
                                .forEach(honour -> displace(honour, now));
                    }
                    return entry.publish(batch.id(), batch.announcement(), now);
                },
                proceedings.caller(),
                lists);
    }

    private void displace(Listing honour, Circumstances now) {
        var before = honour.view();
        var event = honour.withdraw(DISPLACED, now);
        proceedings.tell(event, honour, before.state(), now);
        proceedings.note(ListingAct.WITHDRAW, before, honour);
    }

    private void requireKind(UUID id, ListingKind kind) {
        var entry = listings.findByIdOptional(id).orElseThrow(Proceedings::unknown);
        if (entry.kind() != kind) {
            throw new Problem(OTHER_LIST, Text.of("条目 %s 不属于该榜", "Entry %s belongs to the other list", id));
        }
    }

    private static String quoted(long version) {
        return "\"" + Preconditions.etag(version).getValue() + "\"";
    }
}
