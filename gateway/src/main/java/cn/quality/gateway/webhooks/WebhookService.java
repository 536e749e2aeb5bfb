package cn.quality.gateway.webhooks;

import static cn.quality.gateway.webhooks.WebhookState.Move;

import cn.quality.platform.act.Act;
import cn.quality.platform.act.Act.VersionCheck;
import cn.quality.platform.act.ActExecutor;
import cn.quality.platform.act.ActResult;
import cn.quality.platform.act.ActSubject;
import cn.quality.platform.digest.Secrets;
import cn.quality.platform.http.Preconditions;
import cn.quality.platform.id.Ids;
import cn.quality.platform.identity.Caller;
import cn.quality.platform.paging.Cursor;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import cn.quality.platform.transition.TransitionTable;
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

    private static final ActSubject<Webhook> WEBHOOK =
            ActSubject.of("webhook", Webhook::id, Webhook::version, WebhookView::of);

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
    private final ActExecutor acts;
    private final Caller caller;
    private final Clock clock;

    WebhookService(
            WebhookRepository webhooks,
            EventSnapshotRepository snapshots,
            DeliveryRepository deliveries,
            AddressGuard guard,
            WebhookConfig config,
            ActExecutor acts,
            Caller caller,
            Clock clock) {
        this.webhooks = webhooks;
        this.snapshots = snapshots;
        this.deliveries = deliveries;
        this.guard = guard;
        this.config = config;
        this.acts = acts;
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
        return own(acts.perform(Act.making(WEBHOOK, "webhook.create", () -> ActResult.changed(made(asked)))
                        .once(key(key), asked))
                .id());
    }

    private Webhook made(NewWebhook asked) {
        if (webhooks.countForMore(caller.id()) >= config.perClient()) {
            throw new Problem(TOO_MANY, Text.of("每个客户端最多 %d 个订阅", "A client may have %d webhooks", config.perClient()));
        }
        var now = clock.instant();
        var webhook = new Webhook(
                Ids.next(),
                caller.id(),
                asked.url(),
                asked.types(),
                asked.regionsOrAll(),
                asked.contact(),
                WebhookState.first(),
                "",
                WebhookSignature.newSecret(),
                Optional.empty(),
                Optional.empty(),
                Secrets.fresh(),
                now,
                now,
                1);
        webhooks.insert(webhook);
        return webhook;
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
                    TransitionTable.ILLEGAL_TRANSITION,
                    new Text("接收方尚未同意", "The receiver has not agreed, or no longer agrees"));
        }
        return webhook;
    }

    @Transactional
    public Webhook describe(UUID id, @Nullable String ifMatch, NewWebhook as) {
        return perform(change("webhook.describe", id, webhook -> webhook.described(as))
                .upon(Preconditions.ifMatch(ifMatch), VersionCheck.REQUIRED_FIRST));
    }

    @Transactional
    public Webhook change(UUID id, @Nullable String ifMatch, WebhookChange change) {
        return perform(change("webhook.change", id, webhook -> {
                    var described = webhook.described(change.appliedTo(webhook));
                    return change.state() == null ? described : wished(described, change.state());
                })
                .upon(Preconditions.ifMatch(ifMatch), VersionCheck.REQUIRED_FIRST));
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
        var until = clock.instant().plus(config.overlap());
        return perform(change("webhook.rotate", id, webhook -> webhook.rotated(WebhookSignature.newSecret(), until))
                .once(key(key), id));
    }

    @Transactional
    public void delete(UUID id, @Nullable String ifMatch) {
        acts.perform(Act.on(WEBHOOK, "webhook.delete", () -> locked(id), webhook -> {
                    webhooks.delete(id);
                    return ActResult.removed(webhook);
                })
                .upon(Preconditions.ifMatch(ifMatch), VersionCheck.REQUIRED_FIRST));
    }

    @Transactional
    public ReplayView replay(UUID id, NewReplay from) {
        var webhook = locked(id);
        return new ReplayView(deliveries.queueAgain(webhook.id(), from, clock.instant()));
    }

    /** The receiver agrees, now or by the address it was given in the handshake. */
    @Transactional
    public void agree(UUID id, Optional<Integer> rate) {
        byReceiver(
                "webhook.agree",
                id,
                Move.AGREE,
                webhook -> webhook.allowed(rate).moved(Move.AGREE, ""));
    }

    /** The receiver agrees by showing the key it was given. */
    @Transactional
    public void agreeBy(UUID id, String key, Optional<Integer> rate) {
        if (webhooks.find(id)
                .filter(webhook -> Secrets.same(webhook.permissionKey(), key))
                .isEmpty()) {
            throw nothing(id);
        }
        agree(id, rate);
    }

    /** The receiver wants no events: {@code REFUSE} to the handshake, {@code LEAVE} to a delivery. */
    @Transactional
    public void end(UUID id, Move move, String reason) {
        byReceiver("webhook.fail", id, move, webhook -> webhook.moved(move, reason));
    }

    /** A receiver may do something twice, or too late for a webhook that is gone: both are ignored. */
    private void byReceiver(String act, UUID id, Move move, UnaryOperator<Webhook> how) {
        webhooks.lock(id)
                .filter(webhook -> webhook.state().possible(move).isPresent())
                .ifPresent(webhook ->
                        acts.perform(Act.on(WEBHOOK, act, () -> webhook, found -> changed(how.apply(found)))));
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

    private Act<Webhook> change(String act, UUID id, UnaryOperator<Webhook> how) {
        return Act.on(WEBHOOK, act, () -> locked(id), webhook -> changed(how.apply(webhook)));
    }

    private ActResult<Webhook> changed(Webhook webhook) {
        var stored = webhooks.update(webhook, clock.instant());
        return ActResult.changed(stored).because(stored.reason());
    }

    private Webhook perform(Act<Webhook> act) {
        return own(acts.perform(act).id());
    }

    private Webhook locked(UUID id) {
        return webhooks.lock(id).filter(this::isOwn).orElseThrow(() -> nothing(id));
    }

    private static Preconditions key(Optional<String> key) {
        return new Preconditions(null, key.orElse(null));
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
