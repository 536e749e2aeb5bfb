/**
 * Checks for shops and buyers: is the number on a product valid today, and has this seller declared it for this product? And the
 * QR code of a declared product, by which anybody with a telephone asks the same.
 *
 * <p>Invariants: the address in a code is plain ASCII (GS1 Digital Link), so that every decoder reads it alike; the codes of one
 * declaration lead to one host; a check never says more than that a declaration exists, least of all that a product is good.
 */
@NullMarked
package cn.quality.standards.check;

import org.jspecify.annotations.NullMarked;
