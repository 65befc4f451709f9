package io.mediapreflight.audit;

/**
 * The progress of an audit.
 *
 * @param found how many assets were found so far
 * @param allFound whether that is all of them
 * @param judged how many were judged and reported
 */
public record Progress(long found, boolean allFound, long judged) {}
