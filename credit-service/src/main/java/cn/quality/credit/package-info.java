/**
 * Enterprise quality credit: who the enterprises of the city are, what is on file about them, and the red and black lists
 * with due process.
 *
 * <p>Packages are features. {@code identifier}, {@code tabular}, {@code query}, {@code sealing} and {@code intake} are the
 * ground; {@code rules} knows the law as data; {@code evidence} keeps files; {@code enterprise}, {@code archive} and {@code
 * listing} write; {@code sharing} waits for those who were told of an entry to stop using it; {@code complaint} takes what
 * anybody has to say, and puts on file what proves true. {@code lookup} reads for the public, {@code owner} for the
 * enterprise itself, {@code screening} for other systems, who are told by {@code matching} how alike two names are. A feature
 * calls the service of another, never its tables, except these three, which read across them and write nothing there.
 */
@NullMarked
package cn.quality.credit;

import org.jspecify.annotations.NullMarked;
