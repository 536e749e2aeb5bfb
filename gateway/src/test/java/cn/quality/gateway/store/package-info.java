/** The gateway with its database and without. */
@NullMarked
package cn.quality.gateway.store;

import org.jspecify.annotations.NullMarked;
