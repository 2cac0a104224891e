/** Numbers, units and bounds as they are written in reports. */
package io.duibiao.core.quantity;
