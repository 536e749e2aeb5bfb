package cn.quality.standards.declaration;

import cn.quality.platform.problem.Text;
import cn.quality.platform.transition.Transition;
import cn.quality.platform.transition.TransitionTable;
import java.util.List;

/** The life of a declaration as a table. No act has a policy or a deadline of its own. */
final class DeclarationTransitions {

    static final TransitionTable<DeclarationState, DeclarationAct, Void, Void, Class<?>> TABLE = new TransitionTable<>(
            new Text("声明", "The declaration"),
            List.of(
                    Transition.opening(DeclarationAct.DECLARE, DeclarationState.PUBLIC, DeclarationEvent.Made.class),
                    Transition.of(
                            DeclarationState.PUBLIC,
                            DeclarationAct.CHANGE,
                            DeclarationState.PUBLIC,
                            DeclarationEvent.Changed.class),
                    Transition.of(
                            DeclarationState.PUBLIC,
                            DeclarationAct.WITHDRAW,
                            DeclarationState.WITHDRAWN,
                            DeclarationEvent.Changed.class),
                    Transition.of(
                            DeclarationState.PUBLIC,
                            DeclarationAct.ABOLISH,
                            DeclarationState.ABOLISHED,
                            DeclarationEvent.Changed.class)));

    private DeclarationTransitions() {}

    /** What the enterprise itself may do in a state. */
    static List<DeclarationAct> open(DeclarationState state) {
        return TABLE.possible(state).stream().filter(act -> !act.isOfficial()).toList();
    }

    /** The picture for the documentation. */
    static String mermaid() {
        return TABLE.mermaid(row -> row.act() + " / " + row.event().getSimpleName(), List.of());
    }
}
