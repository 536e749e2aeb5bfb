package cn.quality.standards.declaration;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The life of a declaration as a table: every edge with the act that takes it and the event it sends. */
enum DeclarationTransition {
    DECLARE(null, DeclarationState.PUBLIC, DeclarationEvent.Made.class),
    // 企业标准化促进办法 art. 15: de-registration abolishes.
    ABOLISH(DeclarationState.PUBLIC, DeclarationState.ABOLISHED, DeclarationEvent.Changed.class);

    static final ProblemType ILLEGAL =
            new ProblemType(409, "illegal-transition", Text.of("当前状态不允许该操作", "Not possible in this state"));

    private final @Nullable DeclarationState from;
    private final DeclarationState to;
    private final Class<? extends DeclarationEvent> event;

    DeclarationTransition(
            @Nullable DeclarationState from, DeclarationState to, Class<? extends DeclarationEvent> event) {
        this.from = from;
        this.to = to;
        this.event = event;
    }

    /**
     * Where this act leads from a state, null being "not yet made".
     *
     * @throws Problem 409 {@code illegal-transition}
     */
    DeclarationState takenFrom(@Nullable DeclarationState state) {
        if (state != from) {
            throw new Problem(
                    ILLEGAL,
                    Text.of("状态 %s 不允许 %s", "%2$s is not possible in state %1$s", String.valueOf(state), this));
        }
        return to;
    }

    /** The table as a Mermaid state diagram, for the documentation. */
    static String mermaid() {
        return Arrays.stream(values())
                .map(edge -> "    %s --> %s: %s / %s"
                        .formatted(edge.from == null ? "[*]" : edge.from, edge.to, edge, edge.event.getSimpleName()))
                .collect(Collectors.joining("\n", "stateDiagram-v2\n", "\n"));
    }
}
