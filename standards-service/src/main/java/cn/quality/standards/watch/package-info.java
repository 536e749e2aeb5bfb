/**
 * Watch lists: anybody who is signed in keeps lists of standards, dated or not, and is told when something about one of them
 * changes, by an act or by time alone.
 *
 * <p>What the catalogue says of a number is its {@link cn.quality.standards.watch.Picture}. A job compares it with the one that
 * was told last, of what the catalogue has changed and once a day of everything; a difference is a notice and an event, stored
 * with the new picture in one transaction. So a change is told once, however often the job is stopped.
 *
 * <p>Invariant: who watches what is nobody else's business. A list is found by its owner alone, and the topic of the events is
 * private: the gateway delivers them to webhooks of their recipient, and to no stream and no feed.
 */
@NullMarked
package cn.quality.standards.watch;

import org.jspecify.annotations.NullMarked;
