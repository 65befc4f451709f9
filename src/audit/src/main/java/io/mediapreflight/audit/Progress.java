package io.mediapreflight.audit;

/**
 * How far an audit is.
 *
 * @param found how many assets were found so far
 * @param allFound whether that is all of them
 * @param judged how many were judged and handed on
 */
public record Progress(long found, boolean allFound, long judged) {}
