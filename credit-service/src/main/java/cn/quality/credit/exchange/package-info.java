/**
 * Tables in which departments already exchange records, such as that of administrative penalties for 双公示: taken in and
 * given out by templates that are data.
 *
 * <p>A {@link cn.quality.credit.rules.ExchangeTemplate} says which column is which field; {@link
 * cn.quality.credit.exchange.ExchangeTable} reads and writes rows by it. What comes in takes the way of any other batch of
 * records, with the same rules and answers.
 *
 * <p>Invariants: a template names no field the kind of record does not have; what a table of records is written as is read
 * back as the same records; a column that is not stored says why.
 */
@NullMarked
package cn.quality.credit.exchange;

import org.jspecify.annotations.NullMarked;
