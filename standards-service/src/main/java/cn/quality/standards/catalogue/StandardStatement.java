package cn.quality.standards.catalogue;

import cn.quality.standards.number.StandardNumber;
import java.util.Set;

/** Everything an administrator states of one standard, checked. */
record StandardStatement(StandardNumber number, StandardFacts facts, Set<Relation> relations) {}
