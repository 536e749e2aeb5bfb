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
                            DeclarationAct.ABOLISH,
                            DeclarationState.ABOLISHED,
                            DeclarationEvent.Changed.class)));

    private DeclarationTransitions() {}

    /** The picture for the documentation. */
    static String mermaid() {
        return TABLE.mermaid(row -> row.act() + " / " + row.event().getSimpleName(), List.of());
    }
}
