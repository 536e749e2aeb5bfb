/**
 * The gateway's own database. What is stored in it (subscriptions, deliveries) is a precondition of nothing else: routes, portal and
 * health answer while it is away, and {@link cn.quality.gateway.store.Migration} brings it to its shape whenever it comes.
 */
@NullMarked
package cn.quality.gateway.store;

import org.jspecify.annotations.NullMarked;
