package cn.quality.gateway.webhooks;

import static cn.quality.gateway.webhooks.WebhookState.Move;

import cn.quality.platform.decision.Decision;
import cn.quality.platform.decision.DecisionLog;
import cn.quality.platform.digest.Secrets;
import cn.quality.platform.http.Preconditions;
import cn.quality.platform.id.Ids;
import cn.quality.platform.idempotency.Idempotency;
import cn.quality.platform.identity.Caller;
import cn.quality.platform.paging.Cursor;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What clients do with their webhooks, and what receivers do to them. */
@ApplicationScoped
class WebhookService {

    static final String CLIENT = "screening-client";
    static final String AUDITOR = "auditor";
    static final String ADMINISTRATOR = "administrator";

    private static final ProblemType TOO_MANY =
            new ProblemType(422, "too-many-webhooks", new Text("订阅数已达上限", "Too many webhooks"));
    private static final ProblemType BAD_RECEIVER =
            new ProblemType(422, "forbidden-address", new Text("接收地址不可用", "The receiver's address cannot be used"));
    private static final ProblemType UNKNOWN_TYPE =
            new ProblemType(422, "unknown-event-type", new Text("没有这样的事件类型", "There is no such event type"));

    private final WebhookRepository webhooks;
    private final EventSnapshotRepository snapshots;
    private final DeliveryRepository deliveries;
    private final AddressGuard guard;
    private final WebhookConfig config;
    private final DecisionLog log;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Clock clock;

    WebhookService(
            WebhookRepository webhooks,
            EventSnapshotRepository snapshots,
            DeliveryRepository deliveries,
            AddressGuard guard,
            WebhookConfig config,
            DecisionLog log,
            Idempotency idempotency,
            Caller caller,
            Clock clock) {
        this.webhooks = webhooks;
        this.snapshots = snapshots;
        this.deliveries = deliveries;
        this.guard = guard;
        this.config = config;
        this.log = log;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    /** Refuses what no webhook can be; blocks for the name of the receiver, so it comes before any transaction. */
    void check(NewWebhook asked) {
        for (int i = 0; i < asked.types().size(); i++) {
            if (!EventCatalogue.knows(asked.types().get(i))) {
                throw new Problem(
                                UNKNOWN_TYPE,
                                Text.of(
                                        "没有事件类型 %s",
                                        "There is no event type %s",
                                        asked.types().get(i)))
                        .with("types[%d]".formatted(i), UNKNOWN_TYPE.code(), UNKNOWN_TYPE.title());
            }
        }
        try {
            guard.admit(asked.url());
        } catch (AddressGuard.Forbidden e) {
            throw new Problem(BAD_RECEIVER, e.reason()).with("url", BAD_RECEIVER.code(), e.reason());
        }
    }

    @Transactional
    public Webhook create(NewWebhook asked, Optional<String> key) {
        var id = idempotency.once("webhook.create", key, asked, () -> {
            if (webhooks.countForMore(caller.id()) >= config.perClient()) {
                throw new Problem(
                        TOO_MANY, Text.of("每个客户端最多 %d 个订阅", "A client may have %d webhooks", config.perClient()));
            }
            var now = clock.instant();
            var webhook = new Webhook(
                    Ids.next(),
                    caller.id(),
                    asked.url(),
                    asked.types(),
                    asked.regionsOrAll(),
                    asked.contact(),
                    WebhookState.PENDING,
                    "",
                    WebhookSignature.newSecret(),
                    Optional.empty(),
                    Optional.empty(),
                    Secrets.fresh(),
                    now,
                    now,
                    1);
            webhooks.insert(webhook);
            note("webhook.create", null, webhook);
            return webhook.id();
        });
        return own(id);
    }

    Page<Webhook> list(PageRequest page) {
        var client = seesAll() ? Optional.<String>empty() : Optional.of(caller.id());
        return Page.of(webhooks.list(client, page), page, webhook -> Cursor.of(webhook.id()));
    }

    /** For its client, and for callers who may see all. */
    Webhook visible(UUID id) {
        return webhooks.find(id).filter(webhook -> seesAll() || isOwn(webhook)).orElseThrow(() -> nothing(id));
    }

    Webhook own(UUID id) {
        return webhooks.find(id).filter(this::isOwn).orElseThrow(() -> nothing(id));
    }

    /** Nothing at all is sent to a receiver that has not agreed. */
    Webhook agreed(UUID id) {
        var webhook = own(id);
        if (webhook.state() != WebhookState.ACTIVE && webhook.state() != WebhookState.PAUSED) {
            throw new Problem(
                    WebhookState.ILLEGAL, new Text("接收方尚未同意", "The receiver has not agreed, or no longer agrees"));
        }
        return webhook;
    }

    @Transactional
    public Webhook describe(UUID id, @Nullable String ifMatch, NewWebhook as) {
        return change("webhook.describe", id, ifMatch, webhook -> webhook.described(as));
    }

    @Transactional
    public Webhook change(UUID id, @Nullable String ifMatch, WebhookChange change) {
        return change("webhook.change", id, ifMatch, webhook -> {
            var described = webhook.described(change.appliedTo(webhook));
            return change.state() == null ? described : wished(described, change.state());
        });
    }

    private static Webhook wished(Webhook webhook, WebhookChange.Wish wish) {
        return switch (wish) {
            case PAUSED -> webhook.state() == WebhookState.PAUSED ? webhook : webhook.moved(Move.PAUSE, "");
            case ACTIVE ->
                webhook.state()
                        .possible(Move.RESUME)
                        .map(to -> webhook.moved(Move.RESUME, ""))
                        .orElse(webhook);
        };
    }

    /** The former secret goes on signing for a while, so that the receiver can change over. */
    @Transactional
    public Webhook rotate(UUID id, Optional<String> key) {
        idempotency.once("webhook.rotate", key, id, () -> {
            var until = clock.instant().plus(config.overlap());
            change("webhook.rotate", id, webhook -> webhook.rotated(WebhookSignature.newSecret(), until));
            return id;
        });
        return own(id);
    }

    @Transactional
    public void delete(UUID id, @Nullable String ifMatch) {
        var webhook = locked(id);
        Preconditions.ifMatch(ifMatch).requireVersion(webhook.version());
        webhooks.delete(id);
        note("webhook.delete", webhook, null);
    }

    @Transactional
    public ReplayView replay(UUID id, NewReplay from) {
        var webhook = locked(id);
        return new ReplayView(deliveries.queueAgain(webhook.id(), from, clock.instant()));
    }

    /** The receiver agrees, now or by the address it was given in the handshake. */
    @Transactional
    public void agree(UUID id, Optional<Integer> rate) {
        webhooks.lock(id)
                .filter(webhook -> webhook.state() == WebhookState.PENDING)
                .ifPresent(webhook -> {
                    var agreed = webhook.allowed(rate).moved(Move.AGREE, "");
                    note("webhook.agree", webhook, webhooks.update(agreed, clock.instant()));
                });
    }

    /** The receiver agrees by showing the key it was given. */
    @Transactional
    public void agreeBy(UUID id, String key, Optional<Integer> rate) {
        if (webhooks.find(id).filter(webhook -> isKeyOf(webhook, key)).isEmpty()) {
            throw nothing(id);
        }
        agree(id, rate);
    }

    private static boolean isKeyOf(Webhook webhook, String key) {
        return Secrets.same(webhook.permissionKey(), key);
    }

    /** The receiver wants none of it: {@code REFUSE} to the handshake, {@code LEAVE} to a delivery. */
    @Transactional
    public void end(UUID id, Move move, String reason) {
        webhooks.lock(id)
                .filter(webhook -> webhook.state().possible(move).isPresent())
                .ifPresent(webhook ->
                        note("webhook.fail", webhook, webhooks.update(webhook.moved(move, reason), clock.instant())));
    }

    @Transactional
    public void sweep() {
        var now = clock.instant();
        deliveries.giveUp(now.minus(config.patience()), now);
        var forgotten = now.minus(config.retention());
        deliveries.forget(forgotten);
        snapshots.forget(forgotten);
        snapshots.forgetReceipts(forgotten);
    }

    private Webhook change(String act, UUID id, @Nullable String ifMatch, UnaryOperator<Webhook> how) {
        return change(act, id, webhook -> {
            Preconditions.ifMatch(ifMatch).requireVersion(webhook.version());
            return how.apply(webhook);
        });
    }

    private Webhook change(String act, UUID id, UnaryOperator<Webhook> how) {
        var before = locked(id);
        var after = webhooks.update(how.apply(before), clock.instant());
        note(act, before, after);
        return after;
    }

    private Webhook locked(UUID id) {
        return webhooks.lock(id).filter(this::isOwn).orElseThrow(() -> nothing(id));
    }

    private void note(String act, @Nullable Webhook before, @Nullable Webhook after) {
        var id = before != null ? before.id() : after != null ? after.id() : new UUID(0, 0);
        log.append(new Decision(
                act,
                "webhook",
                id.toString(),
                after == null ? "" : after.reason(),
                "",
                before == null ? null : WebhookView.of(before),
                after == null ? null : WebhookView.of(after)));
    }

    private boolean isOwn(Webhook webhook) {
        return webhook.client().equals(caller.id());
    }

    private boolean seesAll() {
        return caller.has(AUDITOR) || caller.has(ADMINISTRATOR);
    }

    private static Problem nothing(UUID id) {
        return new Problem(ProblemTypes.NOT_FOUND, Text.of("没有订阅 %s", "There is no webhook %s", id));
    }
}
