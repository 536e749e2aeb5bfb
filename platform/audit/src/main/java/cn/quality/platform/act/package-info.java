/**
 * The course of an act, written once: how an act on an entry, a complaint, a declaration becomes a change, an
 * event and a line of the decision log, in one transaction or not at all.
 *
 * <ul>
 *   <li>{@link cn.quality.platform.act.ActExecutor}: runs it, step by step.
 *   <li>{@link cn.quality.platform.act.Act}: one act to be run: its name, key and version, how its subject is loaded and
 *       locked, and the verb that decides.
 *   <li>{@link cn.quality.platform.act.ActSubject}: what the executor has to know about a kind of subject.
 *   <li>{@link cn.quality.platform.act.ActResult}: what a verb has changed, and what is published and logged of it.
 * </ul>
 */
@NullMarked
package cn.quality.platform.act;

import org.jspecify.annotations.NullMarked;
