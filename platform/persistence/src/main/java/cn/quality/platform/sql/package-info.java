/**
 * Plain JDBC for the tables of this library: inside a transaction it joins the connection Hibernate uses, so that a use
 * case, its event and its log line are committed together.
 */
@NullMarked
package cn.quality.platform.sql;

import org.jspecify.annotations.NullMarked;
