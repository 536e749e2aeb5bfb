/**
 * 查新: is what somebody cites still in force? A list of numbers, as a table or as pasted text, becomes a job with a receipt: the
 * state of each number on the day it was asked, what replaces it, and a certificate.
 *
 * <p>A list is read whole, cut into chunks and stored; workers take one chunk after the other, each in one transaction that
 * holds the chunk, so that a worker that dies leaves nothing behind. The answer is of the day on which it was asked, whenever
 * the work is done.
 *
 * <p>Anybody may ask; the address of the receipt is not to be guessed. A certificate is verified by its number, for ever: that
 * tells what was found and the digests of list, result and certificate, but not the list.
 */
@NullMarked
package cn.quality.standards.currency;

import org.jspecify.annotations.NullMarked;
