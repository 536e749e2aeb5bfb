/**
 * What everybody may ask: who is this enterprise, and what is on public record about it.
 *
 * <p>The port {@link cn.quality.credit.lookup.EnterpriseLookup} reads and nothing else, in single statements, so that a
 * replica or a search engine can stand behind it. It promises what it leaves out: personal data, the address of a sole
 * trader, records not meant for the public, and anything withdrawn or expired. A hit by name alone is a possibility and
 * says nothing about lists: two enterprises may share a name, so confirm with the code. Where few names have the text, or
 * none, those that are like it follow, marked as such: no hits for a listed enterprise would read as clean. A name given up still finds its
 * enterprise, and the hit says which name that was.
 *
 * <p>Answers carry the version of the published list and {@code asOf}, the moment of the last change that could be seen in
 * them. They have been true ever since, and as long as nothing changes the same question has the same bytes and ETag.
 */
@NullMarked
package cn.quality.credit.lookup;

import org.jspecify.annotations.NullMarked;
