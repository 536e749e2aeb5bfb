package cn.quality.credit.listing;

import cn.quality.platform.id.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody, whoever it is, has against an honour that is announced (公示异议). It is answered before the honour is given. Who
 * raised it is not on file: the answer is asked for with the receipt.
 */
@Entity
class NoticeObjection {

    @Id
    private UUID id;

    private UUID listingId;

    /** Only ever looked for. */
    @Column(nullable = false)
    private String receiptHash;

    private boolean receiptUsed;

    private Instant raisedAt;
    private String content;

    @Enumerated(EnumType.STRING)
    private Objection.@Nullable Outcome outcome;

    private @Nullable String answer;
    private @Nullable Instant decidedAt;

    @SuppressWarnings("NullAway.Init")
    protected NoticeObjection() {}

    /** @param raised without what points to a person */
    NoticeObjection(NewNoticeObjection raised, NoticeReceipt receipt, Instant now) {
        this.id = Ids.next();
        this.listingId = raised.listingId();
        this.receiptHash = receipt.hash();
        this.raisedAt = now;
        this.content = raised.content();
    }

    /** A new receipt in place of an unused one, because the response with it was lost; none otherwise. */
    Optional<NoticeReceipt> reissue() {
        if (receiptUsed) {
            return Optional.empty();
        }
        var fresh = NoticeReceipt.fresh();
        receiptHash = fresh.hash();
        return Optional.of(fresh);
    }

    /** Somebody has the receipt and asks with it. */
    void useReceipt() {
        receiptUsed = true;
    }

    void answer(NoticeObjectionAnswer given, Instant now) {
        outcome = given.upheld() ? Objection.Outcome.UPHELD : Objection.Outcome.DISMISSED;
        answer = given.answer().strip();
        decidedAt = now;
    }

    boolean isOpen() {
        return outcome == null;
    }

    UUID id() {
        return id;
    }

    UUID listingId() {
        return listingId;
    }

    NoticeObjectionView view() {
        return new NoticeObjectionView(id, raisedAt, content, outcome, answer, decidedAt);
    }

    /** To whoever has just raised it: the receipt is shown this once. */
    FollowedNoticeObjection raised(Optional<NoticeReceipt> receipt) {
        return new FollowedNoticeObjection(
                receipt.map(NoticeReceipt::shown).orElse(null), listingId, raisedAt, null, null, null);
    }

    /** @param announced whether the honour still waits for its publication */
    FollowedNoticeObjection followed(boolean announced) {
        var settled = isOpen() && !announced ? Objection.Outcome.LAPSED : outcome;
        return new FollowedNoticeObjection(null, listingId, raisedAt, settled, answer, decidedAt);
    }
}
