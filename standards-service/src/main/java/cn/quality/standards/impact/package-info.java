/**
 * Impact: who depends on a standard, and who is told when it ends.
 *
 * <p>A declaration follows the standards it executes; a standard depends on those it cites. Whoever asks for a standard is
 * shown who follows or cites it, or an older edition it replaces, along all statements to their ends, each once.
 *
 * <p>When a standard is replaced or abolished, those who follow it are told by a job after the transaction that said so, and
 * not before the day it ends: in a transition both editions are valid. Each public declaration that still follows it gets an
 * {@link cn.quality.standards.impact.UpdateNotice}, which ends when the declaration is updated or ends, or the standard turns
 * out to be in force. Replaced in part is a hint and nothing is overdue; a new number for the same edition (GB to GB/T) is
 * nothing at all; an undated reference means the edition in force and is never outdated.
 *
 * <p>A notice concerns a named enterprise, so it is shown to that enterprise and to officials, never to the public.
 *
 * <p>{@link cn.quality.standards.impact.PostgresDependantLookup} and the repositories read the tables of catalogue, declaration
 * and declarant: a walk along a graph is one statement or it is slow. They write no table but their own.
 *
 * <p>Invariants: one unfinished job per standard; one open notice per declaration, standard and effect; what was noted is
 * never deleted.
 */
@NullMarked
package cn.quality.standards.impact;

import org.jspecify.annotations.NullMarked;
