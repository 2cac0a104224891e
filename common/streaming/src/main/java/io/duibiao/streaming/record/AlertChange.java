package io.duibiao.streaming.record;

import io.duibiao.core.assessment.Alert;

/**
 * What the topic {@code alerts} is told of one alert.
 *
 * @param id the id of the alert
 * @param alert the alert as it is now, or null when it is taken back: what raised it turned out
 *     never to have been so
 */
public record AlertChange(String id, Alert alert) {}
