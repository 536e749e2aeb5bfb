package cn.quality.standards.requirement;

import cn.quality.standards.quantity.Conditioned;
import java.util.List;

/**
 * An indicator as an enterprise promises it.
 *
 * @param field where it stands in the declaration
 * @param demands one, or one for each condition
 */
public record DeclaredValue(String field, String name, TestMethod method, List<Conditioned> demands) {}
