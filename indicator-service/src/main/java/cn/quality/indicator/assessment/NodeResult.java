package cn.quality.indicator.assessment;

import cn.quality.indicator.scheme.Fraction;
import java.util.Optional;

/**
 * A partial result.
 *
 * @param weight points it could bring once the weight of what does not apply is redistributed; none for a veto or bonus
 * @param share of the weight that is earned; of an indicator that is scored
 * @param points weight × share, or those of the bonus, or the sum of a group
 */
record NodeResult(
        String node, NodeState state, Optional<Fraction> weight, Optional<Fraction> share, Optional<Fraction> points) {}
