/**
 * What a figure can be reported for: the city, its counties, its function zones. Function zones have no code of GB/T 2260
 * of their own, so a code here is the region's where there is one and a derived one where there is none. The tree has two
 * levels: everything that is not the city lies in it.
 */
@NullMarked
package cn.quality.indicator.area;

import org.jspecify.annotations.NullMarked;
