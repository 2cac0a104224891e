/** Measurements that anyone can repeat. */
package io.duibiao.local.bench;
