/**
 * Whether two Chinese company names mean the same enterprise, and why.
 *
 * <p>A legal name is region + brand (字号) + industry + legal form. {@link cn.quality.credit.matching.LegalName} takes a name
 * apart with the words of a {@link cn.quality.credit.matching.Vocabulary};
 * {@link cn.quality.credit.matching.NameMatcher} compares two {@link cn.quality.credit.matching.ComparedEnterprise parties} and answers
 * with a {@link cn.quality.credit.matching.Similarity}: a score and the reasons it is the sum of, so that nobody has to
 * believe a number.
 *
 * <p>Everything here is a pure function: no database, no clock, and decimal figures that are the same on every machine.
 */
@NullMarked
package cn.quality.credit.matching;

import org.jspecify.annotations.NullMarked;
