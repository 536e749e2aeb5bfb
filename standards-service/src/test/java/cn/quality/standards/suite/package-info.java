/** What the tests of the running service share: callers, bodies, events of the credit service, a look at the tables. */
@NullMarked
package cn.quality.standards.suite;

import org.jspecify.annotations.NullMarked;
