/**
 * The catalogue: the quantitative statements of the plans, one indicator each.
 *
 * <p>An indicator carries the baseline and the target as the plan wrote them: a figure may be missing, qualified
 * (≥ 98, &gt; 45 000) or a level of an ordered scale that has no number. It names the plans that make the statement and
 * quotes each of them; a quotation is found in its plan's text letter by letter, so nobody can read into a plan what it does
 * not say. One sentence may speak of several indicators (均达到100%) and one indicator may be spoken of in several places.
 *
 * <p>Two plans that state the same thing with another baseline or in another scope (口径) are two indicators, shown side by
 * side and never merged; one indicator with two plans means that both say the same, each in its own words. What is odd about
 * a statement (a unit slip of the plan, a definition that changes between baseline and target) stands in its note.
 *
 * <p>What an indicator counts is its definition (口径): numbered, in force from a day on, and never changed into another
 * one. A figure is counted under one definition; another definition breaks the series, and says why.
 */
@NullMarked
package cn.quality.indicator.catalogue;

import org.jspecify.annotations.NullMarked;
