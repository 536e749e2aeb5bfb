package cn.quality.gateway.webhooks;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.Text;
import cn.quality.platform.transition.Labelled;
import cn.quality.platform.transition.Transition;
import cn.quality.platform.transition.TransitionTable;
import java.util.List;
import java.util.Optional;

/** How far a webhook has come. */
enum WebhookState implements Labelled {
    /** The receiver has not agreed yet; events are queued. */
    PENDING("待接收方同意"),
    /** Events are delivered. */
    ACTIVE("投递中"),
    /** The client wants none for now; events are queued. */
    PAUSED("已暂停"),
    /** Refused or gone; nothing is queued. */
    FAILED("已失效");

    /** What can happen to a webhook. */
    enum Move implements Labelled {
        CREATE("订阅"),
        AGREE("由接收方同意"),
        REFUSE("由接收方拒绝"),
        PAUSE("暂停"),
        RESUME("恢复"),
        LEAVE("由接收方退出"),
        MOVE("更换接收地址");

        private final String zh;

        Move(String zh) {
            this.zh = zh;
        }

        @Override
        public String zh() {
            return zh;
        }
    }

    private static final TransitionTable<WebhookState, Move, Void, Void, Optional<Void>> TABLE = new TransitionTable<>(
            new Text("订阅", "The webhook"),
            List.of(
                    Transition.opening(Move.CREATE, PENDING, Optional.empty()),
                    row(PENDING, Move.AGREE, ACTIVE),
                    row(PENDING, Move.REFUSE, FAILED),
                    row(PENDING, Move.MOVE, PENDING),
                    row(ACTIVE, Move.PAUSE, PAUSED),
                    row(ACTIVE, Move.LEAVE, FAILED),
                    row(ACTIVE, Move.MOVE, PENDING),
                    row(PAUSED, Move.RESUME, ACTIVE),
                    row(PAUSED, Move.MOVE, PENDING),
                    row(FAILED, Move.RESUME, PENDING),
                    row(FAILED, Move.MOVE, PENDING)));

    private final String zh;

    WebhookState(String zh) {
        this.zh = zh;
    }

    @Override
    public String zh() {
        return zh;
    }

    /** The state of a new webhook. */
    static WebhookState first() {
        return TABLE.opening().to();
    }

    /** @throws Problem 409 {@code illegal-transition} */
    WebhookState after(Move move) {
        return TABLE.of(this, move).to();
    }

    Optional<WebhookState> possible(Move move) {
        return TABLE.find(this, move).map(Transition::to);
    }

    /** The table as a picture. */
    static String mermaid() {
        return TABLE.mermaid(List.of());
    }

    /** Without an event: other services learn nothing of webhooks. */
    private static Transition<WebhookState, Move, Void, Void, Optional<Void>> row(
            WebhookState from, Move move, WebhookState to) {
        return Transition.of(from, move, to, Optional.empty());
    }
}
