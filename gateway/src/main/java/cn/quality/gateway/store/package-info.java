/**
 * The gateway's own database. What is stored in it (subscriptions, deliveries) is nobody's precondition: routes, portal and
 * health answer while it is away, and {@link cn.quality.gateway.store.Migration} brings it to its shape whenever it comes.
 */
@NullMarked
package cn.quality.gateway.store;

import org.jspecify.annotations.NullMarked;
