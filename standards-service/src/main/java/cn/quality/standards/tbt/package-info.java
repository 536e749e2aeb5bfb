/**
 * Notices of technical barriers to trade (TBT 通报): what other markets are about to demand, for those who export there. An
 * administrator imports them; everybody reads them; who has a login subscribes by class and market, and is told by event.
 *
 * <p>Invariant: a notice is known by its WTO symbol, so an import that comes again changes nothing.
 */
@NullMarked
package cn.quality.standards.tbt;

import org.jspecify.annotations.NullMarked;
