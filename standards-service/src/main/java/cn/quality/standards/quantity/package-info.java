/**
 * Values with their units, as standards demand and enterprises promise them, and whether one promise holds the other: pure
 * Java, without storage.
 *
 * <p>Units are computed by indriya with the units of UCUM, behind a list of spellings of our own ({@code
 * quantity/units.tsv}): UCUM knows neither 微克 nor {@code g/100 g}, and reads {@code yd} as a yocto-day. Conversions carry
 * more digits than they have right (3.6 MJ = 1.000…008 kW·h), so values are compared after rounding to 15 significant
 * digits.
 *
 * <p>Invariants: what is compared has been read from the list; different kinds of quantity are never compared, nor are the
 * figures of a logarithmic scale. A comparison that cannot be made says so, and never counts as passed.
 */
@NullMarked
package cn.quality.standards.quantity;

import org.jspecify.annotations.NullMarked;
