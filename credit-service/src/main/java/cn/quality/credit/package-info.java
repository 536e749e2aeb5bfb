/**
 * Enterprise quality credit: who the enterprises of the city are, what is on file about them, and the red and black lists
 * with due process.
 *
 * <p>Packages are features. {@code identifier} and {@code intake} are the ground; {@code rules} knows the law as data;
 * {@code enterprise}, {@code archive} and {@code listing} write; {@code lookup} reads for the public. A feature calls the
 * service of another, never its tables, except {@code lookup}, which reads across them and writes nothing.
 */
@NullMarked
package cn.quality.credit;

import org.jspecify.annotations.NullMarked;
