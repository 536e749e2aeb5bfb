/**
 * What the city's plans promised, and where it stands.
 *
 * <p>Features: {@code plan} (the plans' own words), {@code catalogue} (the indicators read out of them, each with its
 * quotation and its definitions), {@code targets} (what each plan promised about them, and who answers for which part),
 * {@code conflict} (what the plans disagree about), {@code formula} (indicators computed from others), {@code area} (what a
 * figure can be reported for), {@code observation} (the figures, as they were known and as they were public at any moment),
 * {@code round} (in which units report figures, and how those are judged and published), {@code progress} (how far the
 * targets have come), {@code warning} (what is off the way they promised), {@code official} (what state machines of
 * officials have in common), {@code live} (figures counted from the events of the other services), {@code scheme} (by which
 * rules a city assesses its counties), {@code assessment} (the cycles in which it does, and their published results), {@code
 * revision} (every version of reference data that was ever in force). A feature calls another feature's service, never its
 * repository; this package holds only what all of them name: the code of an indicator, the roles, and what counts as text,
 * in one language or both.
 */
@NullMarked
package cn.quality.indicator;

import org.jspecify.annotations.NullMarked;
