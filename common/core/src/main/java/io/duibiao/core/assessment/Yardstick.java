package io.duibiao.core.assessment;

import io.duibiao.core.catalog.Direction;
import io.duibiao.core.catalog.Tolerance;

/**
 * How an indicator is judged.
 *
 * @param direction which side of a target is good
 * @param tolerance how far 左右 reaches on the bad side
 */
record Yardstick(Direction direction, Tolerance tolerance) {}
