package cn.quality.gateway.webhooks;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How far a webhook has come. */
enum WebhookState {
    /** The receiver has not agreed yet; events are queued. */
    PENDING,
    /** Events are delivered. */
    ACTIVE,
    /** The client wants none for now; events are queued. */
    PAUSED,
    /** Refused or gone; nothing is queued. */
    FAILED;

    /** What can happen to a webhook. */
    enum Move {
        AGREE,
        REFUSE,
        PAUSE,
        RESUME,
        LEAVE,
        MOVE
    }

    private record Row(WebhookState from, Move move, WebhookState to) {}

    private static final List<Row> TABLE = List.of(
            new Row(PENDING, Move.AGREE, ACTIVE),
            new Row(PENDING, Move.REFUSE, FAILED),
            new Row(PENDING, Move.MOVE, PENDING),
            new Row(ACTIVE, Move.PAUSE, PAUSED),
            new Row(ACTIVE, Move.LEAVE, FAILED),
            new Row(ACTIVE, Move.MOVE, PENDING),
            new Row(PAUSED, Move.RESUME, ACTIVE),
            new Row(PAUSED, Move.MOVE, PENDING),
            new Row(FAILED, Move.RESUME, PENDING),
            new Row(FAILED, Move.MOVE, PENDING));

    static final ProblemType ILLEGAL =
            new ProblemType(409, "illegal-transition", new Text("当前状态不允许此操作", "Not possible in this state"));

    private static final Map<WebhookState, Map<Move, WebhookState>> BY_STATE = TABLE.stream()
            .collect(Collectors.groupingBy(
                    Row::from,
                    () -> new EnumMap<>(WebhookState.class),
                    Collectors.toMap(Row::move, Row::to, (a, b) -> a, () -> new EnumMap<>(Move.class))));

    /** @throws Problem 409 {@code illegal-transition} */
    WebhookState after(Move move) {
        return possible(move)
                .orElseThrow(() -> new Problem(
                        ILLEGAL, Text.of("%s 状态下不能 %s", "A webhook that is %s cannot %s", name(), move.name())));
    }

    Optional<WebhookState> possible(Move move) {
        return Optional.ofNullable(BY_STATE.getOrDefault(this, Map.of()).get(move));
    }

    /** The table as a picture. */
    static String mermaid() {
        return TABLE.stream()
                .map(row -> "    %s --> %s: %s%n".formatted(row.from(), row.to(), row.move()))
                .collect(Collectors.joining("", "stateDiagram-v2\n    [*] --> PENDING\n", ""));
    }
}
