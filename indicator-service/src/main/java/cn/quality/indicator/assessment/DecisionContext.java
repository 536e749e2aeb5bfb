package cn.quality.indicator.assessment;

import cn.quality.indicator.scheme.Scheme;
import cn.quality.platform.identity.Actor;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * What a policy may look at besides the cycle.
 *
 * @param actor who acts
 * @param today in Asia/Shanghai
 * @param scheme the one the cycle began under
 * @param area the area the act is about; none for an act on the whole cycle
 * @param selfEvaluators who entered that area's self-evaluation
 * @param correctors who entered what the correction under way changes
 */
record DecisionContext(
        Actor actor,
        LocalDate today,
        Scheme scheme,
        Optional<String> area,
        Set<String> selfEvaluators,
        Set<String> correctors) {}
