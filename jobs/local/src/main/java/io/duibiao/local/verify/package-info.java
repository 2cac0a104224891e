/**
 * Whether the pipeline ends where the batch run ends, whatever goes wrong on the way: random
 * documents in random order, injected faults, and a comparison of everything that is left.
 */
package io.duibiao.local.verify;
