/** The catalogue of this service's open data, as DCAT-AP (JSON-LD): what other portals harvest. */
@NullMarked
package cn.quality.indicator.dataset;

import org.jspecify.annotations.NullMarked;
